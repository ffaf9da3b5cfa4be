using System.Collections.Immutable;
using Conformance.Reference.Mutants;

namespace Conformance.Reference.Variants;

/// <summary>A right implementation that differs from the reference where the documents allow it.</summary>
/// <param name="api">Short name of the API in which it differs.</param>
/// <param name="says">What is its own, in words that follow "the target".</param>
/// <param name="allowedBy">What allows it: a reading in dispute such as <c>R17</c>, or a source.</param>
public abstract class OldVariant(string api, string says, string allowedBy) : OldImplementation(api, says)
{
    /// <summary>What allows it: a reading in dispute, or a source.</summary>
    public string AllowedBy => allowedBy;

    /// <summary>Whether too much stays open to decide, since nobody says what works.</summary>
    public virtual bool MayBeUndecided => false;

    /// <summary>Globs over requirements of level should that it does not meet, with the name of the API.</summary>
    public ImmutableArray<string> MayWarn => [.. Warns.Select(id => $"{Api}/{id}")];

    /// <summary>The same without the name of the API.</summary>
    protected virtual ImmutableArray<string> Warns => [];

    internal Variant ToRow() =>
        new(Name, Api, Says, AllowedBy)
        {
            MayBeUndecided = MayBeUndecided,
            MayWarn = MayWarn,
            Configuration = Configuration,
            Change = Apply,
            Wire = Wire() is null ? null : () => Wire()!,
        };
}
