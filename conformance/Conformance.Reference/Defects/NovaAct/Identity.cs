using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>What is not told apart, or is taken for something else.</summary>
internal static class Identity
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new SharesRunIds(),
        new CutsNamesInThePath(),
        new TakesEmptyExportConfigForNone(),
        new RepeatsRunsWithoutTheirId(),
        new RepeatsDefinitionsWithoutTheirStatus(),
        new IgnoresLogGroupInRepeats(),
        new IgnoresDescriptionInRepeats(),
        new KeepsRefusedDefinitions(),
        new LosesExportConfig(),
        new LosesLogGroup(),
    ];
}

internal sealed class SharesRunIds()
    : NovaActDefect("gives four run identifiers in turn", "CreateWorkflowRun/runs/distinct")
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowRun/*"];

    protected override NovaActBehaviour Twist()
    {
        var count = 0;
        return Twists.Answering(
            CreateRun,
            (_, answer) =>
                answer.Status == 201
                    ? answer.Rewritten(body =>
                        body["workflowRunId"] =
                            $"0f8fad5b-d9cb-469f-a165-70867728950{Interlocked.Increment(ref count) % 4}"
                    )
                    : answer
        );
    }
}

internal sealed class CutsNamesInThePath()
    : NovaActDefect("cuts names in the path after 40 characters", "CreateWorkflowRun/not-found/part-of-a-name")
{
    protected override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            ReadTarget = raw => Cut(Twists.Correct.ReadTarget(raw)),
        };

    private static RequestTarget Cut(RequestTarget target) =>
        target.Segments.Length > 1 && target.Segments[1] is { Length: > 40 } name
            ? target with
            {
                Segments = target.Segments.SetItem(1, name[..40]),
            }
            : target;
}

internal sealed class TakesEmptyExportConfigForNone()
    : NovaActDefect(
        "takes an exportConfig with nothing in it for none",
        "CreateWorkflowDefinition/exportConfig.s3BucketName/required/rejected"
    )
{
    protected override NovaActBehaviour Twist() =>
        Twists.Rewriting(
            CreateDefinition,
            body =>
            {
                if (body["exportConfig"] is JsonObject { Count: 0 })
                    body.Remove("exportConfig");
            }
        );
}

/// <summary>The answer to a repeat lacks what the first had.</summary>
internal abstract class RepeatsWithout(NovaActOperation operation, string member)
    : NovaActDefect($"leaves {member} out of the answer to a repeated {operation}", $"{operation}/idempotency/replay")
{
    protected override ImmutableArray<string> AlsoBreaks => ["*/idempotency/*", "*/response/*"];

    protected sealed override NovaActBehaviour Twist()
    {
        var seen = new ConcurrentDictionary<string, bool>();
        return Twists.Answering(
            operation,
            (call, answer) =>
                answer.Status == 201 && call.Text("clientToken") is { } token && !seen.TryAdd(token, true)
                    ? answer.Rewritten(body => body.Remove(member))
                    : answer
        );
    }
}

internal sealed class RepeatsRunsWithoutTheirId() : RepeatsWithout(CreateRun, "workflowRunId");

internal sealed class RepeatsDefinitionsWithoutTheirStatus() : RepeatsWithout(CreateDefinition, "status");

/// <summary>One parameter does not count when a request is compared with an earlier one of the same token.</summary>
internal abstract class Ignores(NovaActOperation operation, string member)
    : NovaActDefect(
        $"takes a request with another {member} for a repeat",
        $"{operation}/idempotency/other-parameters/conflict"
    )
{
    protected sealed override NovaActBehaviour Twist()
    {
        var first = new ConcurrentDictionary<string, string?>();
        return Twists.Handling(
            operation,
            call =>
                call.Text("clientToken") is { } token
                    ? call.Rewritten(body =>
                    {
                        var known = first.GetOrAdd(token, call.Text(member));
                        if (known is null)
                            body.Remove(member);
                        else
                            body[member] = known;
                    })
                    : call
        );
    }
}

internal sealed class IgnoresLogGroupInRepeats() : Ignores(CreateRun, "logGroupName");

internal sealed class IgnoresDescriptionInRepeats() : Ignores(CreateDefinition, "description");

internal sealed class KeepsRefusedDefinitions()
    : NovaActDefect(
        "runs definitions that it has refused, and creates them when they are put right",
        "CreateWorkflowDefinition/refusal/changes-nothing"
    )
{
    protected override NovaActBehaviour Twist()
    {
        var kept = new ConcurrentDictionary<string, bool>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var answer = Twists.Correct.Handle(call);
                if (call.Operation == CreateDefinition && answer.Status == 400 && call.Text("name") is { } refused)
                    kept[refused] = true;
                var isRunOfIt =
                    call.Operation == CreateRun
                    && answer.Status == 404
                    && call.Target.Segments[1] is { } name
                    && kept.ContainsKey(name);
                return isRunOfIt ? Existence.Running : answer;
            },
        };
    }
}

/// <summary>What is read back lacks a member.</summary>
internal abstract class Loses(NovaActOperation reads, string creates, string member)
    : NovaActDefect($"loses {member}", $"{creates}/supporting/get-shows-what-was-created")
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Finishing(
            reads,
            answer => answer.Status == 200 ? answer.Rewritten(body => body.Remove(member)) : answer
        );
}

internal sealed class LosesExportConfig()
    : Loses(NovaActOperation.GetWorkflowDefinition, nameof(NovaActOperation.CreateWorkflowDefinition), "exportConfig");

internal sealed class LosesLogGroup()
    : Loses(NovaActOperation.GetWorkflowRun, nameof(NovaActOperation.CreateWorkflowRun), "logGroupName");
