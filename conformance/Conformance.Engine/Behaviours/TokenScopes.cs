using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>
/// Whether a token is spent in another place is for the target to say, and recorded. What lives in one place is never the
/// response to a request for another.
/// </summary>
internal static class TokenScopes
{
    public static readonly ImmutableArray<Scenario> All =
    [
        new("idempotency/token-on-another-parent", StayInTheirPlace)
        {
            Lacks = (api, operation) => Lacking.TokenAndIdentifier(api, operation) ?? Lacking.Reference(api, operation),
        },
    ];

    /// <summary>One token for resources in two places: each place has its own, or the second is rejected.</summary>
    public static async Task<Finding> StayInTheirPlace(TestSession test)
    {
        var resource = Resource.Of(test);
        var reference = Lacking.References(test.Session.Api, test.Operation).Last();
        var says = $"one token under two values of {reference.Name}";
        var other = await Creating.OwnParent(test, reference);
        var request = resource.FreshWithToken(test);
        var elsewhere = request.In(test, reference, other);
        var first = await test.Arrange(request, "a request with a token");
        var second = await test.Send(elsewhere, $"the same token under another {reference.Name}");
        var isSame = resource.IdOf(first) is { } id && id == resource.IdOf(second);
        var seen = test.Observe(
            "",
            says,
            isSame ? "the first resource again"
                : second.IsAccepted() ? "a resource of its own"
                : second.InWords()
        );
        var problem =
            test.Requirement.Level == Level.May ? null
            : isSame ? $"the first resource {resource.IdOf(first)} again"
            : await ReplayProblem(test, resource, request, first)
                ?? (
                    second.IsAccepted()
                        ? await ReplayProblem(test, resource, elsewhere, second)
                            ?? await ReadProblem(test, resource, (request, first), (elsewhere, second))
                        : null
                );
        return problem is null
            ? Finding.Observed(seen)
            : test.Fails(says, "a resource of its own, or a rejection", problem) with
            {
                Observations = [seen],
            };
    }

    /// <summary>Each place keeps what it gave under the token.</summary>
    private static async Task<string?> ReplayProblem(
        TestSession test,
        Resource resource,
        RequestDraft request,
        Exchange first
    )
    {
        var again = await test.Send(request, "the request again, unchanged");
        if (again.SaysNothing())
            throw new CannotArrangeException(SkipReason.NotIsolated, $"the repeat got {again.InWords()}");
        if (!again.IsAccepted())
            return $"{again.InWords()} for a repeat";
        return resource.IdOf(first) is { } id && resource.IdOf(again) is { } other && id != other
            ? $"{other} for a repeat of the request that gave {id}"
            : null;
    }

    /// <summary>What was given under the second place is found there, as what was given under the first is found in that.</summary>
    private static async Task<string?> ReadProblem(
        TestSession test,
        Resource resource,
        (RequestDraft Request, Exchange Created) control,
        (RequestDraft Request, Exchange Created) second
    )
    {
        if (resource.Reads is not { } reads || Support.WhyNot(test, reads) is not null)
            return null;
        if (!(await Read(control, "the control: the first is read")).IsAccepted())
            return null;
        var read = await Read(second, "the second is read where it was created");
        var missing = UnknownResources.Expected(resource, reads);
        return missing.IsMetBy(read) ? $"a resource that is not there: {read.InWords()}" : null;

        async Task<Exchange> Read((RequestDraft Request, Exchange Created) one, string says) =>
            (
                await Lag.Wait(
                    test,
                    () => test.Send(resource.About(reads, one.Request, one.Created), says),
                    e => e.IsAccepted()
                )
            ).Exchange;
    }
}
