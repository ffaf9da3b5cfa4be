using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>A read tells of another thing than it was asked for, or of the same by another name.</summary>
internal static class ShownNames
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Shows(
            "ShowsNamesInLowercase",
            "shows names of definitions in lowercase",
            CreateDefinition,
            NovaActOperation.GetWorkflowDefinition,
            "names-what-was-asked-for",
            "name",
            name => name.ToLowerInvariant()
        ),
        Row(
                "FindsRunsByTheFirst64CharactersOfTheirPath",
                "finds runs by the first 64 characters of their path",
                ["CreateWorkflowRun/supporting/names-what-was-asked-for"],
                FindsRunsByTheBeginning
            )
            .AlsoBreaking("CreateWorkflowRun/*"),
    ];

    /// <summary>One text that a read shows is changed.</summary>
    public static Mutant Shows(
        string name,
        string says,
        NovaActOperation creates,
        NovaActOperation reads,
        string breaks,
        string member,
        Func<string, string> change
    ) =>
        Row(
                name,
                says,
                [$"{creates}/supporting/{breaks}"],
                () =>
                    Twists.Finishing(
                        reads,
                        response =>
                            response.Status == 200 ? response.Rewritten(shown => Put(shown, member, change)) : response
                    )
            )
            .AlsoBreaking($"{creates}/supporting/*", $"{creates}/concurrency/*");

    private static void Put(JsonObject shown, string member, Func<string, string> change)
    {
        if (shown[member] is JsonValue value)
            shown[member] = change(value.GetValue<string>());
    }

    /// <summary>The column of the index is too short for a long name and the identifier behind it.</summary>
    private static NovaActBehaviour FindsRunsByTheBeginning()
    {
        var index = new ConcurrentDictionary<string, string>();
        return Twists.Responding(
            NovaActOperation.GetWorkflowRun,
            (call, response) =>
            {
                if (response.Status != 200)
                    return response;
                var path = call.Request.RawTarget;
                var indexed = call with { RunId = index.GetOrAdd(path[..Math.Min(path.Length, 64)], call.RunId) };
                return Twists.Correct.Handle(indexed) is { Status: 200 } found ? found : response;
            }
        );
    }
}
