using System.Collections.Concurrent;
using Conformance.Schemas.Patterns;

namespace Conformance.Generators.Patterns;

/// <summary>Every pattern read once: the largest takes a fifth of a second.</summary>
internal sealed class PatternLibrary
{
    private readonly ConcurrentDictionary<(string Text, int Horizon, bool IsUuid), Lazy<PatternLanguage>> _languages =
        new();

    /// <summary>The pattern's language up to this length.</summary>
    /// <exception cref="PatternException">The pattern is not understood.</exception>
    public PatternLanguage Language(Pattern pattern, int horizon) =>
        _languages
            .GetOrAdd(
                (pattern.Text, horizon, Dispute.IsSpellings(pattern)),
                key => new(() => PatternLanguage.Of(key.Text, key.Horizon, key.IsUuid))
            )
            .Value;
}
