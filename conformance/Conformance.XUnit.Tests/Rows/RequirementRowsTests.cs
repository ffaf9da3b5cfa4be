using Conformance.Apis;
using Conformance.XUnit.Rows;

namespace Conformance.XUnit.Tests.Rows;

public sealed class RequirementRowsTests
{
    [Fact]
    public void EveryRequirementIsARowNamedByItsId()
    {
        var ids = Catalog.Load().SelectMany(api => api.Requirements).Select(r => r.Requirement.Id);
        var rows = RequirementRows.Of(new Asking());
        Assert.Equal(ids, rows.Select(row => row.Data));
        Assert.All(rows, row => Assert.Equal((row.Data, ""), (row.TestDisplayName, row.Label)));
        Assert.All(rows, row => Assert.Equal(4, row.Traits.Count));
    }

    [Fact]
    public void OnlyWhatIsSelectedIsARow()
    {
        var rows = RequirementRows.Of(
            new Asking { Selected = (["NOVA-ACT"], ["CreateWorkflowRun"], ["*/modelId/maxLength/*"]) }
        );
        Assert.Equal(
            [
                "nova-act/CreateWorkflowRun/modelId/maxLength/accepted",
                "nova-act/CreateWorkflowRun/modelId/maxLength/rejected",
            ],
            rows.Select(row => row.Data).Order(StringComparer.Ordinal)
        );
    }

    private sealed class Asking : ConformanceTarget
    {
        public (string[] Apis, string[] Operations, string[] Only) Selected { get; init; } = ([], [], []);

        public override IReadOnlyList<string> Apis => Selected.Apis;

        public override IReadOnlyList<string> Operations => Selected.Operations;

        public override IReadOnlyList<string> Only => Selected.Only;

        // Whoever lists rows has no business with the target.
        public override Uri? Url => throw new InvalidOperationException("the URL was read");

        public override ValueTask StartAsync(CancellationToken cancel) =>
            throw new InvalidOperationException("the target was started");
    }
}
