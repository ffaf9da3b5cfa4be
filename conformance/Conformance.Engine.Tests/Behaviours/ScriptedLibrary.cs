using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>
/// A library as small as scenarios need it: titles that are taken, tickets that are spent, loans that are counted. Right as
/// it stands; each property makes it wrong, or right in another way.
/// </summary>
internal sealed class ScriptedLibrary
{
    private readonly Dictionary<string, JsonValue> shelves = [];
    private readonly Dictionary<string, List<string>> loans = [];
    private readonly Dictionary<string, (string Asked, ScriptedResponse Response)> spent = [];
    private readonly Dictionary<string, string> finished = [];
    private int lent;

    /// <summary>What is left of a ticket when it is compared; null: tickets are ignored.</summary>
    public Func<string, string?> Token { get; init; } = token => token;

    /// <summary>What is left of a title when it is compared.</summary>
    public Func<string, string> Name { get; init; } = name => name;

    /// <summary>How two requests under one ticket are compared.</summary>
    public Func<JsonValue, string> Asked { get; init; } = body => Canonical(body);

    /// <summary>What a spent ticket with other parameters gets; null: what a fresh ticket would.</summary>
    public ScriptedResponse? OtherParameters { get; init; } = ScriptedResponse.Conflict;

    /// <summary>What a taken title gets.</summary>
    public ScriptedResponse Duplicate { get; init; } = ScriptedResponse.Conflict;

    /// <summary>Whether what is rejected is carried out all the same.</summary>
    public bool CarriesOutWhatItRejects { get; init; }

    /// <summary>Whether a replay makes one more loan behind the first one's identifier.</summary>
    public bool LendsInSilence { get; init; }

    /// <summary>Whether a loan is made for a spent ticket, which is rejected.</summary>
    public bool LendsBehindConflicts { get; init; }

    /// <summary>Whether a ticket that is spent on one shelf is free on another.</summary>
    public bool HasATokenScopePerShelf { get; init; }

    /// <summary>Whether a loan is found under any shelf.</summary>
    public bool IsLentAnywhere { get; init; }

    /// <summary>Whether a shelf is put by its first loan.</summary>
    public bool MakesShelvesOnTheWay { get; init; }

    /// <summary>Changes the response to a request; the right one comes in.</summary>
    public Func<ScriptedRequest, ScriptedResponse, ScriptedResponse> Finish { get; init; } = (_, right) => right;

    public ScriptedTarget Target() => new(request => Finish(request, Respond(request)));

    /// <summary>A test for the operation, after the preflight.</summary>
    public static Task<TestSession> Bench(
        ScriptedTarget target,
        string operation,
        Func<ApiSession, ApiSession>? change = null
    ) => Benches.Of(target, Library.Api, operation, change);

    /// <summary>Runs a scenario of the operation against this target.</summary>
    public async Task<Finding> Run(
        string operation,
        Func<TestSession, Task<Finding>> scenario,
        Func<ApiSession, ApiSession>? change = null
    )
    {
        using var target = Target();
        return await scenario(await Bench(target, operation, change));
    }

    /// <summary>Runs a scenario with the budget that tries all its cases.</summary>
    public Task<Finding> RunAll(string operation, Func<TestSession, Task<Finding>> scenario) =>
        Run(operation, scenario, session => session with { Profile = Profile.Standard });

    /// <summary>Runs a scenario that finds out that it can't be judged; gives the reason.</summary>
    public async Task<SkipReason> RunInVain(string operation, Func<TestSession, Task<Finding>> scenario) =>
        (await Assert.ThrowsAsync<CannotArrangeException>(() => Run(operation, scenario))).Skip;

    private ScriptedResponse Respond(ScriptedRequest request)
    {
        var segments = request.Target.Split('?')[0].Split('/');
        var name = segments.Length > 2 ? Name(request.Segment(1)) : "";
        return (request.Method, segments.Length) switch
        {
            ("PUT", 2) => PutShelf(request),
            ("PUT", 4) => Lend(request, name),
            ("POST", 2) => new(200, """{"shelves":[]}"""),
            ("GET", 4) => new(200, List(name)),
            ("GET", 3) when shelves.TryGetValue(name, out var shown) => new(
                200,
                shown.With("address", new JsonText($"library:shelf/{request.Segment(1)}")).ToJson()
            ),
            ("GET", 5) when IsLent(name, segments[4]) => new(200, Show(name, segments[4])),
            ("PUT", 5) when IsLent(name, segments[4]) => Finished(segments[4], request.TextAt("status")!),
            ("DELETE", 3) when shelves.Remove(name) => new(202, """{"status":"DELETING"}"""),
            ("DELETE", 5) when LentFrom(name, segments[4])?.Remove(segments[4]) is true => new(204, ""),
            _ => ScriptedResponse.NotFound,
        };
    }

    private List<string>? LentFrom(string shelf, string loan) =>
        IsLentAnywhere ? loans.Values.FirstOrDefault(all => all.Contains(loan)) : loans.GetValueOrDefault(shelf);

    private bool IsLent(string shelf, string loan) => LentFrom(shelf, loan)?.Contains(loan) is true;

    private string Show(string shelf, string loan) =>
        $$"""{"loanId":"{{loan}}","status":"{{finished.GetValueOrDefault(loan, "CREATED")}}","address":"library:shelf/{{shelf}}/{{loan}}"}""";

    private ScriptedResponse Finished(string loan, string status)
    {
        finished[loan] = status;
        return new(200);
    }

    private ScriptedResponse PutShelf(ScriptedRequest request)
    {
        var isLegal = IsLegal(request) && (request.At("place") is null || request.At("place.room") is not null);
        if (!isLegal && !CarriesOutWhatItRejects)
            return ScriptedResponse.Rejected;
        var made = Once(
            request,
            "",
            () => shelves.TryAdd(Name(request.TextAt("title")!), request.Json!) ? ScriptedResponse.Accepted : Duplicate
        );
        return isLegal ? made : ScriptedResponse.Rejected;
    }

    private ScriptedResponse Lend(ScriptedRequest request, string shelf)
    {
        var isLegal = IsLegal(request) && request.At("reader.age") is not null;
        if (!isLegal && !CarriesOutWhatItRejects)
            return ScriptedResponse.Rejected;
        if (!shelves.ContainsKey(shelf) && !MakesShelvesOnTheWay)
            return isLegal ? ScriptedResponse.NotFound : ScriptedResponse.Rejected;
        var made = Once(request, shelf, () => Lend(shelf));
        return isLegal ? made : ScriptedResponse.Rejected;
    }

    private ScriptedResponse Lend(string shelf)
    {
        var id = $"loan-{++lent}";
        (loans.TryGetValue(shelf, out var all) ? all : loans[shelf] = []).Add(id);
        return new(201, $$"""{"loanId":"{{id}}","status":"CREATED"}""");
    }

    /// <summary>What a request gets, and gets again under its ticket.</summary>
    private ScriptedResponse Once(ScriptedRequest request, string scope, Func<ScriptedResponse> carryOut)
    {
        if (request.TextAt("ticket") is not { } sent || Token(sent) is not { } token)
            return carryOut();
        var key = $"{request.Target.Split('/').Length} {(HasATokenScopePerShelf ? scope : "")} {token}";
        var asked = scope + Asked(request.Json!);
        if (!spent.TryGetValue(key, out var first))
        {
            var response = carryOut();
            if (response.Status is >= 200 and < 300)
                spent[key] = (asked, response);
            return response;
        }
        if (LendsBehindConflicts && first.Asked != asked)
            carryOut();
        if (first.Asked != asked)
            return OtherParameters ?? carryOut();
        if (LendsInSilence && scope.Length > 0)
            Lend(scope);
        return first.Response;
    }

    private string List(string shelf) =>
        $$"""{"loans":[{{string.Join(',', loans.GetValueOrDefault(shelf, []).Select(id => $$"""{"id":"{{id}}"}"""))}}]}""";

    private static bool IsLegal(ScriptedRequest request) =>
        request.Json is JsonObject && request.At("ticket") is null or JsonText { Value.Length: >= 33 };

    private static string Canonical(JsonValue value) =>
        value is JsonObject { Properties: var members }
            ? $"{{{string.Join(',', members.OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => $"{m.Name}:{Canonical(m.Value)}"))}}}"
            : value.ToJson();
}
