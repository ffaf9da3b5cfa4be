using System.Collections.Immutable;
using System.Text;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Suite.Tests.EndToEnd.Twists;

namespace Conformance.Suite.Tests.EndToEnd.WrongTargets;

/// <summary>Targets that do the right thing and say it wrong.</summary>
public sealed class AnswerTests
{
    private const NovaActOperation Run = NovaActOperation.CreateWorkflowRun;
    private const NovaActOperation Definition = NovaActOperation.CreateWorkflowDefinition;

    private static readonly ImmutableArray<Lie> Lies =
    [
        new(
            "answers a run with 200",
            Created(Run, a => a with { Status = 200 }),
            "CreateWorkflowRun/response/status-code"
        ),
        new(
            "answers a run with 202",
            Created(Run, a => a with { Status = 202 }),
            "CreateWorkflowRun/response/status-code"
        ),
        new(
            "answers a definition with 200",
            Created(Definition, a => a with { Status = 200 }),
            "CreateWorkflowDefinition/response/status-code"
        ),
        new(
            "answers a run as text/plain",
            Created(Run, a => a.WithHeader("Content-Type", "text/plain")),
            "CreateWorkflowRun/response/content-type"
        ),
        new(
            "answers a definition without content type",
            Created(Definition, a => a.WithoutHeader("Content-Type")),
            "CreateWorkflowDefinition/response/content-type"
        ),
        new(
            "answers a run as another JSON",
            Created(Run, a => a.WithHeader("Content-Type", "application/x-amz-json-1.1")),
            "CreateWorkflowRun/response/content-type"
        ),
        new(
            "gives no id of a run",
            Created(Run, a => a.Rewritten(o => o.Remove("workflowRunId"))),
            "CreateWorkflowRun/response/workflowRunId/required"
        ),
        new(
            "gives null as id of a run",
            Created(Run, a => a.Rewritten(o => o["workflowRunId"] = null)),
            "CreateWorkflowRun/response/workflowRunId/required"
        ),
        new(
            "gives a number as id of a run",
            Created(Run, a => a.Rewritten(o => o["workflowRunId"] = 17)),
            "CreateWorkflowRun/response/workflowRunId/type"
        ),
        new(
            "gives ids of runs in capitals",
            () => Correct with { WriteRunId = id => id.ToString("D").ToUpperInvariant(), RunIdInPath = _ => null },
            "CreateWorkflowRun/response/workflowRunId/pattern"
        ),
        new(
            "gives ids of runs without hyphens",
            () => Correct with { WriteRunId = id => id.ToString("N"), RunIdInPath = _ => null },
            "CreateWorkflowRun/response/workflowRunId/pattern"
        ),
        new(
            "gives ids of runs in braces",
            () => Correct with { WriteRunId = id => id.ToString("B"), RunIdInPath = _ => null },
            "CreateWorkflowRun/response/workflowRunId/pattern"
        ),
        new(
            "gives a run no status",
            Created(Run, a => a.Rewritten(o => o.Remove("status"))),
            "CreateWorkflowRun/response/status/required"
        ),
        new(
            "gives a run an unknown status",
            Created(Run, a => a.Rewritten(o => o["status"] = "QUEUED")),
            "CreateWorkflowRun/response/status/enum"
        ),
        new(
            "gives a run its status in small letters",
            Created(Run, a => a.Rewritten(o => o["status"] = "running")),
            "CreateWorkflowRun/response/status/enum"
        ),
        new(
            "gives a run a status that is a number",
            Created(Run, a => a.Rewritten(o => o["status"] = 1)),
            "CreateWorkflowRun/response/status/type"
        ),
        new(
            "gives a definition no status",
            Created(Definition, a => a.Rewritten(o => o.Remove("status"))),
            "CreateWorkflowDefinition/response/status/required"
        ),
        new(
            "gives a definition an unknown status",
            Created(Definition, a => a.Rewritten(o => o["status"] = "CREATING")),
            "CreateWorkflowDefinition/response/status/enum"
        ),
        new(
            "answers a definition with nothing",
            Created(Definition, a => a with { Body = default }),
            "CreateWorkflowDefinition/response/status/*"
        ),
        new(
            "answers a run with an array",
            Created(Run, a => a with { Body = Encoding.UTF8.GetBytes($"[{Encoding.UTF8.GetString(a.Body.Span)}]") }),
            "CreateWorkflowRun/response/status/*",
            "CreateWorkflowRun/response/workflowRunId/*"
        ),
        new(
            "answers a run with half a body",
            Created(Run, a => a with { Body = a.Body[..(a.Body.Length / 2)] }),
            "CreateWorkflowRun/response/status/*",
            "CreateWorkflowRun/response/workflowRunId/*"
        ),
        new(
            "gives no request id",
            () => Correct with { Stamp = (answer, _) => answer },
            "CreateWorkflowRun/robustness/request-id",
            "CreateWorkflowDefinition/robustness/request-id"
        ),
        new(
            "gives no request id on errors",
            () => Correct with { Stamp = (answer, id) => answer.Status >= 400 ? answer : Correct.Stamp(answer, id) },
            "CreateWorkflowRun/robustness/request-id",
            "CreateWorkflowDefinition/robustness/request-id"
        ),
        new(
            "shows another name than it was given",
            () =>
                Finishing(
                    NovaActOperation.GetWorkflowDefinition,
                    a => a.Status == 200 ? a.Rewritten(o => o["name"] = "other") : a
                ),
            "CreateWorkflowDefinition/supporting/get-shows-what-was-created"
        ),
        new(
            "loses the description",
            () => Finishing(NovaActOperation.GetWorkflowDefinition, a => a.Rewritten(o => o.Remove("description"))),
            "CreateWorkflowDefinition/supporting/get-shows-what-was-created"
        ),
        new(
            "does not find the run it started",
            () =>
                Finishing(
                    NovaActOperation.GetWorkflowRun,
                    a => a.Status == 200 ? a.Rewritten(o => o["workflowRunId"] = "x") : a
                ),
            "CreateWorkflowRun/supporting/get-shows-what-was-created"
        ),
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Lie.Rows(Lies);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsSeenThrough(string lie) =>
        Lie.IsSeenThrough(
            Lies.Select(l => l with { Judged = [$"*/{l.Breaks[0].Split('/')[0]}/*", "*/robustness/*"] }),
            lie
        );

    private static Func<NovaActBehaviour> Created(NovaActOperation operation, Func<Answer, Answer> change) =>
        () => Finishing(operation, answer => answer.Status == 201 ? change(answer) : answer);
}
