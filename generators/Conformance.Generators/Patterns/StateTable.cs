using Conformance.Schemas.Patterns;
using Fare;

namespace Conformance.Generators.Patterns;

/// <summary>The way from one state to the next on any of these characters.</summary>
internal readonly record struct Edge(CharRange Characters, int To);

/// <summary>
/// The least deterministic automaton of a language, its states numbered in the order of a walk through sorted edges:
/// the same on every machine, which Fare's own order is not.
/// </summary>
internal sealed class StateTable
{
    /// <summary>More states than any pattern of the documents comes near to: beyond, a run would wait for its values.</summary>
    public const int MostStates = 100_000;

    private readonly Stepping _stepping;

    private StateTable(ImmutableArray<bool> accepts, ImmutableArray<ImmutableArray<Edge>> edges)
    {
        (Accepts, Edges) = (accepts, edges);
        _stepping = new Stepping(edges);
    }

    /// <summary>For every state whether a text may end there.</summary>
    public ImmutableArray<bool> Accepts { get; }

    /// <summary>For every state its edges, rising and apart.</summary>
    public ImmutableArray<ImmutableArray<Edge>> Edges { get; }

    /// <summary>The first character of each class of characters that lead to the same state from every state.</summary>
    public ImmutableArray<char> Representatives => _stepping.Representatives;

    /// <exception cref="PatternException">The automaton has too many states.</exception>
    public static StateTable Of(Automaton automaton)
    {
        automaton.ExpandSingleton();
        automaton.Determinize();
        automaton.Minimize();
        automaton.ExpandSingleton();
        var live = automaton.GetLiveStates();
        if (live.Count > MostStates)
            throw new PatternException($"expected a pattern of at most {MostStates} states, got {live.Count}");
        var numbers = new Dictionary<State, int>(ReferenceEqualityComparer.Instance) { [automaton.Initial] = 0 };
        var states = new List<State> { automaton.Initial };
        var edges = ImmutableArray.CreateBuilder<ImmutableArray<Edge>>();
        for (var i = 0; i < states.Count; i++)
            edges.Add(EdgesOf(states[i], live, numbers, states));
        return new StateTable([.. states.Select(s => s.Accept)], edges.ToImmutable());
    }

    /// <summary>The state after this character, or -1.</summary>
    public int Step(int state, char c) => _stepping.Step(state, c);

    /// <summary>The state after this text, or -1.</summary>
    public int Run(int state, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (state < 0)
                break;
            state = _stepping.Step(state, c);
        }
        return state;
    }

    /// <summary>Whether the whole text belongs to the language.</summary>
    public bool Contains(string text) => Run(0, text) is var end && end >= 0 && Accepts[end];

    /// <summary>Whether some member holds the character.</summary>
    public bool Holds(char c) => _stepping.Leads(c);

    private static ImmutableArray<Edge> EdgesOf(
        State state,
        HashSet<State> live,
        Dictionary<State, int> numbers,
        List<State> states
    )
    {
        var edges = new List<Edge>();
        foreach (var transition in state.Transitions.Where(t => live.Contains(t.To)).OrderBy(t => t.Min))
        {
            if (!numbers.TryGetValue(transition.To, out var to))
            {
                numbers[transition.To] = to = states.Count;
                states.Add(transition.To);
            }
            var range = new CharRange(transition.Min, transition.Max);
            if (edges.Count > 0 && edges[^1].To == to && edges[^1].Characters.Max + 1 == range.Min)
                edges[^1] = new Edge(new CharRange(edges[^1].Characters.Min, range.Max), to);
            else
                edges.Add(new Edge(range, to));
        }
        return [.. edges];
    }
}
