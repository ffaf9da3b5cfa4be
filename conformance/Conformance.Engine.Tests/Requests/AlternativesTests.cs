using Conformance.Engine.Requests;
using Conformance.Engine.Tests.Scripted;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Requests;

/// <summary>Members of which exactly one stands in a valid request.</summary>
public sealed class AlternativesTests
{
    private static readonly Operation Put = Made.Operation(
        Made.Text("note"),
        Made.Text("usual"),
        Made.Member("other", JsonKind.Object) with
        {
            Members = [Made.Text("other.inner")],
        }
    ) with
    {
        ExactlyOneOf = ["usual", "other"],
    };

    [Theory]
    [InlineData(null, "usual")]
    [InlineData("note", "usual")]
    [InlineData("usual", "usual")]
    [InlineData("other", "other")]
    [InlineData("other.inner", "other")]
    public void TheOneThatIsAskedForIsChosenOrElseTheUsualOne(string? with, string chosen) =>
        Assert.Equal(chosen, Alternatives.ChosenFor(Put, Member(with))?.Path);

    [Theory]
    [InlineData("usual", "other")]
    [InlineData("other", "usual")]
    [InlineData("note", null)]
    [InlineData("other.inner", null)]
    public void AnotherOneStandsInItsPlace(string member, string? other) =>
        Assert.Equal(other, Alternatives.OtherThan(Put, Member(member)!)?.Path);

    [Fact]
    public void AnOperationWithoutAlternativesHasNone()
    {
        var plain = Put with { ExactlyOneOf = [] };
        Assert.Null(Alternatives.ChosenFor(plain, Member("usual")));
        Assert.Null(Alternatives.OtherThan(plain, Member("usual")!));
    }

    [Fact]
    public void ARequestWithoutAMemberHoldsAnotherInItsPlace()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var test = target.Bench(Put);
        var without = test.Without(Member("usual")!);
        Assert.Equal(
            (false, true),
            (without.At(Member("usual")!) is not null, without.At(Member("other")!) is not null)
        );
        Assert.Null(test.Without(Member("note")!).At(Member("note")!));
        var full = test.Full(Put);
        Assert.Equal((true, false), (full.At(Member("usual")!) is not null, full.At(Member("other")!) is not null));
    }

    private static Member? Member(string? path) => Put.RequestMembers().FirstOrDefault(m => m.Path == path);
}
