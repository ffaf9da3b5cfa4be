using Conformance.Reference.Http;

namespace Conformance.Reference.Tests.Http;

public sealed class ChecksTests
{
    [Theory]
    [InlineData("abc", true)]
    [InlineData("", false)]
    [InlineData("abcd", false)]
    [InlineData("\U0001F600\U0001F600\U0001F600", true)]
    [InlineData("\U0001F600\U0001F600\U0001F600\U0001F600", false)]
    public void LengthCountsCodePoints(string value, bool isAccepted) =>
        Assert.Equal(isAccepted, Checks.Length(1, 3)(value) is null);

    [Theory]
    [InlineData("a", true)]
    [InlineData(" ", true)]
    [InlineData("", false)]
    public void OnlyTheEmptyTextHasNoCharacter(string value, bool isAccepted) =>
        Assert.Equal(isAccepted, Checks.NotEmpty(value) is null);

    [Fact]
    public void TheFirstOfTwoComplaintsCounts()
    {
        var check = Checks.Both(_ => "first", _ => "second");
        Assert.Equal("first", check("value"));
    }
}
