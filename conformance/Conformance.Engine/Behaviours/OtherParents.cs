using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Behaviours;

/// <summary>What lives in one place is not found in another.</summary>
internal static class OtherParents
{
    public static readonly Scenario HaveItNot = new("not-found/under-another-parent", AreAskedInVain)
    {
        Lacks = Lacking.LookInAParent,
    };

    /// <summary>A resource is read, ended and deleted by its identifier in a place where it is not; then it is as before.</summary>
    public static async Task<Finding> AreAskedInVain(TestSession test)
    {
        var resource = Resource.Of(test);
        var reference = Lacking.References(test.Session.Api, test.Operation).Last();
        if (resource.Reads is not { } reads || Support.WhyNot(test, reads) is not null)
            return Finding.Skipped(SkipReason.NotObservable, "no operation of the target reads what it creates");
        var other = await Creating.OwnParent(test, reference);
        var request = resource.Fresh(test);
        var created = await test.Arrange(request, "a resource in its own place");
        var read = resource.About(reads, request, created);
        var (before, _) = await Lag.Wait(
            test,
            () => test.Send(read, "the control: it is read there"),
            e => e.IsAccepted()
        );
        if (!before.IsAccepted())
            return Finding.Skipped(SkipReason.NotIsolated, $"what exists can't be read: {before.InWords()}");
        var judged = 0;
        foreach (var asked in Elsewhere(test, resource, request.In(test, reference, other), created))
        {
            var exchange = await test.Send(asked, $"{asked.Operation.Id} under another {reference.Name}");
            if (exchange.SaysNothing())
                return Finding.Errored(
                    $"{asked.Operation.Id} under another {reference.Name}: {exchange.InWords()}",
                    judged
                );
            judged++;
            // What is not found there may be told in other ways.
            var expected = UnknownResources.Expected(resource, asked.Operation).Or(400, 403, 409, 410);
            if (!expected.IsMetBy(exchange))
                return test.Fails(
                    $"{asked.Operation.Id} under another {reference.Name}",
                    expected.Says,
                    exchange.InWords(),
                    judged
                );
        }
        var after = await test.Send(read, "it is read in its own place once more");
        if (after.SaysNothing())
            return Finding.Errored($"reading it once more got {after.InWords()}", judged);
        return after.IsAccepted()
            ? Finding.Passed(judged)
            : test.Fails(
                $"reading what was asked for in vain under another {reference.Name}",
                "it to be there as before",
                after.InWords(),
                judged
            );
    }

    private static IEnumerable<RequestDraft> Elsewhere(
        TestSession test,
        Resource resource,
        RequestDraft elsewhere,
        Exchange created
    )
    {
        yield return resource.About(resource.Reads!, elsewhere, created);
        if (resource.Ends is { } ends && !test.Session.Unsupported.Contains(ends.Id))
            yield return resource.Ended(test, elsewhere, created, Resource.EndIn(ends)!.Ends[0]);
        if (resource.Deletes is { } deletes && !test.Session.Unsupported.Contains(deletes.Id))
            yield return resource.About(deletes, elsewhere, created);
    }
}
