using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Behaviours.Resources;

/// <summary>Values that differ from others are legal as well.</summary>
public sealed class LegalValuesTests
{
    [Theory]
    [InlineData("[a-zA-Z0-9-]{4,20}", "kit1ab-c", "kit1AB-C")]
    [InlineData("[A-Z]{3}[a-z]{3}", "ABCdef", null)]
    [InlineData("[A-Za-z][a-z]{3}", "Abcd", "abcd")]
    [InlineData("[a-z0-9]{4,20}", "kit1abc", null)]
    [InlineData("[0-9]{4}", "1234", null)]
    public void LettersChangeTheirCaseWhereThatIsLegal(string pattern, string text, string? other) =>
        With(pattern, (test, member) => Assert.Equal(other, LegalValues.InOtherCase(test, member, text)));

    [Theory]
    [InlineData("[a-z]{3}", "abc", "abx")]
    [InlineData("[a-z]{3}", "abx", "aby")]
    [InlineData("[0-9]{3}", "120", "121")]
    [InlineData("[A-Za-z]{3}", "abX", "aby")]
    [InlineData("ab[cC]", "abc", null)]
    public void TheLastCharacterChangesToOneThatIsLegalAndNotOnlyAnotherCase(
        string pattern,
        string text,
        string? other
    ) => With(pattern, (test, member) => Assert.Equal(other, LegalValues.WithAnotherEnd(test, member, text)));

    [Theory]
    [InlineData("[a-z-]{3,9}", "abc", "ab-c")]
    [InlineData("[a-z.]{3,9}", "abc", "ab.c")]
    [InlineData("[a-z]{3,9}", "abc", null)]
    [InlineData("[a-z-]{3}", "abc", null)]
    public void PunctuationIsAddedWhereItIsLegal(string pattern, string text, string? other) =>
        With(pattern, (test, member) => Assert.Equal(other, LegalValues.WithPunctuation(test, member, text)));

    [Theory]
    [InlineData("[a-z0-9]{1,40}", true, true)]
    [InlineData("[a-z]{1,10}", true, false)]
    [InlineData("[0-9a-f]{8}", true, false)]
    [InlineData("[a-z]{1,2}", false, false)]
    [InlineData("id-[0-9]{3}", false, false)]
    public void RoomIsToldByHowManyValuesThereAre(string pattern, bool hasRoom, bool hasPrefix) =>
        With(
            pattern,
            (test, member) =>
            {
                Assert.Equal(hasRoom, Record.Exception(() => LegalValues.DemandRoom(test, member)) is null);
                Assert.Equal(hasPrefix, Record.Exception(() => LegalValues.DemandPrefix(test, member)) is null);
            }
        );

    [Fact]
    public void AnotherValueIsAnotherOneOrNone()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var test = target.Bench(Made.Operation());
        var one = Made.Text("m", new OneOf(["a", "b"], Level.Must, Made.At(1)));
        var only = Made.Text("m", new OneOf(["a"], Level.Must, Made.At(1)));
        Assert.Equal(new JsonText("b"), LegalValues.Another(test, one, new JsonText("a")));
        Assert.Null(LegalValues.Another(test, only, new JsonText("a")));
        var flag = Made.Member("m", JsonKind.Boolean);
        Assert.Equal(new JsonRaw("false"), LegalValues.Another(test, flag, new JsonRaw("true")));
    }

    private static void With(string pattern, Action<TestSession, Member> check)
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var member = Made.Text("m", Made.Matching(pattern)) with { Role = MemberRole.UniqueName };
        check(target.Bench(Made.Operation(member)), member);
    }
}
