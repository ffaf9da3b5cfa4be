using System.Globalization;
using System.Numerics;

namespace Conformance.Generators.Judging;

/// <summary>What the text of a number says, however it is written.</summary>
internal static class NumberText
{
    private const NumberStyles Written =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // Every reader's number keeps fifteen digits; seven places after the point are more than money has.
    private const double LeastCertain = 1e-7;
    private const double MostCertain = 1e15;

    /// <summary>Whether JSON or a careful client could have written it.</summary>
    public static bool IsNumber(string text) => AsDouble(text) is not null;

    /// <summary>Whether decimals and doubles alike hold it, and no sign is lost on the way.</summary>
    public static bool IsHeldByAll(string text) =>
        AsDouble(text) is { } number
        && (number == 0 ? !text.StartsWith('-') : Math.Abs(number) is >= LeastCertain and <= MostCertain);

    /// <summary>Whether it is a whole number, exactly or as a double takes it: <c>1.0</c>, <c>1e0</c>, <c>1e400</c>.</summary>
    public static bool IsWhole(string text) =>
        AsDouble(text) is { } number && (double.IsInteger(number) || IsExactlyWhole(text));

    /// <summary>Whether it is written in digits alone and fits into 32 bits.</summary>
    public static bool IsInt32(string text) =>
        text is not "-0"
        && !text.StartsWith('+')
        && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
        && integer >= int.MinValue
        && integer <= int.MaxValue;

    /// <summary>Which side of the limit it lies on: below 0, 0 or above 0; null for what is no number.</summary>
    public static int? Compared(string text, decimal limit)
    {
        if (decimal.TryParse(text, Written, CultureInfo.InvariantCulture, out var number))
            return number.CompareTo(limit);
        // What a decimal can't hold is far from every limit: a double tells on which side.
        return AsDouble(text)?.CompareTo((double)limit);
    }

    private static double? AsDouble(string text) =>
        double.TryParse(text, Written, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A fraction is whole if its exponent moves the point behind its last digit that is not 0.
    private static bool IsExactlyWhole(string text)
    {
        var parts = text.TrimStart('-', '+').Split('e', 'E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : parts[0][(point + 1)..].TrimEnd('0').Length;
        var exponent = parts.Length < 2 ? BigInteger.Zero : BigInteger.Parse(parts[1], CultureInfo.InvariantCulture);
        return exponent >= decimals;
    }
}
