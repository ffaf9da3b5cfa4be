using System.Globalization;
using System.Text;
using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>Spells a document in one of its many ways: escapes here and there, blanks between, its members in another order.</summary>
internal sealed class Respelling
{
    private static readonly ImmutableArray<string> Blanks = ["", "", "", " ", "\n", "\t", "\r\n  "];

    private readonly StringBuilder text = new();
    private readonly Draw draw;
    private int choices;

    private Respelling(Draw draw) => this.draw = draw;

    /// <summary>The same document, spelt as the draw decides.</summary>
    public static Document Of(Document document, Draw draw)
    {
        var spelling = new Respelling(draw);
        spelling.Write(document.Value);
        return Spellings.Of($"{document.Says} in another spelling", spelling.text.ToString());
    }

    private void Write(JsonValue value)
    {
        switch (value)
        {
            case JsonText leaf:
                Quote(leaf.Value);
                break;
            case JsonArray array:
                Join('[', ']', array.Items, Write);
                break;
            case JsonObject members:
                Join('{', '}', members.Properties.OrderBy(_ => Pick(int.MaxValue)), Write);
                break;
            default:
                text.Append(value.ToJson());
                break;
        }
    }

    private void Write(JsonProperty member)
    {
        Quote(member.Name);
        Blank();
        text.Append(':');
        Blank();
        Write(member.Value);
    }

    private void Join<T>(char open, char close, IEnumerable<T> parts, Action<T> write)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var part in parts)
        {
            if (!isFirst)
                text.Append(',');
            isFirst = false;
            Blank();
            write(part);
            Blank();
        }
        text.Append(close);
    }

    private void Quote(string value)
    {
        text.Append('"');
        for (var at = 0; at < value.Length; at++)
        {
            var isPair = at + 1 < value.Length && char.IsSurrogatePair(value[at], value[at + 1]);
            if (Pick(3) == 0)
                Escape(value[at]);
            else if (!isPair)
                text.Append(new JsonText(value[at].ToString()).ToJson()[1..^1]);
            else
                text.Append(value, at++, 2);
        }
        text.Append('"');
    }

    // Both halves of a pair are escaped, or none: a lone one comes second only, and is written as an escape.
    private void Escape(char c)
    {
        if (c == '/')
            text.Append("\\/");
        else
            text.Append("\\u").Append(((int)c).ToString(Pick(2) == 0 ? "x4" : "X4", CultureInfo.InvariantCulture));
    }

    private void Blank() => text.Append(Blanks[Pick(Blanks.Length)]);

    private int Pick(int count) =>
        (int)(draw.For((choices++).ToString(CultureInfo.InvariantCulture)).Seed % (ulong)count);
}
