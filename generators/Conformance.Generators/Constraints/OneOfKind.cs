using System.Text.Json;
using Conformance.Generators.Judging;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>The list that a text is from.</summary>
internal sealed class OneOfKind : ConstraintKind<OneOf>
{
    public override string Keyword => "enum";

    protected override IEnumerable<Sample> Inside(OneOf constraint, MemberDraw draw) =>
        constraint.Values.Select(value => Text(value, value, value));

    /// <summary>What mending would make one of the list, of the first in every way and of the others in their case.</summary>
    protected override IEnumerable<Sample> Outside(OneOf constraint, MemberDraw draw) =>
        OfTheFirst(constraint).Concat(constraint.Values.Skip(1).SelectMany(InOtherCase));

    private static IEnumerable<Sample> InOtherCase(string value) =>
        [
            Text(value.ToLowerInvariant(), $"lower-case-{value}", $"{value} in lower case"),
            Text(value.ToUpperInvariant(), $"upper-case-{value}", $"{value} in upper case"),
        ];

    private static IEnumerable<Sample> OfTheFirst(OneOf constraint) =>
        constraint
            .Values.Take(1)
            .SelectMany(value =>
                new[]
                {
                    Text("CONFORMANCE_UNKNOWN", "unknown", "a word that is not in the list"),
                    Text(value.ToLowerInvariant(), "lower-case", $"{value} in lower case"),
                    Text(value.ToUpperInvariant(), "upper-case", $"{value} in upper case"),
                    Text(value + " ", "trailing-space", $"{value} and a space"),
                    Text(" " + value, "leading-space", $"a space and {value}"),
                    Text(value + "\n", "trailing-newline", $"{value} and a newline"),
                    Text($"\"{value}\"", "quoted", $"{value} in quotes"),
                    Text(value + "X", "one-more", $"{value} and one character more"),
                    Text(value[..Math.Max(0, value.Length - 1)], "one-short", $"{value} without its last character"),
                    Text(string.Join('|', constraint.Values), "whole-list", "the list itself"),
                    Text("", "empty", "the empty string"),
                }
            );

    protected override ImmutableArray<Position> Positions(OneOf constraint, Member member, MemberLanguages languages) =>
        [PositionOn.Texts(null, "the value is one of the list", text => constraint.Values.Contains(text))];

    protected override ImmutableArray<string> Choices(OneOf constraint) => constraint.Values;

    protected override string Words(OneOf constraint) => $"is one of {string.Join(", ", constraint.Values)}";

    /// <summary>Escapes that make no Unicode text are none of the listed values.</summary>
    protected override string? Problem(OneOf constraint, JsonElement value) =>
        value.ValueKind != JsonValueKind.String ? null
        : !ReceivedJson.TryText(value, out var text) ? $"it is {ReceivedJson.Shown(value)}"
        : constraint.Values.Contains(text) ? null
        : $"it is \"{ReceivedJson.Shortened(text)}\"";

    private static Sample Text(string value, string label, string says) => new(new JsonText(value), label, says);
}
