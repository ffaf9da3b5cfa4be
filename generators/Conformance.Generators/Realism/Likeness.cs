namespace Conformance.Generators.Realism;

/// <summary>Texts that look like what a member names.</summary>
internal sealed class Likeness(Vocabulary vocabulary)
{
    /// <summary>Candidates, most realistic first; they may break constraints, so the caller chooses.</summary>
    /// <param name="likeness">What the member's value names, or null.</param>
    /// <param name="identity">What the value must begin with, or empty.</param>
    /// <param name="draw">Decides the words.</param>
    public IEnumerable<string> Of(string? likeness, string identity, Draw draw)
    {
        var (word, other) = (vocabulary.Noun(draw), vocabulary.Product(draw));
        if (identity.Length > 0)
            return [$"{identity}-{word}-{other}", $"{identity}-{word}", $"{identity}-{other}", Long(identity, draw)];
        return likeness switch
        {
            "name" => [$"{word}-{other}-{draw.Tag()[..4]}", $"{word}{other}", word],
            "description" => [$"{word} {other}: {vocabulary.Phrase(draw)}", vocabulary.Phrase(draw)],
            "bucket" => [$"{word}-{other}-{draw.Tag()[..6]}", $"{word}-exports"],
            "logGroup" => [$"/aws/workflows/{word}/{other}", $"{word}.{other}"],
            "version" => [$"{draw.Roll(0) % 10}.{draw.Roll(1) % 31}.{draw.Roll(2) % 100}"],
            _ => [$"{word}-{other}", $"{word}{other}", word],
        };
    }

    // Tokens are longer than two words.
    private static string Long(string identity, Draw draw)
    {
        var tags = Enumerable.Range(1, 3).Select(i => draw.For($"part-{i}").Tag());
        return $"{identity}-{string.Join('-', tags)}";
    }
}
