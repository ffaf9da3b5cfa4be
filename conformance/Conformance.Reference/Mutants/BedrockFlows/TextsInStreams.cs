using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.DocumentTexts;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Texts that not every counter, buffer and writer of text can take.</summary>
internal static class TextsInStreams
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        InSomeTexts(
            "CountsFramesInCharacters",
            "counts the payload of messages in characters, not in octets",
            "stream/frames",
            () => Correct with { Encoding = EventEncoding.Framed(CountedInCharacters) }
        ),
        InSomeTexts(
            "EscapesCharactersBeyond16BitsAtOnce",
            "writes one escape of five digits for a character beyond 16 bits",
            "document/unicode",
            () =>
                Payloads(Output, json => string.Concat(FlowJson.Unescaped(json).EnumerateRunes().Select(EscapedAtOnce)))
        ),
        InSomeTexts(
            "WritesLineEndsUnescaped",
            "writes line feeds and carriage returns into JSON texts as they are",
            "stream/documented-events",
            () => Payloads(Output, json => FlowJson.Escapes(Numbered(json), c => c is '\n' or '\r' ? $"{c}" : null))
        ),
        ChangesTexts(
            "DropsFormatCharacters",
            "drops the characters that join, separate and direct others",
            text =>
                string.Concat(text.EnumerateRunes().Where(c => Rune.GetUnicodeCategory(c) != UnicodeCategory.Format))
        ),
        InSomeTexts(
            "DecodesBodiesInPartsOf1Kilobyte",
            "decodes bodies in parts of 1 KiB, and loses the characters that stand in two of them",
            "document/*",
            () => Correct with { ReadBody = r => Correct.ReadBody(r with { Body = DecodedInParts(r.Body) }) }
        ),
        ChangesTexts("UnescapesTextsTwice", "resolves escapes that a text spells out", UnescapedAgain, "document/*"),
    ];

    /// <summary>What is ASCII, and has no control characters, comes as it has to.</summary>
    private static Mutant InSomeTexts(string name, string says, string breaks, Func<BedrockFlowsBehaviour> behaviour) =>
        Row(name, says, [breaks], behaviour)
            .AlsoBreaking("stream/*", "document/*", "response/*", "body/*", "robustness/well-formed-json");

    private static byte[] CountedInCharacters(FlowEvent flowEvent)
    {
        var plain = flowEvent.Holding(FlowJson.Unescaped(flowEvent.Text()));
        var frame = Frame.Write(plain);
        var surplus = plain.Payload.Length - plain.Text().Length;
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length - surplus);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32.Of(frame.AsSpan(0, 8)));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(^4), Crc32.Of(frame.AsSpan(..^4)));
        return frame;
    }

    private static string EscapedAtOnce(Rune character) =>
        character.IsBmp ? character.ToString() : $"\\u{character.Value:x}";

    /// <summary>The same JSON with each line end in a text escaped by its number.</summary>
    private static string Numbered(string json)
    {
        var written = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                written.Append(json[i]);
                continue;
            }
            i++;
            written.Append(
                json[i] switch
                {
                    'n' => @"\u000a",
                    'r' => @"\u000d",
                    _ => $"\\{json[i]}",
                }
            );
        }
        return written.ToString();
    }

    private static byte[] DecodedInParts(ReadOnlyMemory<byte> body) =>
        Encoding.UTF8.GetBytes(string.Concat(body.ToArray().Chunk(1024).Select(part => Encoding.UTF8.GetString(part))));

    /// <summary>What stands between the quotes is read as JSON, as if nobody had done so before.</summary>
    private static string UnescapedAgain(string text)
    {
        if (!text.Contains('\\'))
            return text;
        try
        {
            return FlowJson.TextOf(JsonNode.Parse($"\"{text}\"")) ?? text;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // It spells out no escapes, or half a character.
            return text;
        }
    }
}
