using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
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
        var creation = parent.Fresh(test);
        var created = await test.Arrange(creation, "a resource of its own");
        await test.Arrange(test.Valid(test.Operation), "the control: the same in a resource that is there");
        if (test.Session.Unsupported.Contains(parent.Deletes!.Id))
            return Finding.Skipped(SkipReason.NotObservable, $"{parent.Deletes.Id} is declared unsupported");
        var deleted = await test.Send(parent.About(parent.Deletes, creation, created), "the resource is deleted");
        if (!deleted.IsAccepted())
            return Finding.Skipped(SkipReason.NotObservable, $"the deletion of a resource got {deleted.InWords()}");
        var key = parent.IsByName(reference) ? creation.TextAt(parent.Name)! : parent.SureIdOf(created)!;
        var (inside, _) = await Lag.Wait(
            test,
            () => test.Send(test.Valid(test.Operation).In(test, reference, key), "a request in the deleted resource"),
            exchange => !exchange.IsAccepted()
        );
        if (inside.SaysNothing())
            return Finding.Errored($"a request in a deleted resource got {inside.InWords()}");
        // One that is still being deleted may conflict, and what names nothing may be no name at all.
        var expected = Expectation.Rejected(test.Operation, ErrorCause.NotFound).Or(400, 403, 409, 410);
        return expected.IsMetBy(inside)
            ? Finding.Passed(1)
            : test.Fails("a request in a resource that was deleted", expected.Says, inside.InWords());
    }
}
