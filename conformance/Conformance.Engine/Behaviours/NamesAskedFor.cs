using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Behaviours;

/// <summary>Responses about a resource name that one, and what is done to it leaves its neighbours alone.</summary>
internal static class NamesAskedFor
{
    public static readonly Scenario AreGiven = new("response/names-what-was-asked-for", NameWhatWasAskedFor)
    {
        Lacks = Lacking.LookedAt,
    };

    /// <summary>Several are created whose names hardly differ; each is read, one is ended and one is deleted.</summary>
    public static async Task<Finding> NameWhatWasAskedFor(TestSession test)
    {
        var resource = Resource.Of(test);
        Creating.DemandSupported(test, resource.Creation);
        if (Support.WhyNot(test, resource.Reads!) is { } why)
            return Finding.Skipped(SkipReason.NotObservable, why);
        var neighbours = new Neighbours(test, resource);
        return await neighbours.AreCreated()
            ?? await neighbours.AreRead()
            ?? await neighbours.AreChanged(resource.Ends, one => EndOf(test, resource, one))
            ?? await neighbours.AreChanged(
                resource.Deletes,
                one => resource.About(resource.Deletes!, one.Request, one.Created)
            )
            ?? Finding.Passed(neighbours.Judged);
    }

    private static RequestDraft EndOf(TestSession test, Resource resource, Neighbour one) =>
        resource.Ended(test, one.Request, one.Created, Resource.EndIn(resource.Ends!)!.Ends[^1]);
}
