using Conformance.Schemas;

namespace Conformance.Generators.Judging;

/// <summary>Limits of numbers and of counts.</summary>
internal static class NumberPositions
{
    public static ImmutableArray<Position> Of(Constraint constraint) =>
        constraint switch
        {
            MinItems min => One(
                $"at least {min.Limit} items",
                v => v is not JsonArray a || a.Items.Length >= min.Limit
            ),
            MaxItems max => One($"at most {max.Limit} items", v => v is not JsonArray a || a.Items.Length <= max.Limit),
            Minimum min => One("no smaller number", value => Compared(value, min.Limit) is not < 0),
            Maximum max => One("no larger number", value => Compared(value, max.Limit) is not > 0),
            _ => throw new ArgumentException(
                $"expected a constraint that values can be judged by, got {constraint.GetType().Name}; add its positions"
            ),
        };

    private static ImmutableArray<Position> One(string says, Func<JsonValue, bool> accepts) =>
        [new(null, says, accepts)];

    private static int? Compared(JsonValue value, decimal limit) =>
        value switch
        {
            JsonRaw { IsNumber: true } raw => NumberText.Compared(raw.Text, limit),
            JsonText text => NumberText.Compared(text.Value, limit),
            _ => null,
        };
}
