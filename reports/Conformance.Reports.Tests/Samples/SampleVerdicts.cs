using Conformance.Schemas;

namespace Conformance.Reports.Tests.Samples;

/// <summary>One verdict for each thing that can be said of a requirement.</summary>
internal static class SampleVerdicts
{
    private static readonly Citation MaxLength = new("D0", 67, "CreateWorkflowRun, Amazon Nova Act");

    private static readonly (string Api, string Operation)[] Operations =
    [
        ("bedrock", "InvokeFlow"),
        ("nova-act", "CreateWorkflowDefinition"),
        ("nova-act", "CreateWorkflowRun"),
        ("pennsieve", "CreateRun"),
    ];

    private static readonly string[] Groups = ["constraint", "body", "response", "error", "idempotency", "stream"];

    public static Requirement Requirement(string id, string group, Level level, string says)
    {
        var parts = id.Split('/');
        return new(id, parts[0], parts[1], new RequirementGroup(group), level, [MaxLength], says, ["R4"])
        {
            Member = "modelId",
        };
    }

    public static Verdict Of(Level level, Outcome outcome, SkipReason? skip = null) =>
        new(Requirement("nova-act/CreateWorkflowRun/x", "constraint", level, "x holds"), outcome, "because", 1, 2, 3.5)
        {
            Skip = skip,
        };

    public static IEnumerable<Verdict> Passed(int count) =>
        Enumerable
            .Range(0, count)
            .Select(i =>
            {
                var (api, operation) = Operations[i % Operations.Length];
                var level = i % 5 == 0 ? Level.Should : Level.Must;
                var id = $"{api}/{operation}/member{i:0000}/minLength/rejected";
                return new Verdict(
                    Requirement(id, Groups[i / 4 % Groups.Length], level, $"member {i} shorter than 1 is rejected"),
                    Outcome.Passed,
                    Reason: null,
                    Cases: 12,
                    Requests: 24,
                    Milliseconds: 31.2
                );
            });

    public static Verdict AcceptsTooLong()
    {
        var smallest = new string('m', 101);
        return new(
            Requirement(
                "nova-act/CreateWorkflowRun/modelId/maxLength/rejected",
                "constraint",
                Level.Must,
                "modelId longer than 100 characters is rejected"
            ),
            Outcome.Failed,
            "accepted with 201",
            Cases: 6,
            Requests: 13,
            Milliseconds: 210
        )
        {
            Cause = new(CauseKind.AcceptedInvalid)
            {
                Rule = "maxLength/rejected",
                ExpectedStatus = 400,
                Status = 201,
            },
            FailedCases = ["modelId of 101 characters", "modelId of 140 characters"],
            Evidence = new(
                "modelId of 101 characters",
                "400 ValidationException that names modelId",
                "201 with a workflowRunId",
                [new("modelId of 101 characters", SampleExchanges.CreateRun(smallest, 201, SampleExchanges.RunCreated))]
            )
            {
                OriginalValue = $"\"{new string('q', 140)}\"",
                SmallestValue = $"\"{smallest}\"",
                ShrinkPath = [$"\"{new string('q', 120)}\"", $"\"{new string('q', 101)}\"", $"\"{smallest}\""],
                Control = SampleExchanges.CreateRun(new string('m', 100), 201, SampleExchanges.RunCreated),
            },
        };
    }

    public static Verdict ForgetsToken() =>
        new(
            Requirement(
                "nova-act/CreateWorkflowRun/idempotency/replay",
                "idempotency",
                Level.Must,
                "the same request with the same clientToken gives the same run"
            ),
            Outcome.Failed,
            "a second run was created",
            Cases: 1,
            Requests: 2,
            Milliseconds: 45
        )
        {
            Cause = new(CauseKind.SecondResource) { Rule = "idempotency/replay" },
            Evidence = new(
                "one request, sent twice",
                "the same workflowRunId twice",
                "two different ids",
                [
                    new("a run with a token", SampleExchanges.CreateRun("nova", 201, SampleExchanges.RunCreated)),
                    new("the same request again", SampleExchanges.CreateRun("nova", 201, SampleExchanges.RunCreated)),
                ]
            ),
        };

    public static Verdict BrokenStream() =>
        new(
            Requirement(
                "bedrock/InvokeFlow/stream/completes",
                "stream",
                Level.Must,
                "a completion event ends the stream"
            ),
            Outcome.Failed,
            "the stream ends without a completion event",
            Cases: 1,
            Requests: 1,
            Milliseconds: 1_200
        )
        {
            Cause = new(CauseKind.OtherBehaviour) { Rule = "stream/completes" },
            Evidence = new(
                "the configured document",
                "a flowCompletionEvent as the last event",
                "the stream ends after 1 event",
                [
                    new("the flow is invoked", SampleExchanges.BinaryResponse()),
                    new("once more", SampleExchanges.Disconnected()),
                    new("and again", SampleExchanges.BrokenOff()),
                ]
            ),
        };

    public static Verdict WrongErrorName() =>
        new(
            Requirement(
                "nova-act/CreateWorkflowRun/error/name",
                "error",
                Level.Should,
                "an error names itself in X-Amzn-Errortype or in the body"
            ),
            Outcome.Failed,
            "neither the header nor the body names the error",
            Cases: 1,
            Requests: 2,
            Milliseconds: 20
        )
        {
            Cause = new(CauseKind.WrongErrorName) { Rule = "error/{name}/name", ExpectedError = "ValidationException" },
            Evidence = new(
                "an empty body",
                "ValidationException",
                "no name",
                [new("an empty body", SampleExchanges.NoName())]
            ),
        };

    public static Verdict Errored() =>
        new(
            Requirement("pennsieve/CreateRun/callback/once", "webhook", Level.Must, "one webhook is sent for each run"),
            Outcome.Errored,
            "the webhook receiver could not listen on port 8099: choose another with webhook.port",
            Cases: 0,
            Requests: 0,
            Milliseconds: 2
        );

    public static Verdict Skipped(SkipReason reason) =>
        new(
            Requirement(
                $"pennsieve/CreateRun/skips/{reason}",
                "body",
                Level.Must,
                $"a requirement that is skipped: {reason}"
            ),
            Outcome.Skipped,
            "the configuration names no workflow instance: add pennsieve.workflowInstanceId",
            Cases: 0,
            Requests: 0,
            Milliseconds: 0
        )
        {
            Skip = reason,
        };
}
