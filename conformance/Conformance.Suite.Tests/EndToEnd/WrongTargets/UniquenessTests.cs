using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Suite.Tests.EndToEnd.Twists;

namespace Conformance.Suite.Tests.EndToEnd.WrongTargets;

/// <summary>Targets that lose sight of what exists.</summary>
public sealed class UniquenessTests
{
    private static readonly Serial Made = new();

    private const NovaActOperation Definition = NovaActOperation.CreateWorkflowDefinition;
    private const NovaActOperation Run = NovaActOperation.CreateWorkflowRun;

    private static readonly Answer Active = Answer.Json(201, writer => writer.WriteString("status", "ACTIVE"));

    private static readonly ImmutableArray<Lie> Lies =
    [
        new(
            "accepts a name that is taken",
            AcceptsTakenNames,
            "CreateWorkflowDefinition/uniqueness/duplicate-name",
            "CreateWorkflowDefinition/uniqueness/concurrent-duplicates"
        )
        {
            MayBreak = ["CreateWorkflowDefinition/idempotency/other-parameters/conflict"],
        },
        new(
            "accepts a name that is taken when the description differs",
            AcceptsTakenNamesWithAnotherDescription,
            "CreateWorkflowDefinition/uniqueness/duplicate-name"
        ),
        new(
            "lets two definitions of one name win at once",
            LosesARaceForNames,
            "CreateWorkflowDefinition/uniqueness/concurrent-duplicates"
        )
        {
            MayBreak = ["CreateWorkflowDefinition/idempotency/concurrent-replays"],
        },
        new(
            "refuses every one of several definitions of one name at once",
            RefusesEveryRival,
            "CreateWorkflowDefinition/uniqueness/concurrent-duplicates"
        )
        {
            MayBreak = ["CreateWorkflowDefinition/idempotency/concurrent-replays"],
        },
        new(
            "makes the definition that a run names",
            MakesUnknownDefinitions,
            "CreateWorkflowRun/not-found/unknown-definition"
        ),
        new(
            "starts runs of any definition somewhere else",
            StartsRunsElsewhere,
            "CreateWorkflowRun/not-found/unknown-definition"
        ),
        new(
            "keeps the name of a refused definition",
            KeepsRefusedNames,
            "CreateWorkflowDefinition/refusal/changes-nothing"
        )
        {
            MayBreak = ["CreateWorkflowDefinition/idempotency/token-of-a-refused-request"],
        },
        new("starts a run that it refuses", StartsRefusedRuns(_ => true), "CreateWorkflowRun/refusal/changes-nothing"),
        new(
            "starts a run that it refuses for its token alone",
            StartsRefusedRuns(answer => answer.Contains("clientToken", StringComparison.Ordinal)),
            "CreateWorkflowRun/refusal/changes-nothing"
        ),
        new(
            "starts a run that it refuses for its client alone",
            StartsRefusedRuns(answer => answer.Contains("clientInfo", StringComparison.Ordinal)),
            "CreateWorkflowRun/refusal/changes-nothing"
        ),
    ];

    // What exists can't reach how a single member is read.
    private static readonly ImmutableArray<string> Behaviours =
    [
        "*/uniqueness/*",
        "*/idempotency/*",
        "*/refusal/*",
        "*/not-found/*",
        "*/request/*",
        "*/response/*",
        "*/supporting/*",
        "*Exception/status",
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Lie.Rows(Lies);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsSeenThrough(string lie) => Lie.IsSeenThrough(Lies.Select(l => l with { Judged = Behaviours }), lie);

    private static bool IsTaken(Answer answer) =>
        Encoding.UTF8.GetString(answer.Body.Span).Contains("name that is not taken", StringComparison.Ordinal);

    private static NovaActBehaviour AcceptsTakenNames() =>
        Answering(Definition, (_, answer) => IsTaken(answer) ? Active : answer);

    private static NovaActBehaviour AcceptsTakenNamesWithAnotherDescription() =>
        Answering(
            Definition,
            (call, answer) => IsTaken(answer) && call.Text("description") == "Another description" ? Active : answer
        );

    private static NovaActBehaviour LosesARaceForNames()
    {
        var meeting = new Meeting();
        return Correct with
        {
            Handle = call =>
            {
                var isMet = call.Operation == Definition && call.Text("name") is { } name && meeting.Meets(name);
                var answer = Correct.Handle(call);
                return isMet && IsTaken(answer) ? Active : answer;
            },
        };
    }

    private static NovaActBehaviour RefusesEveryRival()
    {
        var meeting = new Meeting();
        return Correct with
        {
            Handle = call =>
                call.Operation == Definition && call.Text("name") is { } name && meeting.Meets(name)
                    ? Correct.Refuse(
                        new Refusal(409, "ConflictException", "busy")
                        {
                            Members = [new("resourceId", name), new("resourceType", "x")],
                        }
                    )
                    : Correct.Handle(call),
        };
    }

    private static NovaActBehaviour MakesUnknownDefinitions() =>
        Answering(
            Run,
            (call, answer) =>
            {
                if (answer.Status != 404)
                    return answer;
                var name = JsonSerializer.SerializeToUtf8Bytes(new { name = call.DefinitionName });
                Correct.Handle(call with { Operation = Definition, Request = call.Request with { Body = name } });
                return Correct.Handle(call);
            }
        );

    private static NovaActBehaviour StartsRunsElsewhere() =>
        Answering(
            Run,
            (call, answer) =>
                answer.Status == 404
                    ? Answer.Json(
                        201,
                        writer =>
                        {
                            writer.WriteString("workflowRunId", Made.NextGuid());
                            writer.WriteString("status", "RUNNING");
                        }
                    )
                    : answer
        );

    private static NovaActBehaviour KeepsRefusedNames() =>
        Answering(
            Definition,
            (call, answer) =>
            {
                if (answer.Status == 400 && call.Text("name") is { } name)
                    Correct.Handle(
                        call with
                        {
                            Request = call.Request with { Body = JsonSerializer.SerializeToUtf8Bytes(new { name }) },
                        }
                    );
                return answer;
            }
        );

    private static Func<NovaActBehaviour> StartsRefusedRuns(Func<string, bool> when) =>
        () =>
            Answering(
                Run,
                (call, answer) =>
                {
                    if (answer.Status == 400 && when(Encoding.UTF8.GetString(answer.Body.Span)))
                        Correct.Handle(
                            call with
                            {
                                Request = call.Request with
                                {
                                    Body = """{"modelId":"m","clientInfo":{"compatibilityVersion":1}}"""u8.ToArray(),
                                },
                            }
                        );
                    return answer;
                }
            );

    private static NovaActBehaviour Answering(NovaActOperation operation, Func<NovaActCall, Answer, Answer> change) =>
        Correct with
        {
            Handle = call => call.Operation == operation ? change(call, Correct.Handle(call)) : Correct.Handle(call),
        };
}
