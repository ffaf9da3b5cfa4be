using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;

namespace Conformance.Engine.Tests.Testing;

/// <summary>One change to a valid request.</summary>
public sealed class CaseTests
{
    private static readonly RequestDraft Valid = new(
        Rejecting.Put,
        ImmutableDictionary<string, string>.Empty,
        JsonValue.Parse("""{"note":"abc","other":1}""")
    );

    [Fact]
    public void ACaseSetsItsMemberAndLeavesTheRestAlone()
    {
        var @case = Made.Case(Rejecting.Note, "abcdef");
        Assert.Equal("""{"note":"abcdef","other":1}""", @case.Apply(Valid).Body!.ToJson());
        Assert.Equal(("text-6", "note: \"abcdef\""), (@case.Label, @case.Says));
        Assert.Equal("abc", Valid.TextAt(Rejecting.Note));
    }

    [Fact]
    public void ACaseLeavesItsMemberOut()
    {
        var @case = Case.LeavingOut(Rejecting.Note);
        Assert.Equal("""{"other":1}""", @case.Apply(Valid).Body!.ToJson());
        Assert.Equal(("missing", "missing", null), (@case.Label, @case.Class, @case.Sample));
    }

    [Theory]
    [InlineData("", "text-6", false)]
    [InlineData("one-beyond", "one-beyond", false)]
    [InlineData(Case.PromotedKind, Case.PromotedKind, true)]
    public void ACaseStandsForTheClassOfItsValue(string kind, string @class, bool isPromoted)
    {
        var @case = Case.Setting(Rejecting.Note, Made.Sample("abcdef") with { Kind = kind });
        Assert.Equal((@class, isPromoted), (@case.Class, @case.IsPromoted));
    }
}
