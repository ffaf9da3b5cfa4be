using System.Globalization;
using System.Text.Json;
using Conformance.Generators.Breaking;
using Conformance.Generators.Inside;
using Conformance.Generators.Judging;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>The kind of JSON that a value is of.</summary>
internal sealed class TypeIsKind : ConstraintKind<TypeIs>
{
    public override string Keyword => "type";

    protected override IEnumerable<Sample> Inside(TypeIs constraint, MemberDraw draw) =>
        InsideType.Of(draw.Domain, constraint.Kind, draw.Draw).Prepend(draw.Ordinary());

    protected override IEnumerable<Sample> Outside(TypeIs constraint, MemberDraw draw) =>
        BreakType.Of(draw.Domain, constraint.Kind, draw.Draw);

    protected override ImmutableArray<Position> Positions(
        TypeIs constraint,
        Member member,
        MemberLanguages languages
    ) => KindPositions.Of(member, constraint);

    protected override string Words(TypeIs constraint) =>
        constraint.Kind switch
        {
            JsonKind.Array => "is an array",
            JsonKind.Integer => "is an integer",
            JsonKind.Object => "is an object",
            JsonKind.Number => "is a number",
            JsonKind.Boolean => "is a boolean",
            JsonKind.Any => "is any JSON value",
            _ => "is a string",
        };

    protected override string? Problem(TypeIs constraint, JsonElement value) =>
        IsOf(constraint.Kind, value) ? null : $"it is {ReceivedJson.Shown(value)}";

    private static bool IsOf(JsonKind kind, JsonElement value) =>
        kind switch
        {
            JsonKind.String => value.ValueKind == JsonValueKind.String,
            JsonKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            JsonKind.Object => value.ValueKind == JsonValueKind.Object,
            JsonKind.Array => value.ValueKind == JsonValueKind.Array,
            JsonKind.Number => value.ValueKind == JsonValueKind.Number,
            JsonKind.Integer => value.ValueKind == JsonValueKind.Number && IsWhole(value.Written()),
            _ => true,
        };

    /// <summary>Beyond what a decimal holds a number counts as whole, unless a double shows its fraction.</summary>
    private static bool IsWhole(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? decimal.IsInteger(value)
            : double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var large)
                && (double.IsInteger(large) || double.IsInfinity(large));
}
