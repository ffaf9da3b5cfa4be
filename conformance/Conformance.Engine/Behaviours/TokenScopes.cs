using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>Where else a token is spent is for the target to say: recorded, never judged.</summary>
internal static class TokenScopes
{
    public static readonly ImmutableArray<Scenario> All =
    [
        new("idempotency/token-on-another-parent", ObserveAnotherParent)
        {
            Lacks = (api, operation) => Lacking.TokenAndIdentifier(api, operation) ?? Lacking.Reference(api, operation),
        },
    ];

    /// <summary>One token for resources in two places.</summary>
    public static async Task<Finding> ObserveAnotherParent(TestSession test)
    {
        var resource = Resource.Of(test);
        var reference = Lacking.References(test.Session.Api, test.Operation).Last();
        var other = await Creating.OwnParent(test, reference);
        var request = resource.FreshWithToken(test);
        var first = await test.Arrange(request, "a request with a token");
        var second = await test.Send(
            request.In(test, reference, other),
            $"the same token under another {reference.Name}"
        );
        var id = resource.IdOf(first);
        var isSame = id is not null && id == resource.IdOf(second);
        if (isSame && test.Requirement.Level != Level.May)
            return test.Fails(
                $"one token under two values of {reference.Name}",
                "a resource of its own, or a rejection",
                $"the first resource {id} again"
            );
        return Finding.Observed(
            test.Observe(
                "",
                $"one token under two values of {reference.Name}",
                isSame ? "the first resource again"
                    : second.IsAccepted() ? "a resource of its own"
                    : second.InWords()
            )
        );
    }
}
