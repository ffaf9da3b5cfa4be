using System.Buffers;

namespace Conformance.Reports.Secrecy;

/// <summary>A text as it stands, or with the escapes of some kind resolved, that knows where each character came from.</summary>
internal sealed class Layer
{
    /// <summary>A shortened text ends with it, and so does one that is cut within an escape.</summary>
    public const char Ellipsis = '…';

    // Escapes within escapes within escapes; a text that holds every kind of opening must not be read without end.
    private const int Most = 16;

    private static readonly ImmutableArray<SearchValues<char>> Openings =
    [
        .. new[] { "\\", "%", "&", "=", "\\%&" }.Select(kinds => SearchValues.Create(kinds)),
    ];

    private static readonly SearchValues<char> InEscapes = SearchValues.Create(
        "\\#{0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    // Index in the original text of each character, and of the end; null where they are the same.
    private readonly int[]? _starts;

    private Layer(string text, int[]? starts) => (Text, _starts) = (text, starts);

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The text itself, and what it says once its escapes are resolved, in any order of their kinds.</summary>
    public static IReadOnlyList<Layer> Of(string text)
    {
        var layers = new List<Layer> { new(text, null) };
        for (var i = 0; i < layers.Count && layers.Count < Most; i++)
            foreach (var openings in Openings)
                if (
                    layers.Count < Most
                    && layers[i].Resolved(openings) is { } resolved
                    && !layers.Exists(known => known.Text == resolved.Text)
                )
                    layers.Add(resolved);
        return layers;
    }

    /// <summary>Where a stretch of this text is in the original one.</summary>
    public Stretch InOriginal(Stretch stretch) =>
        _starts is null ? stretch : new Stretch(_starts[stretch.From], _starts[stretch.End]);

    /// <summary>The text with these escapes resolved; null where there are none.</summary>
    private Layer? Resolved(SearchValues<char> openings)
    {
        if (!Text.AsSpan().ContainsAny(openings))
            return null;
        var (characters, starts) = (new char[Text.Length], new int[Text.Length + 1]);
        var (count, isChanged) = (0, false);
        for (var at = 0; at < Text.Length; )
        {
            var rest = Text.AsSpan(at);
            var escape = openings.Contains(rest[0]) ? Escapes.All[rest[0]](rest) ?? CutOff(rest) : null;
            isChanged |= escape is not null;
            starts[count] = StartOf(at);
            characters[count++] = escape?.Character ?? rest[0];
            at += escape?.Length ?? 1;
        }
        starts[count] = StartOf(Text.Length);
        return isChanged ? new Layer(new string(characters, 0, count), starts[..(count + 1)]) : null;
    }

    private int StartOf(int at) => _starts is null ? at : _starts[at];

    /// <summary>What begins an escape, where the text ends or is shortened before the escape is whole.</summary>
    private static (char, int)? CutOff(ReadOnlySpan<char> text)
    {
        var near = text[..Math.Min(text.Length, Escapes.Longest)];
        var cut = near.IndexOf(Ellipsis);
        var end = cut >= 0 ? cut : near.Length;
        if (cut < 0 && near.Length < text.Length || near[1..end].ContainsAnyExcept(InEscapes))
            return null;
        return (Ellipsis, cut >= 0 ? cut + 1 : end);
    }
}

/// <summary>A stretch of a text.</summary>
/// <param name="From">Index of its first character.</param>
/// <param name="End">Index behind its last one.</param>
internal readonly record struct Stretch(int From, int End);
