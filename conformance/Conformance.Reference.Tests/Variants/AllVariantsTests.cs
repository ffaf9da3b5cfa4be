using Conformance.Reference.Variants;

namespace Conformance.Reference.Tests.Variants;

public sealed class AllVariantsTests
{
    [Fact]
    public void NamesAreUniqueThroughoutAllApis() =>
        Assert.Empty(AllVariants.List.CountBy(v => v.Name).Where(n => n.Value > 1).Select(n => n.Key));

    [Fact]
    public void EachSaysWhatIsItsOwnAndWhatAllowsIt() =>
        Assert.All(
            AllVariants.List,
            v =>
            {
                Assert.Matches(@"^[a-z][^\n]{8,}[^.]$", v.Says);
                Assert.NotEmpty(v.AllowedBy);
            }
        );
}
