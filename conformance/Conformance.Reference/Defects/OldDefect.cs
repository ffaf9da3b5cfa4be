using System.Collections.Immutable;
using Conformance.Reference.Mutants;

namespace Conformance.Reference.Defects;

/// <summary>A wrong implementation: the right one but for one lie.</summary>
/// <param name="api">Short name of the API that it gets wrong.</param>
/// <param name="says">The lie, in words that follow "the target": <c>answers a run with 200</c>.</param>
/// <param name="breaks">Ids of the requirements that it breaks, without the name of the API.</param>
public abstract class OldDefect(string api, string says, params ImmutableArray<string> breaks)
    : OldImplementation(api, says)
{
    /// <summary>
    /// Ids of the requirements that it breaks, with <c>*</c> for any characters where one lie breaks the same in several
    /// places. For each, a requirement that matches has to fail.
    /// </summary>
    public ImmutableArray<string> Breaks => [.. breaks.Select(InApi)];

    /// <summary>The same for requirements that it breaks honestly, but which need not notice.</summary>
    public ImmutableArray<string> MayBreak => [.. AlsoBreaks.Select(InApi)];

    /// <summary>In how many chances it shows once; 1 for always.</summary>
    public virtual int ShowsOnceIn => 1;

    /// <summary>What it may break beside <see cref="Breaks"/>, without the name of the API.</summary>
    protected virtual ImmutableArray<string> AlsoBreaks => [];

    private string InApi(string id) => $"{Api}/{id}";

    internal Mutant ToRow() =>
        new(Name, Api, Says)
        {
            Breaks = Breaks,
            MayBreak = MayBreak,
            ShowsOnceIn = ShowsOnceIn,
            Configuration = Configuration,
            Change = Apply,
        };
}
