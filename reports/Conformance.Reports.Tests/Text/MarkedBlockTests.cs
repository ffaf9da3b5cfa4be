using Conformance.Reports.Text;

namespace Conformance.Reports.Tests.Text;

public sealed class MarkedBlockTests
{
    private const string Document = "# Title\n\n<!-- begin smoke -->\nold\n<!-- end smoke -->\n\nThe end.\n";

    [Fact]
    public void WhatWasWrittenIsWhatStandsThere() =>
        Assert.Equal("new", MarkedBlock.In(MarkedBlock.Replace(Document, "smoke", "new\n"), "smoke"));

    [Fact]
    public void WritingTheSameTwiceChangesNothing()
    {
        var once = MarkedBlock.Replace(Document, "smoke", "new");
        Assert.Equal(once, MarkedBlock.Replace(once, "smoke", "new"));
    }

    [Fact]
    public void AllElseStays() =>
        Assert.Equal(
            "# Title\n\n<!-- begin smoke -->\n\nnew\n\n<!-- end smoke -->\n\nThe end.\n",
            MarkedBlock.Replace(Document, "smoke", "new")
        );

    [Fact]
    public void ADocumentWithoutTheBlockIsRefused()
    {
        Assert.Null(MarkedBlock.In(Document, "standard"));
        var refused = Assert.Throws<FormatException>(() => MarkedBlock.Replace(Document, "standard", "new"));
        Assert.Contains("<!-- begin standard -->", refused.Message, StringComparison.Ordinal);
    }
}
