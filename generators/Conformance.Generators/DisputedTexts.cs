using Conformance.Generators.Constraints;
using Conformance.Generators.Judging;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators;

/// <summary>Texts on which careful readers differ, each with the interpretation's id.</summary>
internal static class DisputedTexts
{
    public static IEnumerable<(Sample Sample, string Interpretation)> Of(TextDomain shape, Draw draw)
    {
        var member = shape.Member;
        var ofConstraints =
            from kind in ConstraintKinds.All
            from constraint in member.Constraints
            where constraint.Keyword == kind.Keyword
            from disputed in kind.Disputed(constraint, shape, draw)
            select disputed;
        return shape.Language is null
            ? IllFormed(member).Concat(ofConstraints).Concat(Empty(member)).Concat(Urls(member))
            : ofConstraints;
    }

    /// <summary>Whether the member has such texts: where no pattern limits its characters, at least ill-formed ones.</summary>
    public static bool Exist(Member member) =>
        member.Kind == JsonKind.String
        && member.Find<OneOf>() is null
        && (
            member.Find<Pattern>() is null
            || member.Constraints.Any(constraint => ConstraintKinds.Of(constraint).HasDisputed(constraint, member))
        );

    private static IEnumerable<(Sample, string)> IllFormed(Member member)
    {
        var interpretation = member.InterpretationOn(InterpretationTopic.IllFormedText);
        yield return (Text("a\0b", "nul", "a NUL inside"), interpretation);
        if (member.Place != Place.Body)
            yield break;
        yield return (Text("a\uD800b", "lone-high-surrogate", "a high surrogate alone"), interpretation);
        yield return (Text("a\uDC00b", "lone-low-surrogate", "a low surrogate alone"), interpretation);
    }

    private static IEnumerable<(Sample, string)> Empty(Member member)
    {
        if (member.Place == Place.Body && FreeTextPositions.IsLeftOutWhenEmpty(member))
            yield return (
                Text("", "empty", "the empty string"),
                member.InterpretationOn(InterpretationTopic.EmptyText)
            );
    }

    private static IEnumerable<(Sample, string)> Urls(Member member)
    {
        if (member.Find<TypeIs>()?.Touches(InterpretationTopic.CallbackUrl) is not true)
            yield break;
        var interpretation = member.InterpretationOn(InterpretationTopic.CallbackUrl);
        // The top-level domain is reserved (RFC 2606): nobody is called.
        yield return (Text("https://callback.invalid/", "another-url", "a URL of something else"), interpretation);
        yield return (Text("http://callback.invalid/", "without-tls", "a URL without TLS"), interpretation);
        yield return (Text("no URL at all", "no-url", "a text that is not a valid URL"), interpretation);
    }

    private static Sample Text(string value, string label, string says) => new(new JsonText(value), label, says);
}
