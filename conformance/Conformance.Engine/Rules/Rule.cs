using System.Runtime.CompilerServices;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>One kind of violation, in code: applied to every fact of its kind it gives requirements.</summary>
/// <param name="Kind">Last part of the requirements' ids: <c>maxLength/rejected</c>.</param>
/// <param name="Of">The requirements of one operation.</param>
/// <param name="File">Source file of the rule; the compiler fills it in.</param>
/// <param name="Line">Line in that file; the compiler fills it in.</param>
public sealed record Rule(
    string Kind,
    Func<Operation, IEnumerable<PlannedRequirement>> Of,
    [CallerFilePath] string File = "",
    [CallerLineNumber] int Line = 0
)
{
    /// <summary>The same, each with the rule that it comes from.</summary>
    public IEnumerable<PlannedRequirement> On(Operation operation) =>
        Of(operation).Select(p => p with { Rule = Kind, TestedIn = SourcePlace.Of(File, Line) });

    /// <summary>The same with requirements that no document makes: what they show is recorded.</summary>
    internal Rule Recorded() =>
        Each(planned =>
            planned with
            {
                Requirement = planned.Requirement with { Level = Level.May, Interpretations = [] },
            }
        );

    /// <summary>The same with requirements that are not about the classes of a constraint's values.</summary>
    internal Rule OnNoClasses() =>
        Each(planned => planned with { Facet = null, Needs = [.. FixturesOf(planned.Facet!.Member)] });

    private static IEnumerable<string> FixturesOf(Member member) =>
        member.SelfAndBelow().Where(m => m.Role == MemberRole.Known).Select(m => m.Path);

    private Rule Each(Func<PlannedRequirement, PlannedRequirement> change) =>
        this with
        {
            Of = operation => Of(operation).Select(change),
        };

    /// <summary>A rule about one kind of constraint of the request's members.</summary>
    /// <param name="requirementGroup">What reports count its requirements among.</param>
    /// <param name="kind">Last part of the ids.</param>
    /// <param name="side">Where the values that it tries lie: what breaks the constraint lies outside.</param>
    /// <param name="says">The target's duty, in one sentence without its full stop.</param>
    /// <param name="run">How it is tested for one member and constraint.</param>
    /// <param name="applies">Which members with such a constraint it is about; all where null.</param>
    /// <param name="runsAlone">For which members it uses scarce names.</param>
    /// <param name="takesValues">Whether it tries values of the member, and can try one more.</param>
    /// <param name="file">Source file of the rule; the compiler fills it in.</param>
    /// <param name="line">Line in that file; the compiler fills it in.</param>
    public static Rule ForEach<TConstraint>(
        RequirementGroup requirementGroup,
        string kind,
        Side side,
        Func<Member, TConstraint, string> says,
        Func<TestSession, Subject<TConstraint>, Task<Finding>> run,
        Func<Member, bool>? applies = null,
        Func<Member, bool>? runsAlone = null,
        bool takesValues = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        where TConstraint : Constraint =>
        new(
            kind,
            operation =>
                from member in operation.RequestMembers()
                from constraint in member.Constraints.OfType<TConstraint>()
                where applies?.Invoke(member) ?? true
                let subject = new Subject<TConstraint>(operation, member, constraint)
                select new PlannedRequirement(
                    Describe(operation, member, constraint, requirementGroup, kind, says(member, constraint)),
                    operation,
                    constraint.Level == Level.May
                        ? test => Observed(test, run(test, subject), constraint)
                        : test => run(test, subject)
                )
                {
                    RunsAlone = runsAlone?.Invoke(member) ?? false,
                    Facet = new Facet(member, constraint, side) { TakesValues = takesValues },
                },
            file,
            line
        );

    /// <summary>What no document and no companion demands is looked at in the same way, and recorded.</summary>
    internal static async Task<Finding> Observed(TestSession test, Task<Finding> check, Constraint constraint)
    {
        var finding = await check;
        if (finding.Outcome is not (Outcome.Passed or Outcome.Failed))
            return finding;
        var interpretation = constraint.Interpretations.FirstOrDefault()?.Id ?? "";
        var saw = finding.Reason ?? "it does";
        return Finding.Observed(test.Observe("", interpretation, test.Requirement.Says, saw)) with
        {
            Cases = finding.Cases,
        };
    }

    private static Requirement Describe(
        Operation operation,
        Member member,
        Constraint constraint,
        RequirementGroup requirementGroup,
        string kind,
        string says
    ) =>
        new(
            $"{operation.Api}/{operation.Id}/{member.Path}/{kind}",
            operation.Api,
            operation.Id,
            constraint.Level == Level.May ? RequirementGroup.Observation : requirementGroup,
            constraint.Level,
            [constraint.Source],
            says + ".",
            constraint.InterpretationIds
        )
        {
            Member = member.Path,
        };
}

/// <summary>What a rule is applied to.</summary>
public sealed record Subject<TConstraint>(Operation Operation, Member Member, TConstraint Constraint)
    where TConstraint : Constraint;
