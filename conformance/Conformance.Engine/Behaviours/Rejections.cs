using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>A rejected request leaves no trace.</summary>
internal static class Rejections
{
    public static readonly ImmutableArray<Scenario> All =
    [
        new("state/unchanged-by-rejection", ChangeNothing)
        {
            Lacks = Lacking.WhatShowsCreations,
            // It tries each member in many ways already.
            Across = Across.Some,
        },
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
            if (await Tried(resource.Fresh(test), violation, isTraced: true) is { } problem)
                return problem;
        foreach (var (member, violation) in Portion.Of(test, Rejectable.OfEachMember(test, resource)))
            if (await Tried(test.Valid(test.Operation, member), violation, isTraced: false) is { } problem)
                return problem;
        return await LeaveTheFirst(test, resource) ?? NoneRejected(judged) ?? Finding.Passed(judged);

        async Task<Finding?> Tried(RequestDraft valid, Case violation, bool isTraced)
        {
            await test.NextCase();
            if (!await IsRejected(test, violation.Apply(valid), violation.Says))
                return null;
            judged++;
            var @case = $"a rejected request ({violation.Says})";
            if (isTraced && await resource.TraceOf(test, valid) is { } trace)
                return test.Fails(@case, "no resource of that name", trace, judged);
            var after = await test.Send(resource.PlainFor(test, valid), "a valid request for the same name");
            if (after.MayConflictWithItself())
                return Finding.Errored(after.ConflictWithItself(), judged);
            if (after.SaysNothing())
                return Finding.Errored($"the valid request got {after.InWords()}", judged);
            return after.IsAccepted() ? null : test.Fails(@case, "the name still free", after.InWords(), judged);
        }
    }

    /// <summary>A second resource of a name, which is rejected, leaves the first as it is.</summary>
    private static async Task<Finding?> LeaveTheFirst(TestSession test, Resource resource)
    {
        if (resource.Reads is not { } reads || Support.WhyNot(test, reads) is not null)
            return null;
        await test.NextCase();
        var (first, created) = await resource.Accepted(test, request => request);
        var reading = new Reading(test, resource);
        // What shows before the second is no trace of it.
        if (reading.Problem(first, await reading.Show(first, created)) is not null)
            return null;
        const string says = "a second resource of the name, with other values";
        var second = OtherRequests.AltogetherOther(test, first);
        if (resource.Token is { } token)
            second = second.UnderToken(test, TokenValues.Fresh(test, token));
        if (!await IsRejected(test, second, says))
            return null;
        var after = await reading.Show(first, created);
        return
            after.Exchange.IsAccepted()
            && SharedMembers.Difference(resource, first, created, after.Exchange) is var (wrong, saw)
            ? test.Fails($"a rejected request ({says})", $"{wrong.Path} as it was: {wrong.Sent.ToJson()}", saw)
            : null;
    }

    /// <summary>A collection in which only rejected requests were to create something holds as much as before.</summary>
    private static async Task<Finding> CreateNothing(TestSession test, Resource resource)
    {
        if (resource.WhyNotCounted(test) is { } why)
            return Finding.Skipped(SkipReason.NotObservable, why);
        var parent = resource.Parent!;
        var own = await Creating.OwnParent(test, parent);
        var violations = Rejectable
            .Of(test, resource)
            .Select(v => (Member: (Member?)null, v.Case))
            .Concat(Portion.Of(test, Rejectable.OfEachMember(test, resource)))
            .ToList();
        var all = await Leave(violations, "some of many rejected requests");
        if (all.Outcome != Outcome.Failed)
            return all;
        // Which of them it was is seen one by one.
        foreach (var one in violations)
        {
            test.BeginCase();
            if (await Leave([one], $"a rejected request ({one.Case.Says})") is { Outcome: Outcome.Failed } single)
                return single with { Cases = all.Cases };
        }
        return all;

        async Task<Finding> Leave(IReadOnlyList<(Member? Member, Case Case)> tried, string says)
        {
            var place = test.Valid(test.Operation).In(test, parent, own);
            var before = await resource.Count(test, place);
            var (judged, others) = (0, 0);
            foreach (var (member, violation) in tried)
            {
                var valid = test.Valid(test.Operation, member).In(test, parent, own);
                // A target that wrongly accepts one of these has one more, and is told so elsewhere.
                if (await IsRejected(test, violation.Apply(valid), violation.Says))
                    judged++;
                else
                    others++;
            }
            if (judged == 0)
                return NoneRejected(judged)!;
            var after = await resource.Count(test, place);
            if (before is null || after is null)
                return Finding.Skipped(SkipReason.NotObservable, resource.WhyNoCount(test));
            return after > before + others
                ? test.Fails(says, "no resource more", $"{after - before - others} more", judged)
                : Finding.Passed(judged);
        }
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
        await test.Send(request with { IsViolation = true }, says) is var exchange
        && Expectation.AnyClientError.IsMetBy(exchange)
        && !exchange.SaysNothing()
        // The first attempt may have been accepted, and its response lost.
        && !exchange.MayConflictWithItself();

    private static Finding? NoneRejected(int judged) =>
        judged > 0
            ? null
            : Finding.Skipped(SkipReason.NotIsolated, "none of the requests with a violation was rejected");
}
