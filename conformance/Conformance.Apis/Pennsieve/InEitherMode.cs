using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>Violations that are rejected in a run of an instance and in a run of a configuration alike.</summary>
internal static class InEitherMode
{
    /// <summary>
    /// All cases in both modes, or where there is little time, every second in the first and one in the other. A
    /// configuration may have a definition of its own, which takes other values: then its control request is rejected, and it
    /// says nothing.
    /// </summary>
    /// <param name="test">Where it is tested.</param>
    /// <param name="path">The member that the cases are about.</param>
    /// <param name="cases">The violations.</param>
    public static async Task<Finding> Reject(TestSession test, string path, ImmutableArray<Case> cases)
    {
        var member = test.MemberOf(path);
        var modes = Surroundings.ModesOf(test);
        var isShort = test.Session.Profile.Rounds == 1;
        var first = await Of(0, isShort ? [.. cases.Where((_, n) => n % 2 == 0)] : cases);
        if (first.Outcome != Outcome.Passed || modes.Length == 1)
            return first;
        test.BeginCase();
        var second = await Of(1, isShort ? cases[1..2] : cases);
        return second.Outcome switch
        {
            Outcome.Passed => first with { Cases = first.Cases + second.Cases },
            Outcome.Skipped => first with
            {
                Observations =
                [
                    test.Observe("by-configuration", "", $"{path} in a run of a configuration", second.Reason!),
                ],
            },
            _ => second,
        };

        Task<Finding> Of(int mode, ImmutableArray<Case> some) =>
            new RejectionCheck(
                () => modes[mode].Request().With(member, Runs.With(test, path).At(member)!),
                [.. some.Select(c => c with { Says = mode == 0 ? c.Says : $"{c.Says}, in a run of a configuration" })],
                Runs.Rejected(test)
            ).Run(test);
    }
}
