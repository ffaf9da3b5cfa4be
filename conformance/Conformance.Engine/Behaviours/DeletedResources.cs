using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Behaviours;

/// <summary>What was deleted can't be read any more.</summary>
internal static class DeletedResources
{
    private const int AcceptedForLater = 202;

    public static readonly Scenario AreNotFound = new("not-found/after-deletion", AreGone) { Lacks = Lacking.Deletion };

    public static async Task<Finding> AreGone(TestSession test)
    {
        var resource = Resource.Of(test);
        var (reads, deletes) = (resource.Reads!, resource.Deletes!);
        Creating.DemandSupported(test, resource.Creation);
        if (Support.WhyNot(test, reads) is { } why)
            return Finding.Skipped(SkipReason.NotObservable, why);
        if (test.Session.Unsupported.Contains(deletes.Id))
            return Finding.Skipped(SkipReason.NotObservable, $"{deletes.Id} is declared unsupported");
        var request = resource.Fresh(test);
        var created = await test.Arrange(request, "a resource of its own");
        var read = resource.About(reads, request, created);
        var (before, _) = await Lag.Wait(test, () => test.Send(read, "the control: it is read"), e => e.IsAccepted());
        if (!before.IsAccepted())
            return Finding.Skipped(SkipReason.NotIsolated, $"what exists can't be read: {before.InWords()}");
        var deleted = await test.Send(resource.About(deletes, request, created), "it is deleted");
        if (!deleted.IsAccepted())
            return Finding.Skipped(SkipReason.NotObservable, $"its deletion got {deleted.InWords()}");
        var (after, _) = await Lag.Wait(test, () => test.Send(read, "it is read once more"), e => !e.IsAccepted());
        if (after.SaysNothing())
            return Finding.Errored($"reading what was deleted got {after.InWords()}");
        if (after.IsAccepted() && IsUnderWay(before, deleted, after))
            return Finding.Skipped(SkipReason.NotObservable, $"it is still being deleted: {after.InWords()}", 1);
        // What is still being deleted may conflict, and who has no right to see that it is gone is not told.
        var expected = UnknownResources.Expected(resource, reads).Or(403, 409, 410);
        return expected.IsMetBy(after)
            ? Finding.Passed(1)
            : test.Fails("reading what was deleted", expected.Says, after.InWords());
    }

    /// <summary>A deletion may take longer than anybody waits for, where the target says so by its status or by what it shows.</summary>
    private static bool IsUnderWay(Exchange before, Exchange deleted, Exchange after) =>
        deleted.Response!.Status == AcceptedForLater
        || !before.Response!.Body.Span.SequenceEqual(after.Response!.Body.Span);
}
