using Conformance.Generators.Judging;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators.Coverage;

/// <summary>Why a value is not sent; the lower the rank, the nearer it came.</summary>
internal sealed record Reason(int Rank, string Says);

/// <summary>Why candidates were dropped.</summary>
internal sealed record Reasons(Member Member, Constraint Constraint, Judge Judge, TextDomain Domain)
{
    public Reason NotLegal(Sample sample)
    {
        var broken = Member.Constraints.Where(c => Judge.Of(Member, c, sample.Value) == Fit.Breaks).ToList();
        return broken.Count > 0
            ? new Reason(1, $"such a value breaks {Keywords(broken)}")
            : new Reason(0, $"interpretations differ on such a value{InDispute(sample)}");
    }

    public Reason NotAViolation(Sample sample)
    {
        if (sample.Value is JsonText text && !Domain.CanCarry(text.Value))
            return new Reason(1, $"nothing outside a body can carry it: octets there are UTF-8");
        return Judge.Of(Member, Constraint, sample.Value) switch
        {
            Fit.Keeps => new Reason(3, "such a value is legal"),
            Fit.Disputed => new Reason(2, $"interpretations differ on such a value{InDispute(sample)}"),
            _ => new Reason(0, $"such a value breaks {Keywords(NotKept(sample))} as well"),
        };
    }

    private List<Constraint> NotKept(Sample sample) =>
        [.. Member.Constraints.Where(c => c != Constraint && Judge.Of(Member, c, sample.Value) != Fit.Keeps)];

    private string InDispute(Sample sample)
    {
        var interpretations = Member
            .Constraints.Where(c => Judge.Of(Member, c, sample.Value) == Fit.Disputed)
            .SelectMany(c => Judge.PositionsOn(Member, c))
            .Select(position => position.Interpretation)
            .Where(interpretation => interpretation is { Length: > 0 })
            .Distinct()
            .ToList();
        return interpretations.Count == 0 ? "" : $" ({string.Join(", ", interpretations)})";
    }

    private static string Keywords(List<Constraint> constraints) =>
        string.Join(" and ", constraints.Select(c => c.Keyword).Distinct());
}
