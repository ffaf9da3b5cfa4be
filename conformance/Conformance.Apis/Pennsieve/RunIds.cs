using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>Every request starts a run of its own.</summary>
internal static class RunIds
{
    public static async Task<Finding> AreDistinct(TestSession test)
    {
        var request = Runs.Fresh(test);
        var first = await test.Arrange(request, "a run");
        var second = await test.Arrange(request, "the same request again");
        if (Runs.IdOf(test, first) is not { } one || Runs.IdOf(test, second) is not { } other)
            return Finding.Skipped(
                SkipReason.NotObservable,
                $"no response gives the run's id: {second.InWords()}; "
                    + "where it stands under another name, say so with the convention idMember"
            );
        return one == other
            ? test.Fails("two equal requests", "two runs with ids of their own", $"one id, {one}, twice", 2)
            : Finding.Passed(2);
    }
}
