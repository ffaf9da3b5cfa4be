using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.Tests.NovaAct;

/// <summary>
/// Nova Act as small as its scenarios need it: names that are taken, tokens that are spent, runs that are counted. Right as
/// it stands; each property makes it wrong, or right in another way.
/// </summary>
internal sealed class ScriptedNovaAct
{
    private static readonly Api Api = SchemaCatalog.Embedded().First(api => api.Name == "nova-act");

    private readonly Dictionary<string, JsonValue> definitions = [];
    private readonly Dictionary<string, List<string>> runs = [];
    private readonly Dictionary<string, (string Asked, ScriptedResponse Response)> spent = [];
    private int runsStarted;

    /// <summary>What is left of a token when it is compared; null: tokens are ignored.</summary>
    public Func<string, string?> Token { get; init; } = token => token;

    /// <summary>What is left of a name when it is compared.</summary>
    public Func<string, string> Name { get; init; } = name => name;

    /// <summary>How two requests under one token are compared.</summary>
    public Func<JsonValue, string> Asked { get; init; } = body => Canonical(body);

    /// <summary>What a spent token with other parameters gets; null: what a fresh token would.</summary>
    public ScriptedResponse? OtherParameters { get; init; } = ScriptedResponse.Conflict;

    /// <summary>What a taken name gets.</summary>
    public ScriptedResponse Duplicate { get; init; } = ScriptedResponse.Conflict;

    /// <summary>Whether what is rejected is carried out all the same.</summary>
    public bool CarriesOutWhatItRejects { get; init; }

    /// <summary>Whether a replay starts one more run behind the first one's identifier.</summary>
    public bool StartsRunsInSilence { get; init; }

    /// <summary>Whether a definition is made by its first run.</summary>
    public bool MakesDefinitionsOnTheWay { get; init; }

    /// <summary>Changes the response to a request; the right one comes in.</summary>
    public Func<ScriptedRequest, ScriptedResponse, ScriptedResponse> Finish { get; init; } = (_, right) => right;

    public ScriptedTarget Target() => new(request => Finish(request, Respond(request)));

    /// <summary>A test for the operation, after the preflight.</summary>
    public static async Task<TestSession> Bench(
        ScriptedTarget target,
        string operation,
        Func<ApiSession, ApiSession>? change = null
    )
    {
        var (session, undecided) = await Preflight.Look(target.Session(Api), TestContext.Current.CancellationToken);
        Assert.Null(undecided);
        return ScriptedTarget.Bench(change?.Invoke(session) ?? session, Api.Operation(operation));
    }

    /// <summary>Runs a scenario of the operation against this target.</summary>
    public async Task<Finding> Run(string operation, Func<TestSession, Task<Finding>> scenario)
    {
        using var target = Target();
        return await scenario(await Bench(target, operation));
    }

    /// <summary>Runs a scenario that finds out that it can't be judged; gives the reason.</summary>
    public async Task<SkipReason> RunInVain(string operation, Func<TestSession, Task<Finding>> scenario) =>
        (await Assert.ThrowsAsync<CannotArrangeException>(() => Run(operation, scenario))).Skip;

    private ScriptedResponse Respond(ScriptedRequest request)
    {
        var segments = request.Target.Split('?')[0].Split('/');
        var name = segments.Length > 2 ? Name(request.Segment(1)) : "";
        return (request.Method, segments.Length) switch
        {
            ("PUT", 2) => PutDefinition(request),
            ("PUT", 4) => PutRun(request, name),
            ("POST", 2) => new(200, """{"workflowDefinitionSummaries":[]}"""),
            ("POST", 4) => new(200, List(name)),
            ("GET", 3) when definitions.TryGetValue(name, out var shown) => new(200, shown.ToJson()),
            ("GET", 5) when runs.GetValueOrDefault(name)?.Contains(segments[4]) is true => new(
                200,
                $$"""{"workflowRunId":"{{segments[4]}}"}"""
            ),
            ("DELETE", 3) when definitions.Remove(name) => new(202, """{"status":"DELETING"}"""),
            _ => ScriptedResponse.NotFound,
        };
    }

    private ScriptedResponse PutDefinition(ScriptedRequest request)
    {
        var isLegal =
            IsLegal(request)
            && (request.At("exportConfig") is null || request.At("exportConfig.s3BucketName") is not null);
        if (!isLegal && !CarriesOutWhatItRejects)
            return ScriptedResponse.Rejected;
        var made = Once(
            request,
            "",
            () =>
                definitions.TryAdd(Name(request.TextAt("name")!), request.Json!) ? ScriptedResponse.Accepted : Duplicate
        );
        return isLegal ? made : ScriptedResponse.Rejected;
    }

    private ScriptedResponse PutRun(ScriptedRequest request, string definition)
    {
        var isLegal = IsLegal(request) && request.At("clientInfo.compatibilityVersion") is not null;
        if (!isLegal && !CarriesOutWhatItRejects)
            return ScriptedResponse.Rejected;
        if (!definitions.ContainsKey(definition) && !MakesDefinitionsOnTheWay)
            return isLegal ? ScriptedResponse.NotFound : ScriptedResponse.Rejected;
        var started = Once(request, definition, () => Start(definition));
        return isLegal ? started : ScriptedResponse.Rejected;
    }

    private ScriptedResponse Start(string definition)
    {
        var id = $"run-{++runsStarted}";
        (runs.TryGetValue(definition, out var all) ? all : runs[definition] = []).Add(id);
        return new(201, $$"""{"workflowRunId":"{{id}}","status":"CREATED"}""");
    }

    /// <summary>What a request gets, and gets again under its token.</summary>
    private ScriptedResponse Once(ScriptedRequest request, string scope, Func<ScriptedResponse> carryOut)
    {
        if (request.TextAt("clientToken") is not { } sent || Token(sent) is not { } token)
            return carryOut();
        var key = $"{request.Target.Split('/').Length} {token}";
        var asked = scope + Asked(request.Json!);
        if (!spent.TryGetValue(key, out var first))
        {
            var response = carryOut();
            if (response.Status is >= 200 and < 300)
                spent[key] = (asked, response);
            return response;
        }
        if (first.Asked != asked)
            return OtherParameters ?? carryOut();
        if (StartsRunsInSilence && scope.Length > 0)
            Start(scope);
        return first.Response;
    }

    private string List(string definition) =>
        $$"""{"workflowRunSummaries":[{{string.Join(',', runs.GetValueOrDefault(definition, []).Select(id => $$"""{"id":"{{id}}"}"""))}}]}""";

    private static bool IsLegal(ScriptedRequest request) =>
        request.Json is JsonObject && request.At("clientToken") is null or JsonText { Value.Length: >= 33 };

    private static string Canonical(JsonValue value) =>
        value is JsonObject { Properties: var members }
            ? $"{{{string.Join(',', members.OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => $"{m.Name}:{Canonical(m.Value)}"))}}}"
            : value.ToJson();
}
