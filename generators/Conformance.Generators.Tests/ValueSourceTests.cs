using Conformance.Schemas;
using FsCheck.Xunit;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

[Properties(MaxTest = 150, Arbitrary = [typeof(AnyFacts)])]
public sealed class ValueSourceTests
{
    [Property]
    public void EveryOrdinaryValueSatisfiesAllConstraints(Draw draw) =>
        Assert.All(All, m => Assert.Empty(Reader.Broken(m, Values.Ordinary(m, draw.For(m.Path)).Value)));

    [Property]
    public void EveryValueJustInsideSatisfiesAllConstraints((Member Member, Constraint Constraint) fact, Draw draw) =>
        Assert.All(
            Values.JustInside(fact.Member, fact.Constraint, draw),
            sample => Assert.Empty(Reader.Broken(fact.Member, sample.Value))
        );

    [Property]
    public void EveryViolationBreaksItsConstraintAndBesidesOnlyWhatItNames(
        (Member Member, Constraint Constraint) fact,
        Draw draw
    )
    {
        var (member, constraint) = fact;
        var violation = Values.BreakingOnly(member, constraint, draw);
        var allowed = violation.BrokenTogether.Select(c => c.Keyword).Append(constraint.Keyword).ToHashSet();
        foreach (var sample in violation.Samples)
        {
            var broken = Reader.Broken(member, sample.Value);
            Assert.Contains(constraint.Keyword, broken);
            Assert.Empty(broken.Except(allowed));
        }
    }

    [Fact]
    public void LabelsAreUniqueWithinASet()
    {
        foreach (var (member, constraint) in Facts)
        {
            Assert.Distinct(Values.JustInside(member, constraint, Seeded).Select(s => s.Class));
            Assert.Distinct(Values.BreakingOnly(member, constraint, Seeded).Samples.Select(s => s.Class));
        }
    }

    [Fact]
    public void EveryConstraintButOptionalAndAnyCanBeBrokenOrSaysThatItCannot()
    {
        var unbreakable = Facts.Where(f => Values.BreakingOnly(f.Member, f.Constraint, Seeded).Samples.IsEmpty);

        Assert.All(
            unbreakable,
            f =>
                Assert.True(
                    f.Constraint is Optional or MinLength { Limit: 0 } or TypeIs { Kind: JsonKind.Any }
                        // An object that may be anything, too (R31).
                        || f.Constraint.Touches(InterpretationTopic.AnyJson)
                        // Where any JSON is legal, null is in dispute (interpretation R22).
                        || (f.Constraint is Required && f.Member.Kind == JsonKind.Any)
                        || (
                            f.Member.Place != Place.Body && f.Constraint is Required or TypeIs { Kind: JsonKind.String }
                        ),
                    $"{f.Member.Path} {f.Constraint.Keyword}"
                )
        );
    }

    [Fact]
    public void TheSameSeedGivesTheSameValuesInAnyOrder()
    {
        var forwards = Facts.Select(f => Everything(new ValueSource(), f.Member, f.Constraint)).ToList();
        var source = new ValueSource();
        var backwards = Facts.Reverse().Select(f => Everything(source, f.Member, f.Constraint)).Reverse().ToList();

        Assert.Equal(forwards, backwards);
    }

    private static string Everything(ValueSource source, Member member, Constraint constraint) =>
        string.Join(
            '\n',
            source
                .JustInside(member, constraint, Seeded)
                .Concat(source.BreakingOnly(member, constraint, Seeded).Samples)
                .Append(source.Ordinary(member, Seeded))
                .Select(s => $"{s.Class} {s.Value.ToJson()} {s.Says}")
        );

    [Fact]
    public void NullBreaksARequiredMemberOnly()
    {
        var violation = Values.BreakingOnly(ModelId, ModelId.Find<Required>()!, Seeded);

        var sample = Assert.Single(violation.Samples);
        Assert.Equal("null", sample.Class);
        Assert.Equal("null", sample.Value.ToJson());
        Assert.Empty(violation.BrokenTogether);
    }

    [Fact]
    public void NothingInAPathCanBeRequiredAndNull() =>
        Assert.Empty(Values.BreakingOnly(FlowIdentifier, FlowIdentifier.Find<Required>()!, Seeded).Samples);

    [Fact]
    public void AnIntegerIsBrokenByFractionsTextsAndBooleansButNotByWhatIsInDispute()
    {
        var values = Values
            .BreakingOnly(CompatibilityVersion, CompatibilityVersion.Find<TypeIs>()!, Seeded)
            .Samples.Select(s => s.Value.ToJson())
            .ToList();

        Assert.Subset(values.ToHashSet(), new HashSet<string> { "1.5", "\"1\"", "true", "[1]", "{}", "\"\"" });
        Assert.DoesNotContain("null", values);
        Assert.DoesNotContain("1.0", values);
        Assert.DoesNotContain("7", values);
    }

    [Fact]
    public void ZeroNegativeAndTheEdgesOf32BitsAreLegalIntegers() =>
        Assert.Superset(
            new HashSet<string> { "0", "1", "-1", "2147483647", "-2147483648" },
            Values
                .JustInside(CompatibilityVersion, CompatibilityVersion.Find<TypeIs>()!, Seeded)
                .Select(s => s.Value.ToJson())
                .ToHashSet()
        );

    [Fact]
    public void ABodyHoldsItsRequiredMembersOrAllOfThem()
    {
        var least = Values.Body(RunBody, withOptional: false, Seeded);
        var most = Values.Body(RunBody, withOptional: true, Seeded);

        Assert.NotNull(least.At("clientInfo.compatibilityVersion"));
        Assert.Null(least.At("clientInfo.sdkVersion"));
        Assert.Null(least.At("clientToken"));
        Assert.NotNull(most.At("clientInfo.sdkVersion"));
        Assert.NotNull(most.At("clientToken"));
        Assert.NotNull(Values.Body(FlowBody, withOptional: false, Seeded).At("inputs[].content.document"));
    }

    [Fact]
    public void ItemsAreTooFewAndTooMany()
    {
        Assert.Equal(
            ["items-0"],
            Values.BreakingOnly(Inputs, Inputs.Find<MinItems>()!, Seeded).Samples.Select(s => s.Class)
        );
        Assert.Equal(
            ["items-2", "items-11"],
            Values.BreakingOnly(Inputs, Inputs.Find<MaxItems>()!, Seeded).Samples.Select(s => s.Class)
        );
    }

    [Fact]
    public void EveryValueOfAListIsTriedAndItsOtherCaseRejected()
    {
        var one = SortOrder.Find<OneOf>()!;

        Assert.Equal(["Ascending", "Descending"], Values.JustInside(SortOrder, one, Seeded).Select(s => s.Class));
        Assert.Contains(Values.BreakingOnly(SortOrder, one, Seeded).Samples, s => s.Class == "lower-case");
    }

    [Fact]
    public void AMemberWhoseConstraintsContradictEachOtherIsNamed()
    {
        var tooLong = InstanceId with
        {
            Constraints = InstanceId.Constraints.Add(new MaxLength(20, Level.Must, new Citation("D0", 1, ""))),
        };

        var thrown = Assert.Throws<ArgumentException>(() => Values.Ordinary(tooLong, Seeded));

        Assert.Contains("workflowInstanceId", thrown.Message, StringComparison.Ordinal);
    }
}
