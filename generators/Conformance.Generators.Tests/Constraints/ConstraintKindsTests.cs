using Conformance.Generators.Constraints;
using Conformance.Schemas;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests.Constraints;

public sealed class ConstraintKindsTests
{
    /// <summary>A keyword that only one of the two rooms knows would be read and never tried, or the other way round.</summary>
    [Fact]
    public void TheListsOfTheSchemasAndOfTheGeneratorsHaveTheSameKeywords() =>
        Assert.Equal(
            ConstraintKeywords.Names.Order(StringComparer.Ordinal),
            ConstraintKinds.All.Select(kind => kind.Keyword).Order(StringComparer.Ordinal)
        );

    /// <summary>Each class takes the constraints of its keyword: all that a kind does is done with one.</summary>
    [Theory]
    [MemberData(nameof(OneOfEachKind))]
    public void EveryKindOfConstraintHasValuesPositionsWordsAndACheck(Constraint constraint)
    {
        var member = Of("one", JsonKind.String, more: constraint);

        Assert.Equal(constraint.Keyword, ConstraintKinds.Of(constraint).Keyword);
        Assert.NotEmpty(ConstraintWords.Of(constraint));
        Assert.NotEmpty(Values.PositionsOn(member, constraint));
        _ = Values.JustInside(member, constraint, Seeded);
        _ = Values.BreakingOnly(member, constraint, Seeded);
        _ = ConstraintCheck.Problem(constraint, null);
    }

    [Fact]
    public void EveryKindOfConstraintIsTriedHere() =>
        Assert.Equal(
            ConstraintKeywords.Names.Order(StringComparer.Ordinal),
            OneOfEachKind.Select(row => row.Data.Keyword).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void AKindThatIsNotInTheListIsNamed() =>
        Assert.Contains(
            nameof(EvenLength),
            Assert.Throws<ArgumentException>(() => ConstraintKinds.Of(new EvenLength(Cited))).Message,
            StringComparison.Ordinal
        );

    public static TheoryData<Constraint> OneOfEachKind =>
        [
            new Required(Level.Must, Cited),
            new Optional(Level.Must, Cited),
            new TypeIs(JsonKind.String, Level.Must, Cited),
            new MinLength(2, Level.Must, Cited),
            new MaxLength(8, Level.Must, Cited),
            new Pattern("[a-z]{2,8}", Level.Must, Cited),
            new OneOf(["A", "B"], Level.Must, Cited),
            new MinItems(1, Level.Must, Cited),
            new MaxItems(3, Level.Must, Cited),
            new Minimum(1, Level.Must, Cited),
            new Maximum(9, Level.Must, Cited),
        ];

    private sealed record EvenLength(Citation Source) : Constraint(Level.Must, Source)
    {
        public override string Keyword => "evenLength";
    }
}
