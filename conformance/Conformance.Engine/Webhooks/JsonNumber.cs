using System.Globalization;
using System.Numerics;
using Conformance.Generators;

namespace Conformance.Engine.Webhooks;

/// <summary>The value of a JSON number: its digits without zeros at either end, times a power of ten.</summary>
/// <param name="Digits">The digits, with the sign; 0 for zero of either sign.</param>
/// <param name="Exponent">The power of ten.</param>
internal readonly record struct JsonNumber(BigInteger Digits, BigInteger Exponent)
{
    /// <summary>Reads the text of a number, exactly: <c>1.0</c>, <c>1</c> and <c>10e-1</c> are the same.</summary>
    public static JsonNumber Read(string text)
    {
        var e = text.IndexOfAny(['e', 'E']);
        var mantissa = e < 0 ? text : text[..e];
        var exponent =
            e < 0
                ? BigInteger.Zero
                : BigInteger.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }
        var significant = mantissa.TrimEnd('0');
        return significant is "" or "-"
            ? default
            : new(
                BigInteger.Parse(significant, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
                exponent + mantissa.Length - significant.Length
            );
    }

    /// <summary>
    /// Whether a JSON library whose numbers are doubles makes this of the number: more than they hold is not to be relied
    /// on (RFC 8259, section 6). What is past their range may become anything that is no text.
    /// </summary>
    public static bool IsLostToDoubles(string sent, JsonRaw came)
    {
        var nearest = Nearest(sent);
        if (!double.IsFinite(nearest))
            return true;
        var isExact = Read(nearest.ToString("R", CultureInfo.InvariantCulture)) == Read(sent);
        return !isExact && came.IsNumber && Nearest(came.Text) == nearest;
    }

    private static double Nearest(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}
