using Conformance.Engine.Http;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using FsCheck.Fluent;

namespace Conformance.Engine.Tests.Http;

/// <summary>When a throttled request may be sent again.</summary>
public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(429, null, true)]
    [InlineData(429, "1", true)]
    [InlineData(503, "1", true)]
    [InlineData(503, "", true)]
    [InlineData(503, null, false)]
    [InlineData(500, "1", false)]
    [InlineData(301, "1", false)]
    public void PatienceIsAskedForByThrottlingAndByATime(int status, string? retryAfter, bool isAskedFor) =>
        Assert.Equal(isAskedFor, RetryAfter.IsAskedFor(Response(status, retryAfter)));

    [Theory]
    [InlineData("0", 0.0)]
    [InlineData("120", 120.0)]
    [InlineData("Fri, 02 Jan 2026 03:05:05 GMT", 60.0)]
    [InlineData("Fri, 02 Jan 2026 03:03:05 GMT", -60.0)]
    [InlineData("-1", null)]
    [InlineData("+1", null)]
    [InlineData("1.5", null)]
    [InlineData(" 1", null)]
    [InlineData("99999999999", null)]
    [InlineData("Fri, 02 Jan 2026", null)]
    [InlineData("2026-01-02T03:05:05Z", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void ATimeIsSecondsOrADate(string? value, double? seconds) =>
        Assert.Equal(seconds, RetryAfter.Parse(value, Now)?.TotalSeconds);

    [Fact]
    public void APauseIsAtLeastSomethingAndAtMostWhatIsAllowed() =>
        Prop.ForAll(
                Gen.Choose(-3, 20)
                    .SelectMany(asked => Gen.Choose(1, 60).Select(attempt => (asked, attempt)))
                    .ToArbitrary(),
                of =>
                {
                    var options = new TargetClientOptions();
                    var pause = RetryAfter.PauseAfter(Response(429, $"{of.asked}"), of.attempt, Now, options);
                    return pause >= options.FirstBackoff
                        && pause <= options.LongestRetryAfter
                        && (of.asked <= 0 || pause == TimeSpan.FromSeconds(Math.Min(of.asked, 10)));
                }
            )
            .Holds();

    [Fact]
    public void WithoutATimePausesDoubleUpToTheLongest()
    {
        var pauses = Enumerable
            .Range(1, 40)
            .Select(attempt => RetryAfter.PauseAfter(Response(429, null), attempt, Now, new TargetClientOptions()));
        Assert.Equal(
            [200, 400, 800, 1600, 3200, 6400, 10_000, .. Enumerable.Repeat(10_000, 33)],
            pauses.Select(p => p.TotalMilliseconds)
        );
    }

    private static ReceivedResponse Response(int status, string? retryAfter) =>
        new(status, retryAfter is null ? [] : [new Header("Retry-After", retryAfter)], default, IsTruncated: false);
}
