using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Requests with every member, as far as the target takes them.</summary>
internal static class FullRequests
{
    /// <summary>
    /// A request with every member; where it is rejected, without those whose values a target may look up, and then without
    /// the change: a target may know what texts are for.
    /// </summary>
    /// <param name="resource">What is created.</param>
    /// <param name="test">The test.</param>
    /// <param name="change">Changes it into another valid one.</param>
    /// <exception cref="CannotArrangeException">None of them was accepted.</exception>
    public static async Task<(RequestDraft Request, Exchange Created)> Accepted(
        this Resource resource,
        TestSession test,
        Func<RequestDraft, RequestDraft> change
    )
    {
        var full = change(test.Full(resource.Creation));
        var created = await test.SendValid(full, "a request with every member");
        if (created.IsAccepted())
            return (full, created);
        var sure = change(test.FullOfSureValues(resource.Creation));
        created = await test.SendValid(sure, "the same without what may be looked up");
        if (created.IsAccepted())
            return (sure, created);
        var ordinary = test.FullOfSureValues(resource.Creation);
        return (ordinary, await test.Arrange(ordinary, "the same with ordinary values"));
    }
}
