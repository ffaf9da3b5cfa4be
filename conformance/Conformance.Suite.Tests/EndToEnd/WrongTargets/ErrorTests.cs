using System.Collections.Immutable;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Suite.Tests.EndToEnd.Twists;

namespace Conformance.Suite.Tests.EndToEnd.WrongTargets;

/// <summary>Targets that refuse what has to be refused, and say so wrongly.</summary>
public sealed class ErrorTests
{
    private const string EveryRejection = "*/rejected";

    private static readonly ImmutableArray<Lie> Lies =
    [
        new(
            "answers 400 in place of 404",
            Status(404, 400),
            "CreateWorkflowRun/not-found/unknown-definition",
            "CreateWorkflowRun/error/ResourceNotFoundException/status"
        ),
        new(
            "answers 404 in place of 409",
            Status(409, 404),
            "CreateWorkflowDefinition/uniqueness/duplicate-name",
            "CreateWorkflowDefinition/error/ConflictException/status"
        ),
        new(
            "answers 400 in place of 409",
            Status(409, 400),
            "CreateWorkflowDefinition/uniqueness/duplicate-name",
            "CreateWorkflowDefinition/error/ConflictException/status"
        ),
        new(
            "answers 422 in place of 400",
            Status(400, 422),
            "*/error/ValidationException/status",
            EveryRejection,
            "*/null-rejected"
        )
        {
            MayBreak = ["*/uri/illegal-octets"],
        },
        new(
            "answers 500 in place of 400",
            Status(400, 500),
            "*/error/ValidationException/status",
            EveryRejection,
            "*/null-rejected",
            "*/robustness/no-server-error",
            "*/body/malformed-json"
        )
        {
            MayBreak = ["*/body/*", "*/uri/illegal-octets"],
        },
        new(
            "answers 500 to duplicates",
            Status(409, 500),
            "CreateWorkflowDefinition/uniqueness/duplicate-name",
            "*/robustness/no-server-error"
        )
        {
            MayBreak = ["*/error/ConflictException/status", "*/idempotency/other-parameters/conflict"],
        },
        new(
            "answers 200 with an error in it",
            Status(400, 200),
            EveryRejection,
            "*/null-rejected",
            "*/body/malformed-json"
        )
        {
            MayBreak = ["*/body/*", "*/uri/illegal-octets"],
        },
        new(
            "answers errors as HTML",
            Written(a =>
                a with
                {
                    Body = "<html><body>Bad Request</body></html>"u8.ToArray(),
                    Headers = [new("Content-Type", "text/html"), .. a.Headers.Where(h => h.Key != "Content-Type")],
                }
            ),
            "*/error/ValidationException/content-type",
            "*/error/ValidationException/message/required"
        )
        {
            MayBreak = ["*/error/*"],
        },
        new(
            "answers errors without content type",
            Written(a => a.WithoutHeader("Content-Type")),
            "*/error/*/content-type"
        ),
        new("answers errors with nothing", Written(a => a with { Body = default }), "*/error/*/message/required")
        {
            MayBreak = ["*/error/*"],
        },
        new(
            "answers errors with a stack trace",
            Telling(r =>
                r with
                {
                    Message = "System.ArgumentException: bad\n   at Api.Runs.Create(Request r) in /src/Runs.cs:line 17",
                }
            ),
            "CreateWorkflowRun/robustness/no-stack-trace",
            "CreateWorkflowDefinition/robustness/no-stack-trace"
        ),
        new(
            "names no error",
            Written(a => a.WithoutHeader("X-Amzn-ErrorType")),
            "*/error/ValidationException/name",
            "*/error/ConflictException/name",
            "*/error/ResourceNotFoundException/name"
        ),
        new(
            "names every error ServiceException",
            Telling(r => r with { Error = "ServiceException" }),
            "*/error/ValidationException/name",
            "*/error/ConflictException/name",
            "*/error/ResourceNotFoundException/name"
        ),
        new(
            "names the error in small letters",
            Telling(r => r with { Error = r.Error.ToLowerInvariant() }),
            "*/error/ValidationException/name",
            "*/error/ConflictException/name",
            "*/error/ResourceNotFoundException/name"
        ),
        new(
            "names what is not found a ValidationException",
            Telling(r => r.Status == 404 ? r with { Error = "ValidationException" } : r),
            "CreateWorkflowRun/error/ResourceNotFoundException/name"
        ),
        new(
            "gives no message",
            Written(a => a.Rewritten(o => o.Remove("message"))),
            "*/error/ValidationException/message/required",
            "*/error/ConflictException/message/required",
            "*/error/ResourceNotFoundException/message/required"
        ),
        new(
            "gives a message that is an object",
            Written(a => a.Rewritten(o => o["message"] = new System.Text.Json.Nodes.JsonObject())),
            "*/error/ValidationException/message/type",
            "*/error/ConflictException/message/type",
            "*/error/ResourceNotFoundException/message/type"
        ),
        new(
            "gives no reason",
            Written(a => a.Rewritten(o => o.Remove("reason"))),
            "CreateWorkflowRun/error/ValidationException/reason/required",
            "CreateWorkflowDefinition/error/ValidationException/reason/required"
        ),
        new(
            "gives an unknown reason",
            Written(a =>
                a.Rewritten(o =>
                {
                    if (o.ContainsKey("reason"))
                        o["reason"] = "BAD";
                })
            ),
            "CreateWorkflowRun/error/ValidationException/reason/enum",
            "CreateWorkflowDefinition/error/ValidationException/reason/enum"
        ),
        new(
            "gives no id of the resource",
            Written(a => a.Rewritten(o => o.Remove("resourceId"))),
            "*/error/ConflictException/resourceId/required",
            "*/error/ResourceNotFoundException/resourceId/required"
        ),
        new(
            "gives no type of the resource",
            Written(a => a.Rewritten(o => o.Remove("resourceType"))),
            "*/error/ConflictException/resourceType/required",
            "*/error/ResourceNotFoundException/resourceType/required"
        ),
        new(
            "lists the wrong fields",
            Telling(r =>
                r with
                {
                    FieldList = r.FieldList is null ? null : [new FieldFault("somethingElse", "wrong")],
                }
            ),
            "CreateWorkflowRun/error/ValidationException/fieldList/names-the-member",
            "CreateWorkflowDefinition/error/ValidationException/fieldList/names-the-member"
        ),
        new(
            "lists fields without names",
            Written(a =>
                a.Rewritten(o =>
                {
                    if (o.ContainsKey("fieldList"))
                        o["fieldList"] = new System.Text.Json.Nodes.JsonArray(
                            new System.Text.Json.Nodes.JsonObject { ["message"] = "bad" }
                        );
                })
            ),
            "CreateWorkflowRun/error/ValidationException/fieldList[].name/required",
            "CreateWorkflowDefinition/error/ValidationException/fieldList[].name/required"
        ),
        new(
            "lists fields as text",
            Written(a =>
                a.Rewritten(o =>
                {
                    if (o.ContainsKey("fieldList"))
                        o["fieldList"] = "modelId";
                })
            ),
            "CreateWorkflowRun/error/ValidationException/fieldList/type",
            "CreateWorkflowDefinition/error/ValidationException/fieldList/type"
        ),
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Lie.Rows(Lies);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsSeenThrough(string lie) => Lie.IsSeenThrough(Lies, lie);

    private static Func<NovaActBehaviour> Status(int right, int wrong) =>
        Telling(refusal => refusal.Status == right ? refusal with { Status = wrong } : refusal);

    private static Func<NovaActBehaviour> Telling(Func<Refusal, Refusal> change) => () => Twists.Refusing(change);

    private static Func<NovaActBehaviour> Written(Func<Answer, Answer> change) =>
        () => Correct with { Refuse = refusal => change(Correct.Refuse(refusal)) };
}
