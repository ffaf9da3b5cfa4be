using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Testing;

/// <summary>A right target whose responses are lost by chance is accused of nothing.</summary>
public sealed class MissingResponseTests
{
    private static readonly ScriptedResponse Lost = ScriptedResponse.None(TransportFailureKind.Disconnected);

    private static readonly ImmutableArray<(int First, int Length)> Outages =
    [
        .. from first in Enumerable.Range(1, 12) from length in Enumerable.Range(1, 12) select (first, length),
    ];

    [Theory]
    [InlineData(TransportFailureKind.Disconnected)]
    [InlineData(TransportFailureKind.Timeout)]
    [InlineData(TransportFailureKind.Malformed)]
    public async Task InAnOutageOfAnyLengthAtAnyTime(TransportFailureKind failure)
    {
        foreach (var (first, length) in Outages)
        {
            using var target = new ScriptedTarget(request =>
                request.Turn >= first && request.Turn < first + length ? ScriptedResponse.None(failure) : Right(request)
            );
            Assert.NotEqual(Outcome.Failed, (await Rejecting.Test(target)).Outcome);
        }
    }

    [Fact]
    public async Task WhereEverySecondConnectionIsLost()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var chance = new Random(seed);
            using var target = new ScriptedTarget(request => chance.Next(2) == 0 ? Lost : Right(request));
            var test = target.Bench(Rejecting.Put);
            // The run has seen by then what the network is like.
            for (var n = 0; n < 30; n++)
                await test.Send(test.Valid(Rejecting.Put), "another requirement");
            var finding = await Rejecting.Of(test, Rejecting.TooLong).Run(test);
            Assert.False(finding.Outcome == Outcome.Failed, $"accused with seed {seed}");
        }
    }

    [Fact]
    public async Task ASilenceThatTheRequestBringsAboutIsToldFromThatAllTheSame()
    {
        var turns = 0;
        using var target = new ScriptedTarget(request =>
            request.IsViolation() ? Lost
            : turns++ % 3 == 0 ? Lost
            : ScriptedResponse.Accepted
        );
        var test = target.Bench(Rejecting.Put);
        for (var n = 0; n < 30; n++)
            await test.Send(test.Valid(Rejecting.Put), "another requirement");
        Assert.Equal(Outcome.Failed, (await Rejecting.Of(test, Rejecting.TooLong).Run(test)).Outcome);
    }

    [Theory]
    [InlineData(TransportFailureKind.Timeout, true)]
    [InlineData(TransportFailureKind.Disconnected, false)]
    public async Task ATargetThatNeverRespondsToOneKindOfRequestIsKnownToHang(TransportFailureKind failure, bool hangs)
    {
        using var target = Rejecting.To(ScriptedResponse.None(failure));
        var test = target.Bench(Rejecting.Put);
        Assert.Equal(Outcome.Failed, (await Rejecting.Of(test, Rejecting.TooLong).Run(test)).Outcome);
        Assert.Equal(hangs, test.Session.Patience.HasHung);
    }

    [Fact]
    public async Task AfterSomeTimeoutsByChanceNoTimeoutIsHeldAgainstTheTarget()
    {
        using var target = Rejecting.To(ScriptedResponse.None(TransportFailureKind.Timeout));
        var test = target.Bench(Rejecting.Put);
        for (var n = 0; n < 3; n++)
            test.Session.Patience.NoteByChance();
        var finding = await Rejecting.Of(test, Rejecting.TooLong).Run(test);
        Assert.Equal(Outcome.Errored, finding.Outcome);
        Assert.Contains("by chance", finding.Reason, StringComparison.Ordinal);
    }

    private static ScriptedResponse Right(ScriptedRequest request) =>
        request.IsViolation() ? ScriptedResponse.Rejected : ScriptedResponse.Accepted;
}
