using System.Text;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.DocumentTexts;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Texts with characters of which whoever wrote the server has not thought.</summary>
internal static class ForeignScripts
{
    private static readonly string[] LineEndsBeyondAscii = ["\u0085", "\u2028", "\u2029"];

    public static readonly ImmutableArray<Mutant> Rows =
    [
        WritesPayloads(
            "WritesSurrogatesOneByOne",
            "writes each half of a character beyond 16 bits in three octets, as CESU-8 does",
            e => [e with { Payload = InCesu8(FlowJson.Unescaped(e.Text())) }]
        ),
        WritesPayloads(
            "SendsEachLineAsAMessage",
            "sends each line of an output as a message, with all line ends that Unicode has",
            e => FlowJson.Unescaped(e.Text()).Split(LineEndsBeyondAscii, StringSplitOptions.None).Select(e.Holding)
        ),
        ChangesTexts(
            "IsolatesRightToLeftTexts",
            "puts texts that are written from right to left between characters that isolate them",
            text => text.Any(IsRightToLeft) ? $"\u2067{text}\u2069" : text
        ),
    ];

    /// <summary>Outputs are written in octets that are right for most texts.</summary>
    private static Mutant WritesPayloads(string name, string says, Func<FlowEvent, IEnumerable<FlowEvent>> write) =>
        Row(name, says, ["stream/documented-events"], () => EachEvent(e => e.Name == Output ? write(e) : [e]))
            .AlsoBreaking("stream/*", "document/*", "response/*", "body/*");

    private static byte[] InCesu8(string text) =>
        [.. text.EnumerateRunes().SelectMany(c => c.IsBmp ? Encoding.UTF8.GetBytes($"{c}") : Halves($"{c}"))];

    private static IEnumerable<byte> Halves(string pair) =>
        pair.SelectMany(half =>
            new[] { (byte)(0xE0 | (half >> 12)), (byte)(0x80 | ((half >> 6) & 0x3F)), (byte)(0x80 | (half & 0x3F)) }
        );

    /// <summary>Hebrew, Arabic and their neighbours, and their presentation forms.</summary>
    private static bool IsRightToLeft(char c) =>
        c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');
}
