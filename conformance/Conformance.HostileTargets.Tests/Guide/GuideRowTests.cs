namespace Conformance.HostileTargets.Tests.Guide;

public sealed class GuideRowTests
{
    private static readonly GuideRow Row = new(
        "HangsOnEverything",
        "sends no response",
        "inconclusive",
        30.1,
        183,
        1.2
    );

    [Fact]
    public void ARowIsReadAsItWasWritten() => Assert.Equal(Row, GuideRow.Read(Row.Write()));

    [Theory]
    [InlineData("")]
    [InlineData("| target | what it does | verdict | seconds | memory, MB | report, MB |")]
    [InlineData("| --- | --- | --- | ---: | ---: | ---: |")]
    [InlineData("| time | 30.1 s | `HangsOnEverything` |")]
    public void OtherLinesAreNoRows(string line) => Assert.Null(GuideRow.Read(line));
}
