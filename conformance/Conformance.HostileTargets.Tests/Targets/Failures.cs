using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference.Wire;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>Targets that fail, now and then or for good.</summary>
internal static class Failures
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
            "DiesAfterAWhile",
            "closes every connection without a word after 12 requests",
            NotAccused,
            Twist.After(12, Closes)
        ) with
        {
            Only = Few,
        },
        Row(
            "DiesAndComesBack",
            "closes every connection without a word from request 12 to request 24",
            NotAccused,
            DiesAndComesBack()
        ) with
        {
            Only = Few,
        },
        Row(
            "FailsEverySecond",
            "responds to every second request with 500",
            AccusedOrInconclusive("*"),
            Twist.OneIn(2, Fails)
        ),
        Row(
            "FailsNowAndThen",
            "responds to one request in 20 with 500",
            AccusedOrInconclusive("*"),
            Twist.OneIn(20, Fails)
        ),
        Row(
            "FailsAfterAWhile",
            "responds to everything with 500 after 50 requests",
            AccusedOrInconclusive("*"),
            Twist.After(50, Fails)
        ),
        Row("FailsEverything", "responds to everything with 500", AccusedOrInconclusive("*"), Twist.Requests(Fails)),
    ];

    private static HostileTarget Row(string name, string says, ExpectedVerdict expected, Func<Func<Pass, Task>> wire) =>
        new(name, "nova-act", says, expected) { Wire = wire };

    private static Func<Func<Pass, Task>> DiesAndComesBack() =>
        () =>
        {
            var count = 0;
            return pass => Interlocked.Increment(ref count) is >= 12 and < 24 ? Closes(pass) : pass.PassOnAsync();
        };

    private static Task Closes(Pass pass)
    {
        pass.IsLast = true;
        return Task.CompletedTask;
    }

    private static Task Fails(Pass pass) =>
        pass.WriteAsync(
            Http.Response(
                "500 Internal Server Error",
                "{\"message\":\"oops\"}",
                "Content-Type: application/json",
                "x-amzn-RequestId: 1",
                "X-Amzn-ErrorType: InternalServerException"
            )
        );
}
