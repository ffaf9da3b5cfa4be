using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;

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
        var isSame = resource.IdOf(first) is { } id && id == resource.IdOf(second);
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
