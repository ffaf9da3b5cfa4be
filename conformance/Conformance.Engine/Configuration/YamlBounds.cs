using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Conformance.Engine.Configuration;

/// <summary>
/// Bounds on the shape of a YAML text. A level too many overflows the stack of whoever walks the tree, which ends the
/// process; and aliases of aliases make a tree without an end, or without end in practice, of a few lines.
/// </summary>
/// <param name="file">The file, for messages.</param>
internal sealed class YamlBounds(string file)
{
    /// <summary>Most levels of lists and mappings in each other.</summary>
    public const int MostLevels = 64;

    /// <summary>Most values and names in a text, those behind an alias counted each time.</summary>
    public const int MostNodes = 20_000;

    private readonly record struct Measure(int Nodes, int Levels);

    private sealed record Open(AnchorName Anchor)
    {
        public Measure Inside { get; set; } = new(1, 1);
    }

    private readonly Stack<Open> _open = new();
    private readonly Dictionary<AnchorName, Measure> _anchored = [];
    private int _nodes;

    /// <summary>Takes the next event of the text.</summary>
    /// <exception cref="ConfigurationException">A bound is passed there.</exception>
    public void Take(ParsingEvent next)
    {
        switch (next)
        {
            case SequenceStart or MappingStart:
                Count(next, new Measure(1, 1));
                _open.Push(new Open(((NodeEvent)next).Anchor));
                break;
            case SequenceEnd or MappingEnd:
                var closed = _open.Pop();
                Close(closed.Anchor, closed.Inside);
                break;
            case Scalar scalar:
                Count(next, new Measure(1, 0));
                Close(scalar.Anchor, new Measure(1, 0));
                break;
            case AnchorAlias alias:
                TakeAlias(alias);
                break;
        }
    }

    private void TakeAlias(AnchorAlias alias)
    {
        if (_open.Any(open => open.Anchor == alias.Value))
            throw Refused(alias, "expected a value, got an alias of what it stands in; write the value out");
        // Of an alias of nothing the loader complains.
        if (!_anchored.TryGetValue(alias.Value, out var measure))
            return;
        Count(alias, measure);
        Close(AnchorName.Empty, measure);
    }

    private void Count(ParsingEvent at, Measure more)
    {
        if (_open.Count + more.Levels > MostLevels)
            throw Refused(
                at,
                $"expected at most {MostLevels} levels of lists and mappings, got more; write it flatter"
            );
        _nodes += more.Nodes;
        if (_nodes > MostNodes)
            throw Refused(
                at,
                $"expected at most {MostNodes:N0} values, those behind an alias counted each time, got more; say less"
            );
    }

    private void Close(AnchorName anchor, Measure measure)
    {
        if (!anchor.IsEmpty)
            _anchored[anchor] = measure;
        if (_open.TryPeek(out var parent))
            parent.Inside = new(
                parent.Inside.Nodes + measure.Nodes,
                Math.Max(parent.Inside.Levels, measure.Levels + 1)
            );
    }

    private ConfigurationException Refused(ParsingEvent at, string says) =>
        new($"{file}:{at.Start.Line}:{at.Start.Column}: {says}");
}
