namespace Conformance.Reference.Variants;

/// <summary>A right implementation that differs from the reference where the documents allow it.</summary>
/// <param name="Name">Its name, unique in its list.</param>
/// <param name="Api">Short name of the API in which it differs.</param>
/// <param name="Says">What is its own, in words that follow "the target".</param>
/// <param name="AllowedBy">What allows it: an interpretation such as <c>R17</c>, or a source.</param>
public sealed record Variant(string Name, string Api, string Says, string AllowedBy) : Implementation(Name, Api, Says)
{
    /// <summary>Whether too much stays open to decide, since nobody says what works.</summary>
    public bool MayBeInconclusive { get; init; }

    /// <summary>Globs over requirements of level should that it does not meet, with the name of the API.</summary>
    public ImmutableArray<string> MayWarn { get; init; } = [];

    /// <summary>The same, though too much may stay open to decide.</summary>
    internal Variant PerhapsInconclusive() => this with { MayBeInconclusive = true };

    /// <summary>The same, though it does not meet these requirements, written without the name of the API.</summary>
    internal Variant Warning(params ImmutableArray<string> ids) =>
        this with
        {
            MayWarn = [.. ids.Select(id => $"{Api}/{id}")],
        };

    /// <summary>The same, told of by this configuration.</summary>
    internal Variant ConfiguredBy(string yaml) => this with { Configuration = yaml };
}
