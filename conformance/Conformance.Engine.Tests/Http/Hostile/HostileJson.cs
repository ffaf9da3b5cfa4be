using System.Text;

namespace Conformance.Engine.Tests.Http.Hostile;

/// <summary>JSON, and what is all but JSON, in Latin-1: members that the kit looks for, with values that it doesn't expect.</summary>
internal static class HostileJson
{
    private const int DeepLevels = 1_500;

    private static readonly ImmutableArray<string> Atoms =
    [
        "null",
        "true",
        "0",
        "-0",
        "1.0",
        "1e400",
        "-1e-400",
        "1e999999999",
        "1e-99999999999999999999",
        "12345678901234567890123456789012345678901234567890",
        "0." + new string('3', 400),
        new string('9', 5_000),
        "\"\"",
        "\"ACTIVE\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\\ud83d\\ude00\"",
        "\"\\u0000\"",
        "\"\u00ff\"",
        "\"\u00ed\u00a0\u0080\"",
        "\"\u00c3\u00a9\"",
        "\"2026-01-02T03:04:05Z\"",
        "\"ValidationException\"",
        "\"com.amazon#X:http://y/\"",
        "\"#\"",
        "\":\"",
    ];

    private static readonly ImmutableArray<string> NoJson =
    [
        "01",
        ".5",
        "1.",
        "NaN",
        "\"\\x\"",
        "\"a\nb\"",
        "\"unfinished",
        "'single'",
        "",
        "tru",
    ];

    private static readonly ImmutableArray<string> OddNames =
    [
        "",
        "message",
        "__type",
        "code",
        "fieldList",
        "name",
        "reason",
        "resourceId",
        "\\ud800",
        "\u00ff",
        "a\\u0062c",
    ];

    /// <summary>Every name that the kit reads, and some that nobody has.</summary>
    private static readonly ImmutableArray<string> Names = [.. WhatIsRead.MemberNames, .. OddNames];

    public static byte[] Of(Chance chance)
    {
        if (chance.In100(1))
            return Deep(chance);
        var text = new StringBuilder();
        if (chance.In100(2))
            text.Append("\u00ef\u00bb\u00bf");
        if (chance.In100(80))
            Object(text, chance, 3);
        else
            Value(text, chance, 3);
        if (chance.In100(3))
            text.Append(chance.Of(" ", "x", "{}", "\0", ",", "[", "\u00ff"));
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static byte[] Deep(Chance chance)
    {
        var levels = chance.Below(DeepLevels);
        var (open, close) = chance.Of(("[", "]"), ("{\"a\":", "}"), ("{\"fieldList\":[", "]}"));
        var ends = chance.In100(70) ? levels : chance.Below(levels + 1);
        return Encoding.Latin1.GetBytes(
            new StringBuilder().Insert(0, open, levels).Append('1').ToString()
                + string.Concat(Enumerable.Repeat(close, ends))
        );
    }

    private static void Value(StringBuilder text, Chance chance, int depth)
    {
        var kind = chance.Below(depth > 0 ? 10 : 6);
        if (kind < 6)
            text.Append(chance.Of(chance.In100(98) ? Atoms : NoJson));
        else if (kind < 8)
            Array(text, chance, depth - 1);
        else
            Object(text, chance, depth - 1);
    }

    private static void Array(StringBuilder text, Chance chance, int depth)
    {
        text.Append('[');
        for (var left = chance.Few(6); left > 0; left--)
        {
            Value(text, chance, depth);
            text.Append(left > 1 ? "," : "");
        }
        text.Append(']');
    }

    private static void Object(StringBuilder text, Chance chance, int depth)
    {
        text.Append('{');
        for (var left = chance.Few(8); left > 0; left--)
        {
            text.Append('"').Append(chance.Of(Names)).Append("\":");
            Value(text, chance, depth);
            text.Append(left > 1 ? "," : "");
        }
        text.Append('}');
    }
}
