using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.NovaAct;

/// <summary>A definition that was deleted has no new runs.</summary>
public static class Deleted
{
    // Together one and a half seconds: no document says how soon a deletion is seen by all.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.Zero,
        TimeSpan.FromMilliseconds(100),
        TimeSpan.FromMilliseconds(200),
        TimeSpan.FromMilliseconds(400),
        TimeSpan.FromMilliseconds(800),
    ];

    /// <summary>
    /// A run of a definition that the target has deleted, or is deleting, is refused, while a run of another is accepted.
    /// </summary>
    public static async Task<Finding> DefinitionTakesNoRun(TestSession test)
    {
        var name = await Definitions.Own(test);
        await test.Arrange(Runs.Fresh(test), "the twin: a run of a definition that is there");
        var deletion = Definitions.Delete(test, name);
        if (test.Session.Gaps.Contains(deletion.Operation.Id))
            return Finding.Skipped(SkipReason.NotObservable, $"{deletion.Operation.Id} is a declared gap");
        var deleted = await test.Send(deletion, "the definition is deleted");
        if (!deleted.IsAccepted())
            return Finding.Skipped(SkipReason.NotObservable, $"the deletion of a definition got {deleted.InWords()}");
        var run = await RunOf(test, name);
        if (run.SaysNothing())
            return Finding.Errored($"a run of a deleted definition got {run.InWords()}");
        // A definition that is still being deleted may conflict, and one whose name names nothing may be no name at all (R15, R17).
        var expected = Expectation.Refused(test.Operation, ErrorCause.NotFound).Or(400, 403, 409, 410);
        return expected.IsMetBy(run)
            ? Finding.Passed(1)
            : test.Fails("a run of a definition that was deleted", expected.Says, run.InWords());
    }

    /// <summary>The first run that is not accepted, or the last that is.</summary>
    private static async Task<Exchange> RunOf(TestSession test, string name)
    {
        Exchange? run = null;
        foreach (var pause in Pauses)
        {
            await Task.Delay(pause, test.Session.Time, test.Cancel);
            run = await test.Send(Runs.In(Runs.Fresh(test), name), "a run of the deleted definition");
            if (!run.IsAccepted())
                break;
        }
        return run!;
    }
}
