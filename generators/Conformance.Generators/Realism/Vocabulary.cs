using Bogus;
using Bogus.DataSets;

namespace Conformance.Generators.Realism;

/// <summary>
/// Realistic words and phrases, taken from Bogus once: its data sets are slow to make and guarded by one lock.
/// </summary>
internal sealed class Vocabulary
{
    private const int Seed = 1;
    private const int Words = 256;
    private const int Phrases = 64;

    private readonly ImmutableArray<string> _nouns;
    private readonly ImmutableArray<string> _products;
    private readonly ImmutableArray<string> _phrases;

    public Vocabulary()
    {
        var random = new Randomizer(Seed);
        var hacker = new Hacker("en") { Random = random };
        var commerce = new Commerce("en") { Random = random };
        _nouns = [.. Enumerable.Range(0, Words).Select(_ => Word(hacker.Noun())).Distinct()];
        _products = [.. Enumerable.Range(0, Words).Select(_ => Word(commerce.Product())).Distinct()];
        _phrases = [.. Enumerable.Range(0, Phrases).Select(_ => hacker.Phrase()).Distinct()];
    }

    public string Noun(Draw draw) => _nouns[draw.Roll(0) % _nouns.Length];

    public string Product(Draw draw) => _products[draw.Roll(1) % _products.Length];

    public string Phrase(Draw draw) => _phrases[draw.Roll(2) % _phrases.Length];

    private static string Word(string text) => string.Concat(text.Where(char.IsAsciiLetter)).ToLowerInvariant();
}
