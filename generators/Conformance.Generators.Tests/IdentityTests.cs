using Conformance.Schemas;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

public sealed class IdentityTests
{
    private static readonly Member[] Identities = [WorkflowName, WorkflowDefinitionName, ClientToken];

    [Fact]
    public void DrawsOfDifferentNamesGiveDifferentIdentities()
    {
        var names = Enumerable
            .Range(0, 2_000)
            .Select(i => Values.Ordinary(WorkflowName, Seeded.For($"requirement-{i}")));

        Assert.Distinct(names.Select(s => s.Value.ToJson()));
    }

    [Fact]
    public void TheSamplesOfOneSetHaveIdentitiesOfTheirOwn()
    {
        foreach (var member in Identities)
        {
            var samples = member.Constraints.SelectMany(c =>
                Values.JustInside(member, c, Seeded.For(c.Keyword)).Where(s => s.Identity.Length > 10)
            );
            Assert.Distinct(samples.Select(s => s.Identity));
        }
    }

    [Fact]
    public void LegalValuesBeginWithThePrefixUnlessTheirFirstCharacterIsThePoint()
    {
        foreach (var member in Identities)
        {
            var samples = member
                .Constraints.SelectMany(c => Values.JustInside(member, c, Seeded))
                .Append(Values.Ordinary(member, Seeded))
                .Where(s => ((JsonText)s.Value).Value.Length >= 10);
            Assert.All(samples, s => Assert.StartsWith("cf7k2a", Skip(s), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void BrokenValuesKeepTheirIdentityWhereThatIsNotWhatTheyBreak()
    {
        var samples = Values.BreakingOnly(WorkflowName, WorkflowName.Find<Pattern>()!, Seeded).Samples;

        Assert.All(
            samples.Where(s =>
                s.Class.EndsWith("-middle", StringComparison.Ordinal)
                || s.Class.EndsWith("-last", StringComparison.Ordinal)
            ),
            s => Assert.StartsWith("cf7k2a", ((JsonText)s.Value).Value, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void ATokenIsNotSharedByTwoRuns() =>
        Assert.NotEqual(
            Values.Ordinary(ClientToken, Seeded).Value.ToJson(),
            Values.Ordinary(ClientToken, Seeded with { Prefix = "cf7k2b" }).Value.ToJson()
        );

    private static string Skip(Sample sample) =>
        sample.Value is JsonText text
        && sample.Class.StartsWith("first-", StringComparison.Ordinal)
        && sample.Identity.Length > 0
            ? text.Value[1..]
            : ((JsonText)sample.Value).Value;
}
