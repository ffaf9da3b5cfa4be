using Conformance.Engine.Requests;
using Conformance.Engine.Webhooks;

namespace Conformance.Apis.Pennsieve;

/// <summary>What is special about the callback of a run.</summary>
/// <param name="Replies">What its deliveries get; 200 where null.</param>
internal sealed record CallbackPlan(Replies? Replies = null)
{
    /// <summary>How its URL is written; with nothing behind the token where null.</summary>
    public CallbackForm? Form { get; init; }

    /// <summary>The last change to the request, whose URL is in place already; none where null.</summary>
    public Func<RequestDraft, RequestDraft>? Last { get; init; }

    /// <summary>Its token; a fresh one where null.</summary>
    public string? Token { get; init; }
}
