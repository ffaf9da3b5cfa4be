using System.Collections.Concurrent;

namespace Conformance.Generators.Patterns;

/// <summary>Every pattern read once: the largest takes a fifth of a second.</summary>
internal sealed class PatternLibrary
{
    private readonly ConcurrentDictionary<(string Pattern, int Horizon), Lazy<PatternLanguage>> _languages = new();

    /// <summary>The pattern's language up to this length.</summary>
    /// <exception cref="PatternException">The pattern is not understood.</exception>
    public PatternLanguage Language(string pattern, int horizon) =>
        _languages
            .GetOrAdd(
                (pattern, horizon),
                key => new Lazy<PatternLanguage>(() => PatternLanguage.Of(key.Pattern, key.Horizon))
            )
            .Value;
}
