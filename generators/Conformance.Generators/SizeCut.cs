using System.Globalization;
using Conformance.Generators.Texts;

namespace Conformance.Generators;

/// <summary>Which end of a value stays when it is cut to a smaller size.</summary>
public enum KeptEnd
{
    /// <summary>Its beginning.</summary>
    Start,

    /// <summary>Its end.</summary>
    End,
}

/// <summary>
/// A value that can be cut to any smaller size: a text in code points, an array in items, an object in members, a number in
/// its distance from zero.
/// </summary>
/// <param name="Size">The size of the value as it is.</param>
/// <param name="To">The value cut to a smaller size, the most alike first; none where it can't be so small.</param>
public sealed record SizeCut(Int128 Size, Func<Int128, IEnumerable<JsonValue>> To)
{
    /// <summary>The cut of this value; null for a value that has no size.</summary>
    /// <param name="value">The value.</param>
    /// <param name="identity">A text inside of it that stays; empty for none.</param>
    /// <param name="kept">Which of its ends stays.</param>
    public static SizeCut? Of(JsonValue value, string identity, KeptEnd kept) =>
        value switch
        {
            JsonText text => OfText(new TextCut(text.Value, identity, kept)),
            JsonArray { Items: var items } => new(
                items.Length,
                size => [new JsonArray(kept == KeptEnd.Start ? items[..(int)size] : items[^(int)size..])]
            ),
            JsonObject { Properties: var members } => new(
                members.Length,
                size => [new JsonObject(kept == KeptEnd.Start ? members[..(int)size] : members[^(int)size..])]
            ),
            JsonRaw { IsNumber: true } number => OfNumber(number.Text),
            _ => null,
        };

    private static SizeCut OfText(TextCut cut) =>
        new(cut.Length, size => cut.To((int)size).Select(text => new JsonText(text)));

    private static SizeCut? OfNumber(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        var sign = number < 0 ? "-" : "";
        return new SizeCut(
            (Int128)decimal.Ceiling(decimal.Abs(number)),
            size => [new JsonRaw(size == 0 ? "0" : sign + size.ToString(CultureInfo.InvariantCulture))]
        );
    }
}
