using Conformance.Engine.Exchanges;
using Conformance.Engine.Tests.Scripted;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Exchanges;

/// <summary>A constraint in words that follow a member's name.</summary>
public sealed class ConstraintWordsTests
{
    public static TheoryData<Constraint, string> Constraints =>
        new()
        {
            { Made.Required, "is there" },
            { Made.Optional, "may be left out" },
            { Kind(JsonKind.String), "is a string" },
            { Kind(JsonKind.Integer), "is an integer" },
            { Kind(JsonKind.Number), "is a number" },
            { Kind(JsonKind.Boolean), "is a boolean" },
            { Kind(JsonKind.Object), "is an object" },
            { Kind(JsonKind.Array), "is an array" },
            { Made.Min(3), "has at least 3 characters" },
            { Made.Max(5), "has at most 5 characters" },
            { Made.Matching("[a-z]+"), "matches [a-z]+" },
            { new NotBlank(Level.Must, Made.At(1)), "is not blank" },
            { new OneOf(["A", "B"], Level.Must, Made.At(1)), "is one of A, B" },
            { new MinItems(2, Level.Must, Made.At(1)), "has at least 2 items" },
            { new MaxItems(4, Level.Must, Made.At(1)), "has at most 4 items" },
            { new Minimum(0.5m, Level.Must, Made.At(1)), "is at least 0.5" },
            { new Maximum(9, Level.Must, Made.At(1)), "is at most 9" },
        };

    [Theory]
    [MemberData(nameof(Constraints))]
    public void EachConstraintHasWords(Constraint constraint, string words) =>
        Assert.Equal(words, ConstraintWords.Of(constraint));

    private static TypeIs Kind(JsonKind kind) => new(kind, Level.Must, Made.At(1));
}
