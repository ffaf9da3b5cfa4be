using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>A replay has the whole first response, whatever came between.</summary>
internal static class WholeReplays
{
    public static readonly ImmutableArray<Scenario> All =
    [
        new("idempotency/whole-replay", GetTheWholeResponse) { Lacks = Lacking.Token },
        new("idempotency/replay-after-the-end", GetTheFirstAfterTheEnd) { Lacks = Lacking.TokenAndEnd },
    ];

    /// <summary>What came between a request and its repeat.</summary>
    private sealed record Between(string Says, Func<Task> Send);

    /// <summary>A repeat gets the status, the content type and every member of the first response.</summary>
    public static async Task<Finding> GetTheWholeResponse(TestSession test)
    {
        var resource = Resource.Of(test);
        LegalValues.DemandRoom(test, resource.Token!);
        var token = TokenValues.Fresh(test, resource.Token!);
        var (request, first) = await resource.Accepted(test, r => r.UnderToken(test, token));
        if (request.TextAt(resource.Token) is null)
            return Finding.Skipped(SkipReason.NotIsolated, "no request with a token was accepted");
        var judged = 0;
        foreach (
            var (says, send) in Portion
                .Of(test, Others(test, resource, request, first))
                .Prepend(new("", () => Task.CompletedTask))
        )
        {
            await send();
            var again = await test.Send(request, $"the first request again, unchanged{says}");
            if (again.SaysNothing())
                return Finding.Errored($"the repeat got {again.InWords()}", judged);
            judged++;
            if (Problem(request, first, again) is { } problem)
                return test.Fails(
                    $"a request repeated with its token{says}",
                    $"the whole first response, {first.InWords()}",
                    problem,
                    judged
                );
        }
        return Finding.Passed(judged);
    }

    private static string? Problem(RequestDraft request, Exchange first, Exchange again) =>
        again.IsAccepted() ? SameResponse.Difference(request, first, again) : again.InWords();

    private static IEnumerable<Between> Others(
        TestSession test,
        Resource resource,
        RequestDraft request,
        Exchange first
    )
    {
        var token = request.TextAt(resource.Token)!;
        if (resource.Reads is { } reads && Support.WhyNot(test, reads) is null)
            yield return new(
                $" after {reads.Id}",
                () => test.Send(resource.About(reads, request, first), "what was created is read")
            );
        foreach (var (other, reference) in Inside(test, resource))
            yield return new(
                $" after {other.Id} in what it created",
                () =>
                    test.SendValid(
                        test.Valid(other).In(test, reference, KeyFor(resource, reference, request, first)),
                        $"{other.Id} in what was created"
                    )
            );
        foreach (var other in test.Session.Api.Documented.Where(o => o.Id != test.Operation.Id))
            if (Resource.TokenOf(other) is { } otherToken && !test.Session.Unsupported.Contains(other.Id))
                if (LegalValues.IsLegal(test, otherToken, new Generators.JsonText(token)))
                    yield return new(
                        $" after {other.Id} with the same token",
                        () => test.Send(test.Valid(other).UnderToken(test, token), $"{other.Id} with the same token")
                    );
        if (Rejectable.Of(test, resource).FirstOrDefault(v => v.KeepsToken)?.Case is { } violation)
            yield return new(
                " after a rejected request with the same token",
                () => test.Send(violation.Apply(request), $"the same {violation.Says}")
            );
    }

    /// <summary>The operations that create inside of what this one creates, and the member of their path that names it.</summary>
    private static IEnumerable<(Operation Operation, Member Reference)> Inside(TestSession test, Resource resource) =>
        from other in test.Session.Api.Operations
        where Resource.Creates(other) && !test.Session.Unsupported.Contains(other.Id)
        from reference in Lacking.References(test.Session.Api, other)
        where Resource.ReferredTo(test.Session.Api, reference)!.Creation.Id == resource.Creation.Id
        select (other, reference);

    private static string KeyFor(Resource resource, Member reference, RequestDraft request, Exchange first) =>
        resource.IsByName(reference) ? request.TextAt(resource.Name)! : resource.SureIdOf(first)!;

    /// <summary>Once what was created has come to its end, the same request is still the same.</summary>
    public static async Task<Finding> GetTheFirstAfterTheEnd(TestSession test)
    {
        var resource = Resource.Of(test);
        var ends = resource.Ends!;
        if (test.Session.Unsupported.Contains(ends.Id))
            return Finding.Skipped(SkipReason.NotObservable, $"{ends.Id} is declared unsupported");
        var judged = 0;
        var left = "";
        foreach (var end in Resource.EndIn(ends)!.Ends.Take(test.Session.Profile.Rounds))
        {
            test.BeginCase();
            var request = resource.FreshWithToken(test);
            var first = await test.Arrange(request, "a request with a token");
            var id = resource.SureIdOf(first);
            var ended = await test.Send(resource.Ended(test, request, first, end), $"it is brought to {end}");
            if (!ended.IsAccepted())
            {
                left = $"{ends.Id} to {end} got {ended.InWords()}";
                continue;
            }
            var again = await test.Send(request, "the first request again, unchanged");
            if (again.SaysNothing())
                return Finding.Errored($"the repeat got {again.InWords()}", judged);
            judged++;
            var isOther = again.IsAccepted() && resource.SureIdOf(again) != id;
            if (isOther || !again.IsAccepted())
                return test.Fails(
                    $"a request repeated with its token after {ends.Id} to {end}",
                    $"success with the same {resource.Identifier!.WireName} {id}",
                    isOther ? $"{resource.Identifier.WireName} {resource.IdOf(again)}" : again.InWords(),
                    judged,
                    isOther ? new Cause(CauseKind.SecondResource) : null
                );
        }
        return judged > 0 ? Finding.Passed(judged) : Finding.Skipped(SkipReason.NotObservable, left);
    }
}
