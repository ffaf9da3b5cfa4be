using Conformance.Reference.Tests.Defects;
using Conformance.Reference.Variants;

namespace Conformance.Reference.Tests.Variants;

public sealed class AllVariantsTests
{
    [Fact]
    public void EveryVariantThereIsIsListedOnce()
    {
        var listed = AllVariants.List.Select(v => v.GetType()).ToList();
        Assert.Equal(listed.Count, listed.Distinct().Count());
        Assert.Empty(AllDefectsTests.Sealed(typeof(Variant)).Except(listed).Select(t => t.FullName));
        Assert.True(listed.Count >= 25, $"{listed.Count} variants");
    }

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
