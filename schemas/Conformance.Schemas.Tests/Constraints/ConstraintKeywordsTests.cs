namespace Conformance.Schemas.Tests.Constraints;

public sealed class ConstraintKeywordsTests
{
    [Fact]
    public void EveryKindOfConstraintHasItsKeywordInTheList()
    {
        var kinds = typeof(Constraint).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Constraint)));

        Assert.Equal(
            kinds.Select(kind => $"{kind.Name}Keyword").Order(StringComparer.Ordinal),
            ConstraintKeywords.All.Select(keyword => keyword.GetType().Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void AKeywordStandsInTheListOnce() => Assert.Distinct(ConstraintKeywords.Names);

    [Fact]
    public void AConstraintHasTheKeywordUnderWhichItIsListed() =>
        Assert.All(
            SchemaCatalog.Embedded().SelectMany(api => api.Operations).SelectMany(o => o.RequestMembers()),
            member => Assert.All(member.Constraints, c => Assert.Contains(c.Keyword, ConstraintKeywords.Names))
        );
}
