using System.Collections.Concurrent;
using System.Text;
using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference.Wire;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>What happens to connections.</summary>
internal static class Connections
{
    private static readonly ExpectedVerdict Gone = Inconclusive("out of reach");

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        At("ClosesAtOnce", "closes every connection at once", Gone, _ => Task.CompletedTask),
        At("ResetsAtOnce", "resets every connection at once", Gone, Resets),
        At(
            "ClosesAfterRequests",
            "closes every connection once a request is there",
            Gone,
            async visit => await visit.ReadAsync()
        ),
        At(
            "ResetsAfterRequests",
            "resets every connection once a request is there",
            Gone,
            async visit =>
            {
                await visit.ReadAsync();
                visit.Reset();
            }
        ),
        At("NeverReads", "takes connections and reads nothing", Gone, visit => visit.HangAsync()) with
        {
            RequestTimeoutSeconds = 1,
        },
        At(
            "ListensNoMore",
            "refuses every connection after the first",
            Gone,
            visit =>
            {
                visit.CloseGate();
                return Task.CompletedTask;
            }
        ),
        Counting("ClosesEverySecond", "closes every second connection at once", NotAccused, 2, _ => Task.CompletedTask),
        Counting("ResetsEverySecond", "resets every second connection at once", NotAccused, 2, Resets),
        Counting("ResetsNowAndThen", "resets one connection in seven at once", NotAccused, 7, Resets),
        new("ServesOneAfterTheOther", "nova-act", "serves one connection at a time", NotAccused)
        {
            Gate = OneAtATime,
            Only = ["*/request/required-only/accepted"],
        },
        At(
            "SpeaksBeforeItIsAsked",
            "sends 408 on each connection before any request, and closes it",
            NotAccused with
            {
                ExitCodes = [1, 3],
                Accuses = ["*"],
            },
            async visit =>
            {
                await visit.WriteAsync(
                    Encoding.ASCII.GetBytes(Http.Response("408 Request Timeout", "", "Connection: close"))
                );
            }
        ),
        At("SendsTwiceAsMuch", "sends a second response after each", AccusedOrInconclusive("*"), Twice),
        On(
            "ResetsAfterResponses",
            "resets each connection after its response",
            NotAccused,
            async pass =>
            {
                await pass.PassOnAsync();
                pass.Reset();
            }
        ),
        On(
            "SaysThatItCloses",
            "says that it closes each connection, and keeps it",
            Conformant,
            pass => pass.PassOnAsync((head, body) => Http.WithLine(head, "Connection: close") + body)
        ),
        On(
            "SaysThatItKeeps",
            "says that it keeps each connection, and closes it",
            NotAccused,
            pass =>
            {
                pass.IsLast = true;
                return pass.PassOnAsync(
                    (head, body) =>
                        Http.WithLine(head, "Connection: keep-alive\r\nKeep-Alive: timeout=1000, max=1000") + body
                );
            }
        ),
        Row(
            "LosesHalfOfTheResponses",
            "carries every request out, and closes before half of the responses",
            NotAccused,
            Loses(2)
        ),
        Row(
            "LosesOneInFive",
            "carries every request out, and closes before one response in five",
            NotAccused,
            Loses(5)
        ),
        Row("CutsOneInFive", "closes within one response in five", NotAccused, Cuts(5)),
        new(
            "LosesResponsesToCallbacks",
            "pennsieve",
            "starts every run with a callback, and closes before the first response to each",
            NotAccused
        )
        {
            Wire = LosesFirstOfEachCallback,
            Only = ["*/webhook/one-at-the-end", "*/webhook/status"],
        },
    ];

    private static Func<Pass, Task> LosesFirstOfEachCallback()
    {
        var called = new ConcurrentDictionary<string, bool>();
        return async pass =>
        {
            var at = pass.Request.IndexOf("\"completionCallbackUrl\"", StringComparison.Ordinal);
            pass.IsLast = at >= 0 && called.TryAdd(pass.Request[at..].Split(',', '}')[0], true);
            if (pass.IsLast)
                await pass.ResponseAsync();
            else
                await pass.PassOnAsync();
        };
    }

    private static HostileTarget At(string name, string says, ExpectedVerdict expected, Func<Visit, Task> admits) =>
        new(name, "nova-act", says, expected) { Gate = () => admits };

    private static HostileTarget On(string name, string says, ExpectedVerdict expected, Func<Pass, Task> handle) =>
        Row(name, says, expected, () => handle);

    private static HostileTarget Row(string name, string says, ExpectedVerdict expected, Func<Func<Pass, Task>> wire) =>
        new(name, "nova-act", says, expected) { Wire = wire };

    /// <summary>One connection in so many is treated so.</summary>
    private static HostileTarget Counting(
        string name,
        string says,
        ExpectedVerdict expected,
        int number,
        Func<Visit, Task> admits
    ) =>
        new(name, "nova-act", says, expected)
        {
            Gate = () =>
            {
                var count = 0;
                return visit => Interlocked.Increment(ref count) % number == 0 ? admits(visit) : visit.PassOnAsync();
            },
        };

    private static Task Resets(Visit visit)
    {
        visit.Reset();
        return Task.CompletedTask;
    }

    private static Func<Visit, Task> OneAtATime()
    {
        var turn = new SemaphoreSlim(1);
        return async visit =>
        {
            await turn.WaitAsync(visit.Stopped);
            try
            {
                await visit.PassOnAsync();
            }
            finally
            {
                turn.Release();
            }
        };
    }

    /// <summary>The second one is on its way before the next request is.</summary>
    private static async Task Twice(Visit visit)
    {
        var response = Encoding.ASCII.GetBytes(
            Http.Response(
                "201 Created",
                "{\"status\":\"ACTIVE\"}",
                "Content-Type: application/json",
                "x-amzn-RequestId: 1"
            )
        );
        while (await visit.ReadAsync() > 0)
            await visit.WriteAsync((byte[])[.. response, .. response]);
    }

    private static Func<Func<Pass, Task>> Loses(int number) =>
        () =>
        {
            var count = 0;
            return async pass =>
            {
                pass.IsLast = Interlocked.Increment(ref count) % number == 0;
                if (pass.IsLast)
                    await pass.ResponseAsync();
                else
                    await pass.PassOnAsync();
            };
        };

    private static Func<Func<Pass, Task>> Cuts(int number) =>
        () =>
        {
            var count = 0;
            return async pass =>
            {
                var (head, body) = await pass.ResponseAsync();
                pass.IsLast = Interlocked.Increment(ref count) % number == 0;
                await pass.WriteAsync(pass.IsLast ? (head + body)[..^1] : head + body);
            };
        };
}
