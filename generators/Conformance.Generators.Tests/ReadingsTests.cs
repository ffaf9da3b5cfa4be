using System.Collections.Immutable;
using Conformance.Generators.Judging;
using Conformance.Generators.Patterns;
using Conformance.Generators.Tests.Witness;
using Conformance.Schemas;
using FsCheck;
using FsCheck.Fluent;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

/// <summary>Nothing is asserted on which two careful readers of the documents would disagree.</summary>
public sealed class ReadingsTests
{
    private const int Values100Thousand = 100_000;

    private static readonly ImmutableArray<(Member Member, Constraint Constraint, Careful Readers)> Judged =
    [
        .. Facts.Select(fact => (fact.Member, fact.Constraint, Careful.Of(fact.Member, fact.Constraint))),
    ];

    [Fact]
    public void AnyValueIsAssertedOnlyWhereEveryReaderAgrees()
    {
        var judge = new Judge(new PatternLibrary());
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Values100Thousand).WithQuietOnSuccess(true),
            Prop.ForAll(Arb.From(AnyValues.Any), value => Judged.All(fact => Agrees(judge, fact, value)))
        );
    }

    private static bool Agrees(
        Judge judge,
        (Member Member, Constraint Constraint, Careful Readers) fact,
        JsonValue value
    )
    {
        var fit = judge.Of(fact.Member, fact.Constraint, value);
        var agrees = fit switch
        {
            Fit.Keeps => fact.Readers.AllAccept(value),
            Fit.Breaks => fact.Readers.AllRefuse(value),
            _ => true,
        };
        return agrees
            ? true
            : throw new InvalidOperationException($"{fact.Member.Path} {fact.Constraint.Keyword}: {fit} {value}");
    }

    [Fact]
    public void WhatIsSentAsLegalIsAcceptedByEveryReader() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(600).WithQuietOnSuccess(true),
            Prop.ForAll(
                Arb.From(FactAndDraw),
                x =>
                    Assert.All(
                        Values.JustInside(x.Fact.Member, x.Fact.Constraint, x.Draw),
                        sample => Assert.All(Others(x.Fact.Member), f => Assert.True(f.Readers.AllAccept(sample.Value)))
                    )
            )
        );

    [Fact]
    public void WhatIsSentAsABreachIsRefusedByEveryReaderOfItsConstraintAndNoOther() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(600).WithQuietOnSuccess(true),
            Prop.ForAll(Arb.From(FactAndDraw), x => BreaksOnly(x.Fact, x.Draw))
        );

    private static void BreaksOnly((Member Member, Constraint Constraint, Careful Readers) fact, Draw draw)
    {
        var breach = Values.BreakingOnly(fact.Member, fact.Constraint, draw);
        foreach (var sample in breach.Samples)
        {
            Assert.True(fact.Readers.AllRefuse(sample.Value), $"{fact.Member.Path} {fact.Constraint.Keyword} {sample}");
            var others = Others(fact.Member)
                .Where(f => f.Constraint != fact.Constraint && !breach.BrokenTogether.Contains(f.Constraint));
            Assert.All(others, f => Assert.True(f.Readers.AllAccept(sample.Value), $"{f.Constraint.Keyword} {sample}"));
        }
    }

    [Fact]
    public void WhatIsInDisputeIsAcceptedByOnePositionAndRefusedByAnotherOfItsReading()
    {
        foreach (var member in All)
        foreach (var (sample, reading) in Values.Disputed(member, Seeded))
            Assert.Contains(
                member.Constraints.Select(c => Values.PositionsOn(member, c)),
                positions =>
                    positions.Any(p => p.Reading == reading)
                    && positions.Select(p => p.Accepts(sample.Value)).Distinct().Count() == 2
            );
    }

    [Fact]
    public void WhetherThereIsADisputeIsToldWithoutAValue() =>
        Assert.All(All, m => Assert.Equal(Values.Disputed(m, Seeded).Any(), ValueSource.HasDisputes(m)));

    [Fact]
    public void EveryReadingOfAPositionIsInTheRegisterOfItsApi()
    {
        foreach (var api in SchemaCatalog.Embedded())
        {
            var named =
                from operation in api.Documented
                from member in operation.RequestMembers()
                from dispute in Values.Disputed(member, Seeded)
                select dispute.Reading;
            Assert.Subset(api.Readings.Select(r => r.Id).ToHashSet(), named.ToHashSet());
        }
    }

    private static readonly Gen<((Member Member, Constraint Constraint, Careful Readers) Fact, Draw Draw)> FactAndDraw =
        from fact in Gen.Elements(Judged.AsEnumerable())
        from seed in ArbMap.Default.GeneratorFor<ulong>()
        from count in Gen.Choose(0, 6)
        select (fact, new Draw(seed, "cf7k2a", count));

    private static IEnumerable<(Member Member, Constraint Constraint, Careful Readers)> Others(Member member) =>
        Judged.Where(fact => ReferenceEquals(fact.Member, member));
}
