using Conformance.Apis;
using Conformance.XUnit.Rows;

namespace Conformance.XUnit.Tests.Rows;

public sealed class TestCommandTests
{
    [Fact]
    public void OperatorsOfTheFilterAreEscaped() =>
        Assert.Equal(@"dotnet test --filter 'DisplayName=a/b\(c\)\|\!d'", TestCommand.For("a/b(c)|!d"));

    [Fact]
    public void NoIdNeedsMoreThanThat() =>
        Assert.All(
            Catalog.Load().SelectMany(api => api.Requirements).Select(r => r.Requirement.Id),
            id => Assert.Matches(@"\A[A-Za-z0-9/.\[\]-]+\z", id)
        );
}
