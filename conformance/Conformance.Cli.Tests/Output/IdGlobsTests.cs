using Conformance.Cli.Output;

namespace Conformance.Cli.Tests.Output;

public sealed class IdGlobsTests
{
    private static readonly string[] All =
    [
        "a/B/c/x",
        "a/B/c/y",
        "a/B/c[]/x",
        "a/B/d/x",
        "a/B/d/y",
        "a/B/e",
        "a/C/c/x",
    ];

    [Theory]
    [InlineData("a/B/e", "a/B/e")]
    [InlineData("a/B/c/x", "a/B/c/x")]
    [InlineData("a/B/c/x a/B/c/y", "a/B/c/*")]
    [InlineData("a/B/c/x a/B/d/x", "a/B/c/x, a/B/d/x")]
    [InlineData("a/B/c/x a/B/c/y a/B/c[]/x", "a/B/c/*, a/B/c[]/x")]
    [InlineData("a/B/c/x a/B/c/y a/B/d/x", "a/B/c/*, a/B/d/x")]
    [InlineData("a/B/c/x a/B/c/y a/B/c[]/x a/B/e", "a/B/* without a/B/d/*")]
    [InlineData("a/B/c/x a/B/c/y a/B/c[]/x a/B/d/x a/B/d/y", "a/B/* without a/B/e")]
    [InlineData("a/B/c/x a/B/c/y a/B/c[]/x a/B/d/x a/B/d/y a/B/e", "a/B/*")]
    [InlineData("a/B/c/x a/B/c/y a/B/c[]/x a/B/d/x a/B/d/y a/B/e a/C/c/x", "a/*")]
    public void AsFewGlobsAsItTakesSayWhatASetHolds(string ids, string globs) =>
        Assert.Equal(globs, string.Join(", ", IdGlobs.Of(ids.Split(' '), All)));
}
