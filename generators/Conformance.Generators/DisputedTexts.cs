using Conformance.Generators.Judging;
using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators;

/// <summary>Texts on which careful readers differ, each with the interpretation's id.</summary>
internal static class DisputedTexts
{
    public static IEnumerable<(Sample Sample, string Interpretation)> Of(TextDomain shape, Draw draw)
    {
        var member = shape.Member;
        return shape.Language switch
        {
            null => IllFormed(member.Place).Concat(Lengths(member)).Concat(Blank(member)).Concat(Urls(member)),
            { Dispute.Interpretation: "R2" } language => Anchors(shape, language, draw),
            { Dispute.Interpretation: "R29" } => Spellings(shape.Make(shape.RoomyLength, draw)!.Value),
            _ => OutsideOfNarrower(shape),
        };
    }

    /// <summary>Whether the member has such texts.</summary>
    public static bool Exist(Member member) =>
        member.Kind == JsonKind.String
        && member.Find<OneOf>() is null
        && (
            member.Find<Pattern>() is not { } pattern || pattern.Narrower is not null || Dispute.On(pattern) is not null
        );

    /// <summary>What the pattern allows, and narrower rules that some keep to do not: two separators in a row.</summary>
    private static IEnumerable<(Sample, string)> OutsideOfNarrower(TextDomain shape)
    {
        if (shape.Member.Find<Pattern>()?.Narrower is not { } narrower)
            return [];
        var separators = shape.Language!.Structural.Where(c => !char.IsAsciiLetterOrDigit(c)).ToList();
        return from first in separators
            from second in separators
            let text = $"a{first}{second}a"
            where shape.IsOutsideOfNarrower(text)
            let label = $"{CharacterName.Of(first)}-{CharacterName.Of(second)}"
            select (Text(text, label, $"{first}{second} inside"), narrower.Interpretation);
    }

    private static IEnumerable<(Sample, string)> IllFormed(Place place)
    {
        yield return (Text("a\0b", "nul", "a NUL inside"), "R19");
        if (place != Place.Body)
            yield break;
        yield return (Text("a\uD800b", "lone-high-surrogate", "a high surrogate alone"), "R19");
        yield return (Text("a\uDC00b", "lone-low-surrogate", "a low surrogate alone"), "R19");
    }

    private static IEnumerable<(Sample, string)> Lengths(Member member)
    {
        if (member.Find<MaxLength>() is { } max)
        {
            yield return (Repeated("é", max.Limit, "long-in-bytes", "the maximum in characters, more in bytes"), "R4");
            yield return (
                Repeated("😀", max.Limit, "long-in-units", "the maximum in characters, more in UTF-16"),
                "R4"
            );
        }
        if (member.Find<MinLength>() is { Limit: > 1 } min)
            yield return (Repeated("😀", min.Limit - 1, "short-in-characters", "short only in characters"), "R4");
    }

    private static IEnumerable<(Sample, string)> Blank(Member member)
    {
        if (member.Find<NotBlank>() is not null)
            yield return (Text("\u3000", "ideographic-space", "an ideographic space alone"), "R41");
        else if (member.Place == Place.Body && FreeTextPositions.IsLeftOutWhenEmpty(member))
            yield return (Text("", "empty", "the empty string"), "R25");
    }

    private static IEnumerable<(Sample, string)> Urls(Member member)
    {
        if (member.Find<TypeIs>()?.Interpretations.Contains("R35") is not true)
            yield break;
        // The top-level domain is reserved (RFC 2606): nobody is called.
        yield return (Text("https://callback.invalid/", "another-url", "a URL of something else"), "R35");
        yield return (Text("http://callback.invalid/", "without-tls", "a URL without TLS"), "R35");
        yield return (Text("no URL at all", "no-url", "a text that is no URL"), "R35");
    }

    // Interpretation R29: the same UUID, spelt otherwise.
    private static IEnumerable<(Sample, string)> Spellings(string uuid) =>
        [
            (Text(uuid.ToUpperInvariant(), "upper-case", "a UUID in capitals"), "R29"),
            (Text(uuid.Replace("-", "", StringComparison.Ordinal), "no-dashes", "a UUID without dashes"), "R29"),
            (Text($"{{{uuid}}}", "braces", "a UUID in braces"), "R29"),
            (Text($"urn:uuid:{uuid}", "prefix", "a UUID as a URN"), "R29"),
            (Text($" {uuid} ", "blanks", "a UUID between blanks"), "R29"),
            (Text($"{uuid}\n", "newline", "a UUID and a newline"), "R29"),
        ];

    // Interpretation R2: by the letter of ^A|B$ a legal beginning or a legal end is enough.
    private static IEnumerable<(Sample, string)> Anchors(TextDomain shape, PatternLanguage language, Draw draw)
    {
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
                    yield return (Text(value, $"more-{place}-{label}", $"{says} of alternative {index + 1}"), "R2");
            }
        }
    }

    private static Sample Repeated(string character, int count, string label, string says) =>
        Text(string.Concat(Enumerable.Repeat(character, count)), label, $"{count} × {character}: {says}");

    private static Sample Text(string value, string label, string says) => new(new JsonText(value), label, says);
}
