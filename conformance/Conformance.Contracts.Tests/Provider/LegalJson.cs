namespace Conformance.Contracts.Tests.Provider;

/// <summary>JSON that is legal, and that many a reader can't take.</summary>
internal static class LegalJson
{
    private static readonly string[] Integers =
    [
        "0",
        "1",
        "-9007199254740993",
        "18446744073709551616",
        new('7', 299),
        new('7', 309),
        new('7', 400),
        "-" + new string('7', 5_000),
    ];

    private static readonly string[] Fractions = ["", ".7976931348623158", "." + new string('0', 400) + "1"];

    private static readonly string[] Exponents =
    [
        "",
        "e-99999999999",
        "E-400",
        "e-308",
        "e-1",
        "e+0",
        "e1",
        "e291",
        "e292",
        "e299",
        "e300",
        "E+308",
        "e309",
        "e99999999999",
    ];

    private static readonly string[] Units =
    [
        "a",
        "\\\\",
        "\\\"",
        "\\u0041",
        "\\ud800",
        "\\uDBFF",
        "\\udc00",
        "\\uDfFf",
        "\\uD83D\\ude00",
        "\\\\ud800",
    ];

    /// <summary>Small ones and large ones, written in every way.</summary>
    public static IEnumerable<string> Numbers =>
        from integer in Integers
        from fraction in Fractions
        from exponent in Exponents
        select integer + fraction + exponent;

    /// <summary>Escapes beside each other, whole pairs and halves among them.</summary>
    public static IEnumerable<string> Texts =>
        from first in Units
        from second in Units
        from third in Units
        select $"\"{first}{second}{third}\"";

    /// <summary>Arrays within arrays.</summary>
    public static string Arrays(int depth) => new string('[', depth) + new string(']', depth);

    /// <summary>Objects within objects.</summary>
    public static string Objects(int depth) =>
        string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
}
