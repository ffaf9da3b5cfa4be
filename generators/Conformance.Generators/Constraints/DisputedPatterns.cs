using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>Texts on which careful readers of a pattern differ, each with the interpretation's id.</summary>
internal static class DisputedPatterns
{
    public static IEnumerable<(Sample Sample, string Interpretation)> Of(
        Pattern pattern,
        TextDomain shape,
        PatternLanguage language,
        Draw draw
    ) =>
        language.Dispute?.Topic switch
        {
            InterpretationTopic.Anchors => Anchors(shape, language, draw),
            InterpretationTopic.Spelling => Spellings(shape, draw),
            _ => OutsideOfNarrower(pattern, shape, language),
        };

    /// <summary>What the pattern allows, and narrower rules that some keep to do not: two separators in a row.</summary>
    private static IEnumerable<(Sample, string)> OutsideOfNarrower(
        Pattern pattern,
        TextDomain shape,
        PatternLanguage language
    )
    {
        if (pattern.Narrower is not { } narrower)
            return [];
        var separators = language.Structural.Where(c => !char.IsAsciiLetterOrDigit(c)).ToList();
        return from first in separators
            from second in separators
            let text = $"a{first}{second}a"
            where shape.IsOutsideOfNarrower(text)
            let label = $"{CharacterName.Of(first)}-{CharacterName.Of(second)}"
            select (Text(text, label, $"{first}{second} inside"), narrower.Interpretation);
    }

    // The same UUID, spelt otherwise.
    private static IEnumerable<(Sample, string)> Spellings(TextDomain shape, Draw draw)
    {
        var uuid = shape.Make(shape.RoomyLength, draw)!.Value;
        var interpretation = shape.Member.InterpretationOn(InterpretationTopic.Spelling);
        return
        [
            (Text(uuid.ToUpperInvariant(), "upper-case", "a UUID in capitals"), interpretation),
            (
                Text(uuid.Replace("-", "", StringComparison.Ordinal), "no-dashes", "a UUID without dashes"),
                interpretation
            ),
            (Text($"{{{uuid}}}", "braces", "a UUID in braces"), interpretation),
            (Text($"urn:uuid:{uuid}", "prefix", "a UUID as a URN"), interpretation),
            (Text($" {uuid} ", "blanks", "a UUID between blanks"), interpretation),
            (Text($"{uuid}\n", "newline", "a UUID and a newline"), interpretation),
        ];
    }

    // By the letter of ^A|B$ a legal beginning or a legal end is enough.
    private static IEnumerable<(Sample, string)> Anchors(TextDomain shape, PatternLanguage language, Draw draw)
    {
        var interpretation = shape.Member.InterpretationOn(InterpretationTopic.Anchors);
        foreach (var (index, source) in (shape.Branches.IsEmpty ? [shape] : shape.Branches).Index())
        {
            // Every length is as much in dispute as the next: the shortest is the easiest to read.
            var length = source.Lengths[0];
            var label = $"{index + 1}-{length}";
            if (source.Make(length, draw.For($"alternative-{label}"))?.Value is not { } text)
                continue;
            var around = new[]
            {
                ("before", "!" + text, "something more before a legal value"),
                ("after", text + "!", "something more after a legal value"),
                ("newline", text + "\n", "a newline after a legal value"),
            };
            foreach (var (place, value, says) in around)
            {
                if (language.MayContain(value) && !language.Contains(value) && shape.HasRoomFor(value))
                    yield return (
                        Text(value, $"more-{place}-{label}", $"{says} of alternative {index + 1}"),
                        interpretation
                    );
            }
        }
    }

    private static Sample Text(string value, string label, string says) => new(new JsonText(value), label, says);
}
