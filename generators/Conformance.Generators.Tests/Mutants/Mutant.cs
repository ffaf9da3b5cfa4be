using Conformance.Schemas;

namespace Conformance.Generators.Tests.Mutants;

/// <summary>Somebody's check of a text, wrong in one way.</summary>
/// <param name="Says">What is wrong with it.</param>
/// <param name="Takes">Whether it lets a text in.</param>
internal sealed record Mutant(string Says, Func<string, bool> Takes)
{
    /// <summary>What people make of the constraints on a text: several hundred for one with a pattern.</summary>
    public static IEnumerable<Mutant> Of(Member member)
    {
        var right = Right.Of(member);
        var patterned = member.Find<Pattern>() is null
            ? []
            : WrongPatterns.Of(right).Concat(WrongMatching.Of(right)).Concat(SpecialCases.Of(right));
        return patterned.Concat(WrongLengths.Of(right)).Concat(ChangedFirst.Of(right));
    }
}
