using System.Text.RegularExpressions;
using Conformance.Schemas;

namespace Conformance.Generators.Judging;

/// <summary>Which texts a string without a pattern or a list may hold.</summary>
internal static partial class FreeTextPositions
{
    public static ImmutableArray<Position> Of(Member member, TypeIs type)
    {
        var positions = ImmutableArray.Create(
            Texts("R19", "any character may stand in a string", _ => true),
            Texts(
                "R19",
                "NUL and lone surrogates may not",
                text => !text.Contains('\0') && TextLength.IsWellFormed(text)
            )
        );
        if (type.Interpretations.Contains("R35"))
            positions = positions.Add(Texts("R35", "only the URL of a Lambda function", LambdaUrl().IsMatch));
        if (IsLeftOutWhenEmpty(member))
            positions = positions.Add(Texts("R25", "an empty text is none", text => text.Length > 0));
        return positions;
    }

    /// <summary>Whether no document says what an empty text is to mean (interpretation R25).</summary>
    public static bool IsLeftOutWhenEmpty(Member member) =>
        !member.IsRequired && member.Find<MinLength>() is null && member.Find<NotBlank>() is null;

    private static Position Texts(string interpretation, string says, Func<string, bool> accepts) =>
        new(interpretation, says, value => value is JsonText text && accepts(text.Value));

    [GeneratedRegex(@"\Ahttps://[a-z0-9]+\.lambda-url\.[a-z0-9-]+\.on\.aws/?\z")]
    private static partial Regex LambdaUrl();
}
