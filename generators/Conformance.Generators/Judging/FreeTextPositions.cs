using System.Text.RegularExpressions;
using Conformance.Schemas;

namespace Conformance.Generators.Judging;

/// <summary>Which texts a string without a pattern or a list may hold.</summary>
internal static partial class FreeTextPositions
{
    public static ImmutableArray<Position> Of(Member member, TypeIs type)
    {
        var positions = ImmutableArray.Create(
            Texts(InterpretationTopic.IllFormedText, "any character may stand in a string", _ => true),
            Texts(
                InterpretationTopic.IllFormedText,
                "NUL and lone surrogates may not",
                text => !text.Contains('\0') && TextLength.IsWellFormed(text)
            )
        );
        if (type.Touches(InterpretationTopic.CallbackUrl))
            positions = positions.Add(
                Texts(InterpretationTopic.CallbackUrl, "only the URL of a Lambda function", LambdaUrl().IsMatch)
            );
        if (IsLeftOutWhenEmpty(member))
            positions = positions.Add(
                Texts(InterpretationTopic.EmptyText, "an empty text is none", text => text.Length > 0)
            );
        return positions;

        Position Texts(InterpretationTopic topic, string says, Func<string, bool> accepts) =>
            new(member.InterpretationOn(topic), says, value => value is JsonText text && accepts(text.Value));
    }

    /// <summary>Whether no document says what an empty text is to mean.</summary>
    public static bool IsLeftOutWhenEmpty(Member member) => !member.IsRequired && member.Find<MinLength>() is null;

    [GeneratedRegex(@"\Ahttps://[a-z0-9]+\.lambda-url\.[a-z0-9-]+\.on\.aws/?\z")]
    private static partial Regex LambdaUrl();
}
