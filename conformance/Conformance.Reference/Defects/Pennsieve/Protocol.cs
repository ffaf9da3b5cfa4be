using System.Collections.Immutable;
using System.Text;
using Conformance.Reference.Http;
using Conformance.Reference.Mutants;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Defects.Pennsieve;

/// <summary>Bodies, answers, errors and credentials.</summary>
internal static class Protocol
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new RunsOnBodiesThatAreNotJson(),
        new RunsOnEmptyBodies(),
        new RunsOnNull(),
        new RunsOnArrays(),
        new RunsOnBrokenUtf8(),
        new RefusesSpreadBodies(),
        new BreaksAtDeepNesting(),
        new BreaksAtLargeBodies(),
        new BreaksWhereBothAreGiven(),
        new TellsItsStack(),
        new AnswersRunsWithAccepted(),
        new AnswersRunsAsText(),
        new LetsAnybodyIn(),
        new BreaksWithoutCredentials(),
        new BreaksOnceIn20(),
        new MountsUnreadyLayersOnceIn20(),
    ];

    /// <summary>A body that is valid.</summary>
    public static Incoming Standing(Incoming request) =>
        request with
        {
            Body = Encoding.UTF8.GetBytes($$"""{"workflowInstanceId":"{{Offered.InstanceId}}"}"""),
        };
}

/// <summary>A body that is not one JSON object is taken for a valid one.</summary>
internal abstract class RunsOn(string what, Func<Incoming, bool> takes, params ImmutableArray<string> breaks)
    : PennsieveDefect($"starts a run for {what}", [.. breaks.Select(id => $"body/{id}")])
{
    /// <summary>Text with half a character in it is no JSON to this target.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["body/*", "*/pattern/rejected"];

    protected sealed override PennsieveBehaviour Twist() =>
        PennsieveTwists.Bodies(request => takes(request) ? Protocol.Standing(request) : request);

    protected static bool IsNotJson(Incoming request) =>
        request.Body.Length > 0 && PennsieveTwists.Correct.ReadBody(request).Refusal is not null;
}

internal sealed class RunsOnBodiesThatAreNotJson() : RunsOn("what is not JSON", IsNotJson, "malformed-json");

internal sealed class RunsOnEmptyBodies() : RunsOn("an empty body", r => r.Body.IsEmpty, "empty");

internal sealed class RunsOnNull() : RunsOn("null", r => r.Text().Trim() == "null", "not-an-object");

internal sealed class RunsOnArrays() : RunsOn("an array", r => r.Text() is ['[', ..], "not-an-object");

internal sealed class RunsOnBrokenUtf8()
    : RunsOn("a body with octets that are not UTF-8", r => r.Text().Contains('\uFFFD'), "invalid-utf8");

internal sealed class RefusesSpreadBodies()
    : PennsieveDefect("refuses bodies that are spread over lines", "body/legal-forms")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Bodies(request =>
            request.Text().Contains('\n') ? request with { Body = "["u8.ToArray() } : request
        );
}

/// <summary>A kind of request breaks the server.</summary>
internal abstract class BreaksAt(string what, Func<Incoming, bool> at, params ImmutableArray<string> breaks)
    : PennsieveDefect($"breaks down at {what}", breaks)
{
    protected sealed override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            Handle = call =>
                at(call.Request) ? throw new InvalidOperationException() : PennsieveTwists.Correct.Handle(call),
        };
}

internal sealed class BreaksAtDeepNesting()
    : BreaksAt(
        "bodies nested very deep",
        r => r.Text().Contains(new string('[', 64), StringComparison.Ordinal),
        "body/deep-nesting",
        "robustness/no-server-error"
    );

internal sealed class BreaksAtLargeBodies()
    : BreaksAt("bodies above 64 KiB", r => r.Body.Length > 64 * 1024, "body/large", "robustness/no-server-error");

internal sealed class BreaksWhereBothAreGiven()
    : BreaksAt(
        "an instance beside a configuration",
        r =>
            r.Text().Contains("workflowInstanceId", StringComparison.Ordinal)
            && r.Text().Contains("workflowInstanceConfiguration", StringComparison.Ordinal),
        "modes/both",
        "robustness/no-server-error"
    );

internal sealed class BreaksOnceIn20() : PennsieveDefect("breaks down once in 20", "robustness/no-server-error")
{
    public override int ShowsOnceIn => 20;

    protected override ImmutableArray<string> AlsoBreaksOfRun => ["*"];

    protected override PennsieveBehaviour Twist()
    {
        var every = new Every(20);
        return PennsieveTwists.Correct with
        {
            Handle = call =>
                call.Operation == PennsieveOperation.CreateWorkflowRun && every.Comes()
                    ? throw new InvalidOperationException()
                    : PennsieveTwists.Correct.Handle(call),
        };
    }
}

internal sealed class MountsUnreadyLayersOnceIn20()
    : PennsieveDefect("mounts layers that are not ready once in 20", "layers/not-ready")
{
    public override int ShowsOnceIn => 20;

    protected override PennsieveBehaviour Twist()
    {
        var every = new Every(20);
        return PennsieveTwists.Correct with
        {
            MountLayer = (layer, status) =>
                status is not null and not LayerStatus.Ready && every.Comes()
                    ? null
                    : PennsieveTwists.Correct.MountLayer(layer, status),
        };
    }
}

internal sealed class TellsItsStack()
    : PennsieveDefect("shows a stack trace in its errors", "robustness/no-stack-trace")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Refusals(r => r with { Message = "panic\ngoroutine 12 [running]:\nmain.createRun(0xc000)" });
}

internal sealed class AnswersRunsWithAccepted() : PennsieveDefect("answers a run with 202", "response/status-code")
{
    protected override PennsieveBehaviour Twist() => PennsieveTwists.Accepted(a => a with { Status = 202 });
}

internal sealed class AnswersRunsAsText() : PennsieveDefect("answers a run as text/plain", "response/content-type")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Accepted(a => a.WithHeader("Content-Type", "text/plain"));
}

/// <summary>A token is asked for, but not of everybody.</summary>
internal abstract class TreatsStrangers(string says, Func<Incoming, string, Refusal?> treat)
    : PennsieveDefect(says, "authentication/missing-credentials")
{
    public sealed override string Configuration =>
        """
            apis:
              pennsieve:
                auth:
                  header: { name: Authorization, prefix: "Bearer ", value: { env: API_TOKEN } }
            """;

    protected override ImmutableArray<string> AlsoBreaksOfRun => ["robustness/no-server-error"];

    protected sealed override ReferenceOptions Around(ReferenceOptions right) =>
        right with
        {
            PennsieveOptions = right.PennsieveOptions with { BearerToken = "token-of-the-reference" },
        };

    protected sealed override PennsieveBehaviour Twist() => PennsieveTwists.Correct with { Authenticate = treat };
}

internal sealed class LetsAnybodyIn()
    : TreatsStrangers(
        "lets everybody in who shows nothing",
        (request, token) =>
            request.Headers.Authorization.Count == 0 ? null : PennsieveTwists.Correct.Authenticate(request, token)
    );

internal sealed class BreaksWithoutCredentials()
    : TreatsStrangers(
        "breaks down where no credentials are shown",
        (request, token) =>
            request.Headers.Authorization.Count == 0
                ? new Refusal(500, "InternalError", "no header")
                : PennsieveTwists.Correct.Authenticate(request, token)
    );
