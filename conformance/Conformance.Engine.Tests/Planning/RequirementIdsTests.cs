using Conformance.Apis;

namespace Conformance.Engine.Tests.Planning;

public sealed class RequirementIdsTests
{
    [Fact]
    public void EveryRequirementIsApproved()
    {
        var actual = Catalog
            .Load()
            .SelectMany(api => api.Requirements)
            .Select(planned => ApprovedIds.Line(planned.Requirement))
            .Order(StringComparer.Ordinal)
            .ToList();
        var approved = File.Exists(ApprovedIds.File) ? File.ReadAllLines(ApprovedIds.File) : [];
        if (approved.SequenceEqual(actual))
            return;
        var differences = ApprovedIds.Differences(approved, actual);
        if (Environment.GetEnvironmentVariable(ApprovedIds.Approve) is { Length: > 0 })
        {
            File.WriteAllText(ApprovedIds.File, string.Concat(actual.Select(line => line + "\n")));
            Assert.Fail($"requirement-ids.txt is written anew: review it, then test without {ApprovedIds.Approve}");
        }
        Assert.Fail(
            $"the requirements differ from Planning/requirement-ids.txt in {differences.Length} lines:\n"
                + string.Join('\n', differences)
                + $"\nif that is intended, set {ApprovedIds.Approve}=1, test again and review the file"
        );
    }

    [Fact]
    public void ALostANewAndAChangedRequirementAreNamed() =>
        Assert.Equal(
            [
                "lost:    a/B/lost must D0:1",
                "new:     a/B/new may D0:2",
                "changed: a/B/c must D0:3\n     to: a/B/c should D0:3",
            ],
            ApprovedIds.Differences(
                ["a/B/c must D0:3", "a/B/lost must D0:1", "a/B/same must D0:4"],
                ["a/B/c should D0:3", "a/B/new may D0:2", "a/B/same must D0:4"]
            )
        );
}
