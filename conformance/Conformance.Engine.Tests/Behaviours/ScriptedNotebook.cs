using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>A right target for the APIs of <see cref="Notebook"/>; each property makes it wrong, or right in another way.</summary>
internal sealed class ScriptedNotebook
{
    private readonly Dictionary<string, JsonValue> things = [];
    private readonly Dictionary<string, (string Asked, ScriptedResponse Response)> spent = [];
    private int given;

    /// <summary>Status of a deletion that is carried out.</summary>
    public int Deletes { get; init; } = 204;

    /// <summary>Whether what is deleted stays.</summary>
    public bool KeepsWhatItDeletes { get; init; }

    /// <summary>Whether a request for a name is carried out, and rejected where it has to be.</summary>
    public bool CarriesOutWhatItRejects { get; init; }

    /// <summary>Whether every token is ignored.</summary>
    public bool IgnoresTokens { get; init; }

    /// <summary>Changes the response to a request; the right one comes in.</summary>
    public Func<ScriptedRequest, ScriptedResponse, ScriptedResponse> Finish { get; init; } = (_, right) => right;

    public ScriptedTarget Target() => new(request => Finish(request, Respond(request)));

    /// <summary>Runs a scenario of the operation against this target.</summary>
    public async Task<Finding> Run(Api api, string operation, Func<TestSession, Task<Finding>> scenario)
    {
        using var target = Target();
        return await scenario(await Benches.Of(target, api, operation));
    }

    /// <summary>Runs a scenario that finds out that it can't be judged; gives the reason.</summary>
    public async Task<SkipReason> RunInVain(Api api, string operation, Func<TestSession, Task<Finding>> scenario) =>
        (await Assert.ThrowsAsync<CannotArrangeException>(() => Run(api, operation, scenario))).Skip;

    private ScriptedResponse Respond(ScriptedRequest request)
    {
        var key = request.Target.Count(c => c == '/') > 1 ? request.Segment(1) : "";
        return request.Method switch
        {
            "POST" => Once(request),
            "GET" when things.TryGetValue(key, out var thing) => new(200, thing.ToJson()),
            "DELETE" when IsDeleted(key) => new(Deletes, ""),
            _ => ScriptedResponse.NotFound,
        };
    }

    private bool IsDeleted(string key) => KeepsWhatItDeletes ? things.ContainsKey(key) : things.Remove(key);

    private ScriptedResponse Once(ScriptedRequest request)
    {
        if (request.TextAt("token") is not { } token || IgnoresTokens)
            return Create(request);
        if (!spent.TryGetValue(token, out var first))
            spent[token] = first = (request.Body, Create(request));
        return first.Asked == request.Body ? first.Response : ScriptedResponse.Conflict;
    }

    private ScriptedResponse Create(ScriptedRequest request)
    {
        var body = request.Json;
        if (body is null && CarriesOutWhatItRejects)
            body = JsonValue.Parse($$"""{"name":"{{request.Body.Split('"').ElementAtOrDefault(3)}}"}""");
        if (body is not JsonObject { Properties: var members } || members.All(m => m.Name == "token"))
            return ScriptedResponse.Rejected;
        if (body.At("name") is JsonText name)
            return !things.TryAdd(name.Value, body) ? ScriptedResponse.Conflict
                : request.Json is null ? ScriptedResponse.Rejected
                : ScriptedResponse.Accepted;
        var id = $"note-{++given}";
        things[id] = body.With("id", new JsonText(id));
        return new(201, $$"""{"id":"{{id}}"}""");
    }
}
