using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.Mutants;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>The index of names lags behind: who asks a second time at once does not find the first.</summary>
internal sealed class SeesNewNamesLate()
    : NovaActDefect(
        "notices that a name is taken only the second time",
        "CreateWorkflowDefinition/uniqueness/duplicate-name",
        "CreateWorkflowDefinition/uniqueness/concurrent-duplicates"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowDefinition/*"];

    protected override NovaActBehaviour Twist()
    {
        var seen = new ConcurrentDictionary<string, bool>();
        return Twists.Answering(
            CreateDefinition,
            (call, answer) =>
                Existence.IsTaken(answer) && call.Text("name") is { } name && seen.TryAdd(name, true)
                    ? Existence.Active
                    : answer
        );
    }
}

internal sealed class MakesUnknownDefinitions()
    : NovaActDefect("makes the definition that a run names", "CreateWorkflowRun/not-found/unknown-definition")
{
    protected override ImmutableArray<string> AlsoBreaks =>
        ["CreateWorkflowDefinition/refusal/changes-nothing", "CreateWorkflowRun/not-found/*"];

    protected override NovaActBehaviour Twist() =>
        Twists.Answering(
            CreateRun,
            (call, answer) =>
            {
                if (answer.Status != 404)
                    return answer;
                var name = JsonSerializer.SerializeToUtf8Bytes(new { name = call.DefinitionName });
                Twists.Correct.Handle(
                    call with
                    {
                        Operation = CreateDefinition,
                        Request = call.Request with { Body = name },
                    }
                );
                return Twists.Correct.Handle(call);
            }
        );
}

internal sealed class StartsRunsOfUnknownDefinitions()
    : NovaActDefect("starts runs of definitions that do not exist", "CreateWorkflowRun/not-found/unknown-definition")
{
    protected override ImmutableArray<string> AlsoBreaks =>
        ["CreateWorkflowDefinition/refusal/changes-nothing", "CreateWorkflowRun/not-found/*"];

    protected override NovaActBehaviour Twist()
    {
        var serial = new Serial();
        return Twists.Answering(
            CreateRun,
            (_, answer) => answer.Status == 404 ? Existence.Started(serial.NextGuid()) : answer
        );
    }
}

internal sealed class StartsRunsOfDeletedDefinitions()
    : NovaActDefect("starts runs of definitions that were deleted", "CreateWorkflowRun/not-found/deleted-definition")
{
    protected override NovaActBehaviour Twist()
    {
        var serial = new Serial();
        var deleted = new ConcurrentDictionary<string, bool>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var answer = Twists.Correct.Handle(call);
                if (call.Operation == NovaActOperation.DeleteWorkflowDefinition && answer.Status == 202)
                    deleted[call.DefinitionName] = true;
                var isRunOfDeleted =
                    call.Operation == CreateRun && answer.Status == 404 && deleted.ContainsKey(call.DefinitionName);
                return isRunOfDeleted ? Existence.Started(serial.NextGuid()) : answer;
            },
        };
    }
}

internal sealed class KeepsNameOfRefusedDefinition()
    : NovaActDefect("keeps the name of a refused definition", "CreateWorkflowDefinition/refusal/changes-nothing")
{
    protected override NovaActBehaviour Twist() =>
        Twists.Answering(
            CreateDefinition,
            (call, answer) =>
            {
                if (answer.Status == 400 && call.Text("name") is { } name)
                    Twists.Correct.Handle(
                        call with
                        {
                            Request = call.Request with { Body = JsonSerializer.SerializeToUtf8Bytes(new { name }) },
                        }
                    );
                return answer;
            }
        );
}

/// <summary>A run is started and refused afterwards.</summary>
internal abstract class StartsRefused(string why, Func<Answer, bool> when)
    : NovaActDefect($"starts a run that it refuses{why}", "CreateWorkflowRun/refusal/changes-nothing")
{
    private static readonly byte[] Valid = """{"modelId":"m","clientInfo":{"compatibilityVersion":1}}"""u8.ToArray();

    protected sealed override NovaActBehaviour Twist() =>
        Twists.Answering(
            CreateRun,
            (call, answer) =>
            {
                if (answer.Status == 400 && when(answer))
                    Twists.Correct.Handle(call with { Request = call.Request with { Body = Valid } });
                return answer;
            }
        );
}

internal sealed class StartsRunThatItRefuses() : StartsRefused("", _ => true);

internal sealed class StartsRunRefusedForItsToken()
    : StartsRefused(" for its token", answer => Existence.Says(answer, "clientToken"));

internal sealed class StartsRunRefusedForItsClient()
    : StartsRefused(" for its client", answer => Existence.Says(answer, "clientInfo"));

/// <summary>What is read back differs from what was sent.</summary>
internal abstract class ShowsWrongly(string says, string breaks, NovaActOperation operation, Action<JsonObject> change)
    : NovaActDefect(says, $"{breaks}/supporting/get-shows-what-was-created")
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Finishing(operation, a => a.Status == 200 ? a.Rewritten(change) : a);
}

internal sealed class ShowsAnotherName()
    : ShowsWrongly(
        "shows another name than it was given",
        "CreateWorkflowDefinition",
        NovaActOperation.GetWorkflowDefinition,
        o => o["name"] = "other"
    );

internal sealed class LosesDescription()
    : ShowsWrongly(
        "loses the description",
        "CreateWorkflowDefinition",
        NovaActOperation.GetWorkflowDefinition,
        o => o.Remove("description")
    );

internal sealed class CutsStoredDescription()
    : ShowsWrongly(
        "keeps the first twenty characters of a description",
        "CreateWorkflowDefinition",
        NovaActOperation.GetWorkflowDefinition,
        o =>
        {
            if (o["description"]?.GetValue<string>() is { Length: > 20 } text)
                o["description"] = text[..20];
        }
    );

internal sealed class DoesNotFindTheRunItStarted()
    : ShowsWrongly(
        "shows another id than it gave",
        "CreateWorkflowRun",
        NovaActOperation.GetWorkflowRun,
        o => o["workflowRunId"] = "x"
    );

internal sealed class ShowsAnotherModel()
    : ShowsWrongly(
        "shows its own model in place of the one asked for",
        "CreateWorkflowRun",
        NovaActOperation.GetWorkflowRun,
        o => o["modelId"] = "the-default-model"
    );

/// <summary>What was started shows only to those who ask again.</summary>
internal sealed class ShowsRunsLate()
    : NovaActDefect("does not find a run the first time", "CreateWorkflowRun/supporting/get-shows-what-was-created")
{
    protected override NovaActBehaviour Twist()
    {
        var asked = new ConcurrentDictionary<string, bool>();
        // The first look at the target finds the operation there, so what it asks for is found.
        return Twists.Answering(
            NovaActOperation.GetWorkflowRun,
            (call, answer) =>
                asked.TryAdd(call.RunId, true) && asked.Count > 1
                    ? Twists.Correct.Handle(call with { RunId = Guid.Empty.ToString("D") })
                    : answer
        );
    }
}
