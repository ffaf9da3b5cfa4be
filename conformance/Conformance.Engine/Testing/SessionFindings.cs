using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>What a test says of what it has seen.</summary>
public static class SessionFindings
{
    /// <summary>The failure that the trail so far shows.</summary>
    public static Finding Fails(
        this TestSession test,
        string @case,
        string expected,
        string actual,
        int cases = 1,
        Cause? cause = null
    )
    {
        test.NoteFailure();
        return Finding.Failed(new Evidence(@case, expected, actual, test.Trail), cases, cause);
    }

    /// <summary>Something the target may do either way, by the first interpretation that the requirement names.</summary>
    public static Observation Observe(this TestSession test, string name, string says, string saw) =>
        test.Observe(name, test.Requirement.Interpretations.FirstOrDefault() ?? "", says, saw);

    /// <summary>Something the target may do either way, by the API's interpretation about the topic.</summary>
    public static Observation Observe(
        this TestSession test,
        string name,
        InterpretationTopic about,
        string says,
        string saw
    ) => test.Observe(name, test.Session.Api.InterpretationOn(about), says, saw);

    /// <summary>Something the target may do either way.</summary>
    public static Observation Observe(
        this TestSession test,
        string name,
        string interpretation,
        string says,
        string saw
    ) => new(name.Length == 0 ? test.Requirement.Id : $"{test.Requirement.Id}/{name}", interpretation, says, saw);

    /// <summary>The promoted values and then these, without one that would come twice: as a name it would be taken.</summary>
    public static ImmutableArray<Sample> PromotedBefore(this TestSession test, ImmutableArray<Sample> samples) =>
        [.. test.Promoted, .. samples.Where(sample => !test.Promoted.Any(p => p.Value.Equals(sample.Value)))];
}
