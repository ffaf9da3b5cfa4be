namespace Conformance.Reference.Mutants;

/// <summary>A wrong implementation: the right one with one fault.</summary>
/// <param name="Name">Its name, unique in its list.</param>
/// <param name="Api">Short name of the API that it gets wrong.</param>
/// <param name="Says">The fault, in words that follow "the target": <c>responds to a run with 200</c>.</param>
public sealed record Mutant(string Name, string Api, string Says) : Implementation(Name, Api, Says)
{
    /// <summary>
    /// Ids of the requirements that it breaks, with <c>*</c> for any characters where one fault breaks the same in several
    /// places. For each, a requirement that matches has to fail.
    /// </summary>
    public ImmutableArray<string> Breaks { get; init; } = [];

    /// <summary>The same for requirements that it breaks honestly, but which need not notice.</summary>
    public ImmutableArray<string> MayBreak { get; init; } = [];

    /// <summary>In how many chances it shows once; 1 for always.</summary>
    public int ShowsOnceIn { get; init; } = 1;

    /// <summary>What its row leaves out of the ids of requirements: the API, and the operation where there is but one.</summary>
    internal string Scope { get; init; } = Api;

    /// <summary>The same with these requirements, as the row writes them, as those that it breaks.</summary>
    internal Mutant Breaking(params ImmutableArray<string> ids) => this with { Breaks = InScope(ids) };

    /// <summary>The same with these requirements, as the row writes them, as those that it may break beside.</summary>
    internal Mutant AlsoBreaking(params ImmutableArray<string> ids) =>
        this with
        {
            MayBreak = [.. MayBreak, .. InScope(ids)],
        };

    /// <summary>The same, showing once in so many chances.</summary>
    internal Mutant ShowingOnceIn(int chances) => this with { ShowsOnceIn = chances };

    /// <summary>The same, told of by this configuration.</summary>
    internal Mutant ConfiguredBy(string yaml) => this with { Configuration = yaml };

    private ImmutableArray<string> InScope(ImmutableArray<string> ids) => [.. ids.Select(id => $"{Scope}/{id}")];
}
