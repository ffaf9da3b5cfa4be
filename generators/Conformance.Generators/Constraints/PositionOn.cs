namespace Conformance.Generators.Constraints;

/// <summary>Positions on one kind of value: values of other kinds are accepted.</summary>
internal static class PositionOn
{
    public static Position Texts(string? interpretation, string says, Func<string, bool> accepts) =>
        new(interpretation, says, value => value is not JsonText text || accepts(text.Value));

    public static Position Arrays(string says, Func<int, bool> accepts) =>
        new(null, says, value => value is not JsonArray array || accepts(array.Items.Length));
}
