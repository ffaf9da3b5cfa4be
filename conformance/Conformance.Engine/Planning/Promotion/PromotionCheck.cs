using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports.Corpus;
using Conformance.Reports.Text;
using Conformance.Schemas;

namespace Conformance.Engine.Planning.Promotion;

/// <summary>
/// Whether a promoted case shows something still: requirements go, and what counts as legal changes with the schemas and
/// the interpretations. A case on which interpretations differ by now must not accuse anybody.
/// </summary>
public static class PromotionCheck
{
    /// <summary>Why the case shows nothing; null where it does.</summary>
    /// <param name="values">Who judges the value.</param>
    /// <param name="planned">The requirement of the case; null where the kit has none of its id.</param>
    /// <param name="case">The case.</param>
    /// <param name="runId">The run's own id.</param>
    public static string? Problem(ValueSource values, PlannedRequirement? planned, PromotedCase @case, string runId)
    {
        if (planned is null)
            return $"the kit has no requirement {Shortened.OnALine(@case.Requirement)}; ./run-conformance.sh list shows all ids";
        try
        {
            return Problem(values, planned, JsonValue.Parse(@case.ValueIn(runId)));
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    private static string? Problem(ValueSource values, PlannedRequirement planned, JsonValue value) =>
        planned switch
        {
            { TakesValue: { } takes } => takes(value),
            { Facet: { TakesValues: true, Constraint: { } constraint, Side: Side.Outside, Member: var member } } =>
                Outside(values, member, constraint, value),
            { Facet: { TakesValues: true, Constraint: not null, Member: var member } } => Inside(
                values,
                planned.Operation,
                member,
                value
            ),
            _ => $"{planned.Requirement.Id} is about no value, or tries all of them in every run",
        };

    private static string? Outside(ValueSource values, Member member, Constraint constraint, JsonValue value) =>
        values.IsViolation(member, constraint, value)
            ? null
            : $"{Excerpt(value)} is no violation of {constraint.Keyword} of {member.Path} by every interpretation{InterpretationsOf(values, member, constraint, value)}";

    private static string? Inside(ValueSource values, Operation operation, Member member, JsonValue value)
    {
        if (!KnownNames.MayBeTried(operation, member, value))
            return $"{member.Path} names what has to exist on a target, which need not know {Excerpt(value)}";
        var against = member.Constraints.FirstOrDefault(c => values.PositionsOn(member, c).Any(p => !p.Accepts(value)));
        return against is null
            ? null
            : $"{Excerpt(value)} is not legal for {member.Path} by every interpretation: {against.Keyword} rejects it{InterpretationsOf(values, member, against, value)}";
    }

    private static string InterpretationsOf(ValueSource values, Member member, Constraint constraint, JsonValue value)
    {
        var positions = values.PositionsOn(member, constraint);
        var accepting = positions.Where(p => p.Accepts(value)).Select(p => p.Says).ToList();
        return accepting.Count == 0 || accepting.Count == positions.Length
            ? ""
            : $" (legal where {string.Join(" or ", accepting)})";
    }

    private static string Excerpt(JsonValue value)
    {
        var json = value.ToJson();
        return json.Length <= 60 ? json : json[..60] + "…";
    }
}
