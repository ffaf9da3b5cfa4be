using Conformance.Reference.Variants;

namespace Conformance.Engine.Tests.Running;

/// <summary>What is mended by sending a request again is no failure, and is noted.</summary>
public sealed class RepeatedRequestTests
{
    [Theory]
    [InlineData("ThrottlesNowAndThen", "requests were throttled (429")]
    [InlineData("LosesResponses", "connections were closed without a response")]
    [InlineData("FailsNowAndThen", "server errors (5xx), gone when the same request was sent again")]
    public async Task WhatIsMendedBySendingAgainIsNoted(string name, string says)
    {
        var report = await KitRuns.Of(
            AllVariants.List.Single(v => v.Name == name),
            options => options with { Parallelism = 16 }
        );
        Assert.Contains(report.Notes, note => note.Contains(says, StringComparison.Ordinal));
    }
}
