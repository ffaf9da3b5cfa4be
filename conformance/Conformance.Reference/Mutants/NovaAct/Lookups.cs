using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>What is looked up is found under something else than its name, or in an earlier state.</summary>
internal static class Lookups
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "GivesRunsOfAnotherDefinition",
                "gives the run of another definition to a token that was used there",
                ["CreateWorkflowRun/idempotency/token-on-another-definition"],
                GivesRunsOfAnother
            )
            .AlsoBreaking("CreateWorkflowRun/idempotency/*"),
        Row(
            "KeepsDefinitionsThatHaveRuns",
            "says that it deletes a definition that has runs, and goes on to start some",
            ["CreateWorkflowRun/not-found/deleted-definition"],
            () =>
                Twists.Correct with
                {
                    Handle = call =>
                        call.Operation == NovaActOperation.DeleteWorkflowDefinition
                        && HasRuns(call, call.DefinitionName)
                            ? Response.Json(202, writer => writer.WriteString("status", DefinitionStatus.Deleting))
                            : Twists.Correct.Handle(call),
                }
        ),
        FindsInstead(
            "FindsDefinitionsByTheirBeginning",
            "runs the first definition whose name begins like the one that does not exist",
            (name, asked) => name.StartsWith(asked, StringComparison.Ordinal)
        ),
        Row(
                "RemembersWhatItDidNotFind",
                "does not find a definition that was not there when it was first asked for",
                ["CreateWorkflowRun/not-found/is-not-remembered"],
                RemembersMissing
            )
            .AlsoBreaking("CreateWorkflowRun/not-found/*", "CreateWorkflowDefinition/refusal/changes-nothing"),
    ];

    /// <summary>Whether a definition has runs.</summary>
    public static bool HasRuns(NovaActCall call, string definition) =>
        call.Store.ListRuns(definition, new PageRequest(1, true, null)) is { Items.Length: > 0 };

    /// <summary>A run of what does not exist is started of what is found in its place.</summary>
    public static Mutant FindsInstead(string name, string says, Func<string, string, bool> isFound) =>
        Row(
                name,
                says,
                ["CreateWorkflowRun/not-found/*"],
                () =>
                {
                    var names = new ConcurrentQueue<string>();
                    return Twists.Correct with
                    {
                        Handle = call =>
                        {
                            var response = Twists.Correct.Handle(call);
                            if (call.Operation == CreateDefinition && response.Status == 201)
                                names.Enqueue(call.Text("name") ?? "");
                            if (call.Operation != CreateRun || response.Status != 404)
                                return response;
                            var found = names.FirstOrDefault(n =>
                                isFound(n, call.DefinitionName) && call.Store.FindDefinition(n) is not null
                            );
                            return found is null
                                ? response
                                : Twists.Correct.Handle(call with { DefinitionName = found });
                        },
                    };
                }
            )
            .AlsoBreaking("CreateWorkflowDefinition/refusal/changes-nothing", "CreateWorkflowRun/error/*");

    /// <summary>Tokens are kept in one table for all definitions.</summary>
    private static NovaActBehaviour GivesRunsOfAnother()
    {
        var spent = new ConcurrentDictionary<Tokened<RunParameters>, (string Definition, Response Response)>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                if (call.Operation != CreateRun || ReadValid(call) is not { ClientToken: not null } asked)
                    return Twists.Correct.Handle(call);
                var isElsewhere =
                    spent.TryGetValue(asked, out var first)
                    && first.Definition != call.DefinitionName
                    && call.Store.FindDefinition(call.DefinitionName) is not null;
                if (isElsewhere)
                    return first.Response;
                var response = Twists.Correct.Handle(call);
                if (response.Status == 201)
                    spent.TryAdd(asked, (call.DefinitionName, response));
                return response;
            },
        };
    }

    private static Tokened<RunParameters>? ReadValid(NovaActCall call)
    {
        if (JsonBody.Read(call.Request) is not { Rejection: null, Object: { ValueKind: JsonValueKind.Object } body })
            return null;
        var faults = new List<FieldFault>();
        var asked = Twists.Correct.Run.Read(body, faults);
        return faults.Count == 0 ? asked : null;
    }

    /// <summary>A cache of names keeps that there is nothing behind one.</summary>
    private static NovaActBehaviour RemembersMissing()
    {
        var missing = new ConcurrentDictionary<string, bool>();
        return Twists.Responding(
            CreateRun,
            (call, response) =>
            {
                if (response.Status == 404)
                    missing[call.DefinitionName] = true;
                return missing.ContainsKey(call.DefinitionName) ? call.NotFound() : response;
            }
        );
    }
}
