using Conformance.Contracts.Tests.Native;
using Conformance.Reference.Variants;
using Conformance.Reports;

namespace Conformance.Contracts.Tests.Provider;

public sealed class VariantTests
{
    public static TheoryData<string> Names => [.. AllVariants.List.Select(v => v.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task NoImplementationThatKeepsToTheDocumentsIsAccused(string name)
    {
        Library.Needed();
        var variant = AllVariants.List.Single(v => v.Name == name);
        var report = await Judged.Of(variant);
        var failed = report.Verdicts.Where(v =>
            v.Outcome == Outcome.Failed || (v.Outcome == Outcome.Errored && !variant.MayBeInconclusive)
        );
        Assert.Equal([], failed.Select(v => $"{v.Requirement.Id}: {v.Outcome} {v.Reason}"));
    }
}
