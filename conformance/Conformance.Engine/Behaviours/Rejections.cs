using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Behaviours;

/// <summary>A rejected request leaves no trace.</summary>
internal static class Rejections
{
    public static readonly ImmutableArray<Scenario> All =
    [
        new("state/unchanged-by-rejection", ChangeNothing) { Lacks = Lacking.WhatShowsCreations },
        new("idempotency/token-of-a-rejected-request", ObserveItsToken) { Lacks = Lacking.Token },
    ];

    public static Task<Finding> ChangeNothing(TestSession test) =>
        Resource.Of(test) is { Name: not null } named
            ? LeaveTheNameFree(test, named)
            : CreateNothing(test, Resource.Of(test));

    /// <summary>A name that only rejected requests used is still free.</summary>
    private static async Task<Finding> LeaveTheNameFree(TestSession test, Resource resource)
    {
        LegalValues.DemandRoom(test, resource.Name!);
        var judged = 0;
        await test.Arrange(resource.Fresh(test), "a valid request");
        foreach (var (violation, _) in Rejectable.Of(test, resource))
        {
            await test.NextCase();
            var valid = resource.Fresh(test);
            if (!await IsRejected(test, violation.Apply(valid), violation.Says))
                continue;
            judged++;
            var @case = $"a rejected request ({violation.Says})";
            if (await resource.TraceOf(test, valid) is { } trace)
                return test.Fails(@case, "no resource of that name", trace, judged);
            var after = await test.Send(resource.PlainFor(test, valid), "a valid request for the same name");
            if (after.MayConflictWithItself())
                return Finding.Errored(after.ConflictWithItself(), judged);
            if (after.SaysNothing())
                return Finding.Errored($"the valid request got {after.InWords()}", judged);
            if (!after.IsAccepted())
                return test.Fails(@case, "the name still free", after.InWords(), judged);
        }
        return NoneRejected(judged) ?? Finding.Passed(judged);
    }

    /// <summary>A collection in which only rejected requests were to create something holds as much as before.</summary>
    private static async Task<Finding> CreateNothing(TestSession test, Resource resource)
    {
        if (resource.WhyNotCounted(test) is { } why)
            return Finding.Skipped(SkipReason.NotObservable, why);
        var parent = resource.Parent!;
        var valid = resource.Fresh(test).In(test, parent, await Creating.OwnParent(test, parent));
        var judged = 0;
        foreach (var (violation, _) in Rejectable.Of(test, resource))
        {
            test.BeginCase();
            // Counted each time: a target that wrongly accepts one of these has one more, and is told so elsewhere.
            var before = await resource.Count(test, valid);
            if (!await IsRejected(test, violation.Apply(valid), violation.Says))
                continue;
            judged++;
            var after = await resource.Count(test, valid);
            if (before is null || after is null)
                return Finding.Skipped(SkipReason.NotObservable, resource.WhyNoCount(test));
            if (after > before)
                return test.Fails(
                    $"a rejected request ({violation.Says})",
                    "no resource more",
                    $"{after - before} more",
                    judged
                );
        }
        return NoneRejected(judged) ?? Finding.Passed(judged);
    }

    /// <summary>Whether a token that only a rejected request used is free again is for the target to say.</summary>
    public static async Task<Finding> ObserveItsToken(TestSession test)
    {
        var resource = Resource.Of(test);
        var valid = resource.FreshWithToken(test);
        if (Rejectable.Of(test, resource).FirstOrDefault(v => v.KeepsToken)?.Case is not { } violation)
            return Finding.Skipped(SkipReason.NotApplicable, "nothing but the token can be wrong in the request");
        if (!await IsRejected(test, violation.Apply(valid), violation.Says))
            return Finding.Skipped(SkipReason.NotIsolated, "the request with a violation was not rejected");
        var after = await test.Send(valid, "the request without the violation, with the same token");
        return Finding.Observed(
            test.Observe("", "a valid request with a token that only a rejected request used", after.InWords())
        );
    }

    private static async Task<bool> IsRejected(TestSession test, RequestDraft request, string says) =>
        await test.Send(request, says) is var exchange
        && Expectation.AnyClientError.IsMetBy(exchange)
        && !exchange.SaysNothing();

    private static Finding? NoneRejected(int judged) =>
        judged > 0
            ? null
            : Finding.Skipped(SkipReason.NotIsolated, "none of the requests with a violation was rejected");
}
