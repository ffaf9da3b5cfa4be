using Conformance.Schemas.Patterns;
using Fare;

namespace Conformance.Generators.Patterns;

/// <summary>
/// From trees to Fare's automata, past Fare's parser (it takes anchors and most escapes for literals).
/// </summary>
internal static class Automata
{
    // Fare numbers states from one process-wide counter that is not guarded, and compares states by these numbers.
    private static readonly Lock OneAtATime = new();

    /// <summary>The language of values on which all interpretations of the anchors agree that they are in.</summary>
    public static StateTable Narrow(IEnumerable<Node> alternatives)
    {
        lock (OneAtATime)
            return StateTable.Of(Union(alternatives.Select(Of)));
    }

    /// <summary>
    /// The language of values that any interpretation admits. With <c>^A|B$</c> that is also what begins with A
    /// or ends with B; as some engines let <c>^</c> and <c>$</c> stand beside any line end, what a line begins or ends
    /// with, too.
    /// </summary>
    public static StateTable Broad(ImmutableArray<Alternative> alternatives)
    {
        lock (OneAtATime)
            return StateTable.Of(Union(alternatives.Select(ByTheLetter)));
    }

    private static Automaton ByTheLetter(Alternative alternative)
    {
        var (any, automaton) = (BasicAutomata.MakeAnyString(), Of(alternative.Node));
        var before = alternative.IsAnchoredAtStart ? any.Concatenate(LineEnd()).Optional() : any;
        var after = alternative.IsAnchoredAtEnd ? LineEnd().Concatenate(any.Clone()).Optional() : any.Clone();
        return before.Concatenate(automaton).Concatenate(after);
    }

    private static Automaton LineEnd() =>
        Union([BasicAutomata.MakeString("\r\n"), BasicAutomata.MakeCharSet("\n\r\u0085\u2028\u2029")]);

    private static Automaton Of(Node node) =>
        node switch
        {
            OneCharacter one => Union(one.Ranges.Select(r => BasicAutomata.MakeCharRange(r.Min, r.Max))),
            Sequence sequence => InSequence(sequence),
            Choice choice => Union(choice.Branches.Select(Of)),
            Repeat { Max: { } max } repeat => Of(repeat.Part).Repeat(repeat.Min, max),
            Repeat repeat => Of(repeat.Part).Repeat(repeat.Min),
            _ => throw new PatternException($"expected a node of a pattern, got {node}"),
        };

    private static Automaton InSequence(Sequence sequence) =>
        sequence.Parts.IsEmpty
            ? BasicAutomata.MakeEmptyString()
            : BasicOperations.Concatenate([.. sequence.Parts.Select(Of)]);

    private static Automaton Union(IEnumerable<Automaton> automata)
    {
        var all = automata.ToList();
        return all.Count == 1 ? all[0] : BasicOperations.Union(all);
    }
}
