using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>
/// JSON texts of documents that a reader may mistake: spelt in another way than usual, and the same (RFC 8259, 2, 6, 7), or
/// nearly alike, and not the same.
/// </summary>
internal static class Spellings
{
    private static readonly ImmutableArray<(string Says, string Json)> Same =
    [
        ("escaped letters", """ "\u0061\u0062 \u00e9\u4E16" """),
        ("an escaped solidus", """ "a\/b" """),
        ("an escaped pair of surrogates", """ "\uD83D\ude00" """),
        ("escapes in the place of short ones", """ "\u0022\u005c\u000a\u0009\u002F" """),
        ("short escapes", """ "\b\f\n\r\t\"\\" """),
        ("an escaped name", """{"\u0061\u00e9":1}"""),
        ("white space between all", "{ \"a\" :\t[ 1 ,\r\n \"b\" ] , \"c\":{ } }"),
        ("members in another order", """{"b":{"d":1,"c":2},"a":[]}"""),
        ("a whole number with a fraction", "[1.0,100.00]"),
        ("numbers with exponents", "[1e2,1E+2,125e-2,0.5e1]"),
    ];

    private static readonly ImmutableArray<(string Says, string Json)> Apart =
    [
        ("numbers and the same as texts", """["1",1,"1.0","01"]"""),
        ("literals and the same as texts", """["true",true,"false",false,"null",null]"""),
        ("what is empty, each in its way", """["",[],{},null,0,false,[null],[[]],{"":""}]"""),
        ("arrays and objects as texts", """["[1]",[1],"{\"a\":1}",{"a":1}]"""),
        ("composed and decomposed letters", """["\u00e9","e\u0301",{"\u00e9":1,"e\u0301":2}]"""),
        ("texts that escapes look like", """["\\u0061","a","\\\\n","\\n","\n"]"""),
        ("names in upper and lower case", """{"a":1,"A":2,"\u00e9":3,"\u00c9":4}"""),
        ("letters in one case", "\"abc Def \\u00e9\""),
        ("the same letters in the other case", "\"ABC dEF \\u00c9\""),
        ("blanks around texts and names", """[" a","a","a ",{" a":1,"a":2}]"""),
    ];

    /// <summary>Each by itself.</summary>
    public static ImmutableArray<Document> All { get; } = [.. Same.Concat(Apart).Select(row => Of(row.Says, row.Json))];

    /// <summary>The same in two documents.</summary>
    public static ImmutableArray<Document> InOne { get; } =
    [Of("documents in other spellings", Joined(Same)), Of("documents that are nearly alike", Joined(Apart))];

    /// <summary>A document that is sent in this spelling.</summary>
    public static Document Of(string says, string json) =>
        new(says, JsonValue.Parse(json)) { Spelling = new JsonRaw(json), CanShrink = false };

    private static string Joined(ImmutableArray<(string Says, string Json)> rows) =>
        $"[{string.Join(',', rows.Select(row => row.Json))}]";
}
