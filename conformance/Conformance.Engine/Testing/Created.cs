using Conformance.Engine.Requests;
using Conformance.Engine.Testing.Cleaning;

namespace Conformance.Engine.Testing;

/// <summary>A resource that the run made.</summary>
/// <param name="Request">The request that the target accepted.</param>
/// <param name="Id">What names the resource: its unique name, or the identifier in the response.</param>
/// <param name="IsGiven">Whether the target made that identifier.</param>
public sealed record Created(RequestDraft Request, string Id, bool IsGiven)
{
    /// <summary>Whether the target said that it made it; else its response did not come.</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>Whether a deletion of it can't reach anything else, whatever the target gave as its identifier.</summary>
    public bool MayBeNamed { get; init; } = true;

    /// <summary>The requirement that it was made for.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Its place among all that the run made.</summary>
    public int Number { get; init; }

    /// <summary>What tells it from all others.</summary>
    internal ResourceKey Key => ResourceKey.Of(Request, Id);
}
