using Conformance.Engine.Webhooks;

namespace Conformance.Engine.Tests.Webhooks;

public sealed class TextDifferenceTests
{
    [Fact]
    public void ShortTextsAreShownWhole() => Assert.Equal(("a", "b"), TextDifference.Excerpts("a", "b"));

    [Fact]
    public void LongTextsAreShownWhereTheyBeginToDiffer()
    {
        var (one, other) = TextDifference.Excerpts(new string('a', 5_000) + "!", new string('a', 4_096));
        Assert.Equal($"…{new string('a', 160)}… (5,001 characters)", one);
        Assert.Equal($"…{new string('a', 40)} (4,096 characters)", other);
    }

    [Fact]
    public void NoCharacterIsCutInHalf()
    {
        var (one, _) = TextDifference.Excerpts(string.Concat(Enumerable.Repeat("😀", 500)), "x😀");
        Assert.False(char.IsLowSurrogate(one.TrimStart('…')[0]));
        Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(one)));
    }
}
