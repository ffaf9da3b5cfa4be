using Conformance.Schemas;

namespace Conformance.Generators.Tests;

/// <summary>A constraint in words that follow a member's name.</summary>
public sealed class ConstraintWordsTests
{
    private static readonly Citation Anywhere = new("D0", 1, "a document");

    public static TheoryData<Constraint, string> Constraints =>
        new()
        {
            { new Required(Level.Must, Anywhere), "is present" },
            { new Optional(Level.Must, Anywhere), "may be left out" },
            { Kind(JsonKind.String), "is a string" },
            { Kind(JsonKind.Integer), "is an integer" },
            { Kind(JsonKind.Number), "is a number" },
            { Kind(JsonKind.Boolean), "is a boolean" },
            { Kind(JsonKind.Object), "is an object" },
            { Kind(JsonKind.Array), "is an array" },
            { new MinLength(3, Level.Must, Anywhere), "has at least 3 characters" },
            { new MaxLength(5, Level.Must, Anywhere), "has at most 5 characters" },
            { new Pattern("[a-z]+", Level.Must, Anywhere), "matches [a-z]+" },
            { new OneOf(["A", "B"], Level.Must, Anywhere), "is one of A, B" },
            { new MinItems(2, Level.Must, Anywhere), "has at least 2 items" },
            { new MaxItems(4, Level.Must, Anywhere), "has at most 4 items" },
            { new Minimum(0.5m, Level.Must, Anywhere), "is at least 0.5" },
            { new Maximum(9, Level.Must, Anywhere), "is at most 9" },
        };

    [Theory]
    [MemberData(nameof(Constraints))]
    public void EachConstraintHasWords(Constraint constraint, string words) =>
        Assert.Equal(words, ConstraintWords.Of(constraint));

    private static TypeIs Kind(JsonKind kind) => new(kind, Level.Must, Anywhere);
}
