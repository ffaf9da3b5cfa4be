using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>In what was deleted nothing can be created.</summary>
internal static class DeletedReferences
{
    public static readonly Scenario AreNotFound = new("not-found/deleted-reference", TakeNothing)
    {
        Lacks = Lacking.DeletedReference,
    };

    /// <summary>
    /// A request that refers to what the target has deleted, or is deleting, is rejected, while one that refers to something
    /// else is accepted.
    /// </summary>
    public static async Task<Finding> TakeNothing(TestSession test)
    {
        var api = test.Session.Api;
        var reference = Lacking
            .References(api, test.Operation)
            .Last(p => Resource.ReferredTo(api, p)!.Deletes is not null);
        var parent = Resource.ReferredTo(api, reference)!;
        Creating.DemandSupported(test, parent.Creation);
        if (test.Session.Unsupported.Contains(parent.Deletes!.Id))
            return Finding.Skipped(SkipReason.NotObservable, $"{parent.Deletes.Id} is declared unsupported");
        var empty = await InDeleted(test, parent, reference, isUsed: false);
        if (empty.Outcome != Outcome.Passed)
            return empty;
        test.BeginCase();
        // Whoever deletes only what is empty has nothing to show here.
        return await InDeleted(test, parent, reference, isUsed: true) is { Skip: null } used ? used : empty;
    }

    private static async Task<Finding> InDeleted(TestSession test, Resource parent, Member reference, bool isUsed)
    {
        var creation = parent.Fresh(test);
        var created = await test.Arrange(creation, "a resource of its own");
        var key = parent.IsByName(reference) ? creation.TextAt(parent.Name)! : parent.SureIdOf(created)!;
        var before = Inside(test, reference, key);
        var first = isUsed
            ? await test.Arrange(before, "a request in it, while it is there")
            : await test.Arrange(test.Valid(test.Operation), "the control: the same in a resource that is there");
        var deleted = await test.Send(parent.About(parent.Deletes!, creation, created), "the resource is deleted");
        if (!deleted.IsAccepted())
            return Finding.Skipped(SkipReason.NotObservable, $"the deletion of a resource got {deleted.InWords()}");
        var (inside, _) = await Lag.Wait(
            test,
            () => test.Send(test.Valid(test.Operation).In(test, reference, key), "a request in the deleted resource"),
            exchange => !exchange.IsAccepted()
        );
        if (inside.SaysNothing())
            return Finding.Errored($"a request in a deleted resource got {inside.InWords()}");
        // One that is still being deleted may conflict, and what names nothing may be no name at all.
        var expected = Expectation.Rejected(test.Operation, ErrorCause.NotFound).Or(400, 403, 409, 410);
        if (!expected.IsMetBy(inside))
            return test.Fails("a request in a resource that was deleted", expected.Says, inside.InWords());
        return isUsed && await WayAround(test, before, first) is { } problem
            ? test.Fails("a token from before the deletion", expected.Says, problem, 2)
            : Finding.Passed(isUsed ? 2 : 1);
    }

    /// <summary>A token that was used before the deletion creates nothing after it; the first response again creates nothing.</summary>
    private static async Task<string?> WayAround(TestSession test, RequestDraft before, Exchange first)
    {
        var resource = Resource.Of(test);
        if (resource is not { Token: not null, Identifier: not null })
            return null;
        var again = await test.Send(before, "the request from before the deletion again");
        return again.IsAccepted() && resource.SureIdOf(again) != resource.SureIdOf(first)
            ? $"a second resource: {again.InWords()}"
            : null;
    }

    private static RequestDraft Inside(TestSession test, Member reference, string key)
    {
        var resource = Resource.Of(test);
        return (resource.Token is null ? resource.Fresh(test) : resource.FreshWithToken(test)).In(test, reference, key);
    }
}
