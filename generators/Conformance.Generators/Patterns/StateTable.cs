using System.Collections.Immutable;
using Fare;

namespace Conformance.Generators.Patterns;

/// <summary>The way from one state to the next on any of these characters.</summary>
internal readonly record struct Edge(CharRange Characters, int To);

/// <summary>
/// The least deterministic automaton of a language, its states numbered in the order of a walk through sorted edges:
/// the same on every machine, which Fare's own order is not.
/// </summary>
internal sealed record StateTable(ImmutableArray<bool> Accepts, ImmutableArray<ImmutableArray<Edge>> Edges)
{
    public static StateTable Of(Automaton automaton)
    {
        automaton.ExpandSingleton();
        automaton.Determinize();
        automaton.Minimize();
        automaton.ExpandSingleton();
        var live = automaton.GetLiveStates();
        var numbers = new Dictionary<State, int>(ReferenceEqualityComparer.Instance) { [automaton.Initial] = 0 };
        var states = new List<State> { automaton.Initial };
        var edges = ImmutableArray.CreateBuilder<ImmutableArray<Edge>>();
        for (var i = 0; i < states.Count; i++)
            edges.Add(EdgesOf(states[i], live, numbers, states));
        return new StateTable([.. states.Select(s => s.Accept)], edges.ToImmutable());
    }

    /// <summary>The state after this character, or -1.</summary>
    public int Step(int state, char c)
    {
        foreach (var edge in Edges[state])
        {
            if (edge.Characters.Contains(c))
                return edge.To;
        }
        return -1;
    }

    /// <summary>The state after this text, or -1.</summary>
    public int Run(int state, string text)
    {
        foreach (var c in text)
        {
            if (state < 0)
                break;
            state = Step(state, c);
        }
        return state;
    }

    /// <summary>Whether the whole text belongs to the language.</summary>
    public bool Contains(string text) => Run(0, text) is var end && end >= 0 && Accepts[end];

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
