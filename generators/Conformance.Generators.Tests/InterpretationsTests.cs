using Conformance.Generators.Judging;
using Conformance.Generators.Patterns;
using Conformance.Generators.Tests.Witness;
using Conformance.Schemas;
using FsCheck.Xunit;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

/// <summary>Nothing is asserted on which two careful readers of the documents would disagree.</summary>
public sealed class InterpretationsTests
{
    private static readonly Judge TheJudge = new(new PatternLibrary());

    private static readonly ImmutableArray<(Member Member, Constraint Constraint, Careful Readers)> Judged =
    [
        .. Facts.Select(fact => (fact.Member, fact.Constraint, Careful.Of(fact.Member, fact.Constraint))),
    ];

    [Property(MaxTest = 100_000, Arbitrary = [typeof(AnyValues)])]
    public void AnyValueIsAssertedOnlyWhereEveryReaderAgrees(JsonValue value) =>
        Assert.Empty(
            Judged.Where(fact => !Agrees(fact, value)).Select(fact => $"{fact.Member.Path} {fact.Constraint.Keyword}")
        );

    private static bool Agrees((Member Member, Constraint Constraint, Careful Readers) fact, JsonValue value) =>
        TheJudge.Of(fact.Member, fact.Constraint, value) switch
        {
            Fit.Keeps => fact.Readers.AllAccept(value),
            Fit.Breaks => fact.Readers.AllReject(value),
            _ => true,
        };

    [Property(MaxTest = 600, Arbitrary = [typeof(AnyFacts)])]
    public void WhatIsSentAsLegalIsAcceptedByEveryReader((Member Member, Constraint Constraint) fact, Draw draw) =>
        Assert.All(
            Values.JustInside(fact.Member, fact.Constraint, draw),
            sample => Assert.All(Others(fact.Member), f => Assert.True(f.Readers.AllAccept(sample.Value)))
        );

    [Property(MaxTest = 600, Arbitrary = [typeof(AnyFacts)])]
    public void WhatIsSentAsAViolationIsRejectedByEveryReaderOfItsConstraintAndNoOther(
        (Member Member, Constraint Constraint) fact,
        Draw draw
    )
    {
        var readers = Careful.Of(fact.Member, fact.Constraint);
        var violation = Values.BreakingOnly(fact.Member, fact.Constraint, draw);
        foreach (var sample in violation.Samples)
        {
            Assert.True(readers.AllReject(sample.Value), $"{fact.Member.Path} {fact.Constraint.Keyword} {sample}");
            var others = Others(fact.Member)
                .Where(f => f.Constraint != fact.Constraint && !violation.BrokenTogether.Contains(f.Constraint));
            Assert.All(others, f => Assert.True(f.Readers.AllAccept(sample.Value), $"{f.Constraint.Keyword} {sample}"));
        }
    }

    [Fact]
    public void WhatIsInDisputeIsAcceptedByOnePositionAndRejectedByAnotherOfItsInterpretation()
    {
        foreach (var member in All)
        foreach (var (sample, interpretation) in Values.Disputed(member, Seeded))
            Assert.Contains(
                member.Constraints.Select(c => Values.PositionsOn(member, c)),
                positions =>
                    positions.Any(p => p.Interpretation == interpretation)
                    && positions.Select(p => p.Accepts(sample.Value)).Distinct().Count() == 2
            );
    }

    [Fact]
    public void WhetherThereIsADisputeIsToldWithoutAValue() =>
        Assert.All(All, m => Assert.Equal(Values.Disputed(m, Seeded).Any(), ValueSource.HasDisputes(m)));

    [Fact]
    public void EveryInterpretationOfAPositionIsInTheRegisterOfItsApi()
    {
        foreach (var api in SchemaCatalog.Embedded())
        {
            var named =
                from operation in api.Documented
                from member in operation.RequestMembers()
                from dispute in Values.Disputed(member, Seeded)
                select dispute.Interpretation;
            Assert.Subset(api.Interpretations.Select(r => r.Id).ToHashSet(), named.ToHashSet());
        }
    }

    private static IEnumerable<(Member Member, Constraint Constraint, Careful Readers)> Others(Member member) =>
        Judged.Where(fact => ReferenceEquals(fact.Member, member));
}
