using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Suite.Tests.EndToEnd.Twists;

namespace Conformance.Suite.Tests.EndToEnd.WrongTargets;

/// <summary>Targets that break down on what they should refuse.</summary>
public sealed class ServerFaultTests
{
    private static readonly ImmutableArray<Lie> Lies =
    [
        new(
            "fails at bodies nested very deep",
            Failing(r =>
                Encoding
                    .UTF8.GetString(r.Body.Span)
                    .Contains("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", StringComparison.Ordinal)
            ),
            "*/body/deep-nesting",
            "*/robustness/no-server-error"
        ),
        new(
            "fails at NULs",
            Failing(r => Encoding.UTF8.GetString(r.Body.Span).Contains("\\u0000", StringComparison.Ordinal)),
            "*/robustness/no-server-error"
        )
        {
            MayBreak = ["*/pattern/rejected", "*/notBlank/rejected"],
        },
        new(
            "fails at an integer beyond 64 bits",
            Failing(r => Regex.IsMatch(Encoding.UTF8.GetString(r.Body.Span), "Version\":[0-9]{20}")),
            "CreateWorkflowRun/robustness/no-server-error"
        ),
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Lie.Rows(Lies);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsSeenThrough(string lie) => Lie.IsSeenThrough(Lies, lie);

    private static Func<NovaActBehaviour> Failing(Func<Incoming, bool> at) =>
        () =>
            Correct with
            {
                Handle = call => at(call.Request) ? throw new InvalidOperationException() : Correct.Handle(call),
            };
}
