using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference.Wire;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>Targets that take their time, or too much of it.</summary>
internal static class Delays
{
    private static readonly ImmutableArray<string> Few =
    [
        Ids.Requests,
        "CreateWorkflowRun/body/malformed-json",
        "CreateWorkflowDefinition/name/maxLength/rejected",
    ];

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Row(
            "HangsOnEverything",
            "sends no response and keeps the connections",
            Inconclusive("out of reach"),
            Twist.Requests(pass => pass.HangAsync()),
            1
        ),
        Row(
            "HangsAfterTheHead",
            "sends a head and nothing more",
            Inconclusive("out of reach"),
            Twist.Requests(ThenHangs("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")),
            1
        ),
        Row(
            "HangsWithinBodies",
            "sends half of each body and nothing more",
            Inconclusive("out of reach"),
            Twist.Requests(HalfOfIt),
            1
        ),
        Row(
            "HangsOnMalformedJson",
            "responds correctly, but to malformed JSON not at all",
            AccusedOrInconclusive("*/body/*"),
            Twist.Requests(IsMalformed, pass => pass.HangAsync()),
            3
        ) with
        {
            Only = ["CreateWorkflowRun/body/malformed-json"],
            RequestTimeoutSeconds = 2,
        },
        Row(
            "HangsOnRejections",
            "responds correctly, but to invalid requests not at all",
            AccusedOrInconclusive("*/rejected", "*/null-rejected", "*/body/*", "*/uniqueness/*", Ids.Errors),
            HangsOnErrors(),
            3
        ) with
        {
            Only =
            [
                "CreateWorkflowDefinition/request/required-only/accepted",
                "CreateWorkflowDefinition/name/maxLength/rejected",
            ],
            RequestTimeoutSeconds = 2,
        },
        Row(
            "HangsOnRuns",
            "responds correctly, but to the creation of runs not at all",
            AccusedOrInconclusive("CreateWorkflowRun/*"),
            Twist.Requests(IsRun, pass => pass.HangAsync()),
            3
        ) with
        {
            Only = ["CreateWorkflowRun/request/required-only/accepted"],
            RequestTimeoutSeconds = 2,
        },
        Row(
            "HangsOnReads",
            "responds correctly, but to GET and DELETE not at all",
            WarnedOrInconclusive("Get*/contract/*", "Delete*/contract/*"),
            Twist.Requests(r => !Http.Creates(r), pass => pass.HangAsync()),
            3
        ) with
        {
            Only = ["CreateWorkflowDefinition/request/required-only/accepted"],
            RequestTimeoutSeconds = 2,
        },
        Row(
            "HangsOnDeletes",
            "responds correctly, but to DELETE not at all",
            WarnedOrInconclusive("Delete*/contract/*"),
            Twist.Requests(r => r.StartsWith("DELETE", StringComparison.Ordinal), pass => pass.HangAsync()),
            3
        ) with
        {
            Only = ["CreateWorkflowDefinition/request/required-only/accepted"],
            RequestTimeoutSeconds = 2,
        },
        Row(
            "HangsNowAndThen",
            "hangs on one request in ten",
            NotAccused,
            Twist.OneIn(10, pass => pass.HangAsync()),
            3
        ) with
        {
            Only = [Ids.Requests, "CreateWorkflowDefinition/name/maxLength/rejected"],
            RequestTimeoutSeconds = 2,
        },
        Row(
            "HangsAfterAWhile",
            "hangs for good after 12 requests",
            NotAccused,
            Twist.After(12, pass => pass.HangAsync()),
            3
        ) with
        {
            Only = [Ids.Requests],
            RequestTimeoutSeconds = 2,
        },
        Row(
            "SendsAnOctetASecond",
            "sends one octet a second",
            Inconclusive("out of reach"),
            Twist.Requests(OctetsPerSecond),
            2
        ),
        Row(
            "IsSlowerAndSlower",
            "takes 2 ms more for each response than for the one before, up to 40 ms",
            NotAccused,
            SlowerAndSlower()
        ) with
        {
            Only = Few,
        },
    ];

    private static HostileTarget Row(
        string name,
        string says,
        ExpectedVerdict expected,
        Func<Func<Pass, Task>> wire,
        double timeoutSeconds = 90
    ) => new(name, "nova-act", says, expected) { Wire = wire, RequestTimeoutSeconds = timeoutSeconds };

    private static bool IsRun(string request) =>
        Http.Creates(request) && request.Contains("/workflow-runs", StringComparison.Ordinal);

    private static bool IsMalformed(string request)
    {
        var body = request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        try
        {
            using var json = System.Text.Json.JsonDocument.Parse(
                body.Length == 0 ? "{}" : body,
                new() { MaxDepth = 100_000 }
            );
            return false;
        }
        catch (System.Text.Json.JsonException)
        {
            return true;
        }
    }

    private static Func<Pass, Task> ThenHangs(string beginning) =>
        async pass =>
        {
            await pass.WriteAsync(beginning);
            await pass.HangAsync();
        };

    private static async Task HalfOfIt(Pass pass)
    {
        var (head, body) = await pass.ResponseAsync();
        await pass.WriteAsync(head + body[..(body.Length / 2)]);
        if (body.Length > 0)
            await pass.HangAsync();
    }

    private static Func<Func<Pass, Task>> HangsOnErrors() =>
        Twist.Requests(async pass =>
        {
            var (head, body) = await pass.ResponseAsync();
            if (!Http.IsSuccess(head))
                await pass.HangAsync();
            await pass.WriteAsync(head + body);
        });

    private static async Task OctetsPerSecond(Pass pass)
    {
        var (head, body) = await pass.ResponseAsync();
        foreach (var octet in head + body)
        {
            await pass.WriteAsync($"{octet}");
            await pass.DawdleAsync(TimeSpan.FromSeconds(1));
        }
    }

    private static Func<Func<Pass, Task>> SlowerAndSlower() =>
        () =>
        {
            var count = 0;
            return async pass =>
            {
                await pass.DawdleAsync(TimeSpan.FromMilliseconds(Math.Min(40, 2 * Interlocked.Increment(ref count))));
                await pass.PassOnAsync();
            };
        };
}
