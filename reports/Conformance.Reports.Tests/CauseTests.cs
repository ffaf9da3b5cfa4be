using Conformance.Reports.Tests.Samples;
using Conformance.Schemas;

namespace Conformance.Reports.Tests;

public sealed class CauseTests
{
    [Fact]
    public void ARuleThatIsNotMetIsOneCauseForAllMembers()
    {
        var cause = new Cause(CauseKind.AcceptedInvalid) { Rule = "maxLength/rejected", Status = 201 };
        Assert.Equal("acceptedInvalid/maxLength/rejected", cause.Key);
        Assert.Equal(cause.Key, (cause with { Member = "name", ExpectedStatus = 400, Status = 200 }).Key);
        Assert.NotEqual(cause.Key, (cause with { Rule = "pattern/rejected" }).Key);
    }

    [Fact]
    public void OneWrongStatusIsOneCauseForAllRules() =>
        Assert.Equal(
            "wrongStatus/400/422",
            new Cause(CauseKind.WrongStatus)
            {
                Rule = "maxLength/rejected",
                ExpectedStatus = 400,
                Status = 422,
            }.Key
        );

    [Fact]
    public void EveryKindHasAKeyOfItsOwn()
    {
        var keys = Enum.GetValues<CauseKind>().Select(kind => new Cause(kind).Key).ToList();
        Assert.Distinct(keys);
        Assert.All(keys, key => Assert.Matches("^[a-z][a-zA-Z]+$", key));
    }

    [Fact]
    public void VerdictsOfOneCauseAreTogetherInTheOrderOfTheFirst()
    {
        var groups = CauseGroup.Of([
            Failed("a", "length"),
            Failed("b", "pattern"),
            Failed("c", "length"),
            SampleVerdicts.Of(Level.Must, Outcome.Errored),
            SampleVerdicts.Of(Level.Must, Outcome.Errored),
        ]);
        Assert.Equal(
            ["a c", "b", "x x"],
            groups.Select(g => string.Join(' ', g.Verdicts.Select(v => v.Requirement.Id[^1])))
        );
        Assert.Equal(["because a", "because b", "because"], groups.Select(g => g.Reason));
        Assert.Null(groups[2].Cause);
    }

    internal static Verdict Failed(string id, string rule) =>
        SampleVerdicts.Of(Level.Must, Outcome.Failed) with
        {
            Requirement = SampleVerdicts.Requirement(
                $"nova-act/CreateWorkflowRun/{id}",
                "length",
                Level.Must,
                $"{id} is"
            ),
            Reason = $"because {id}",
            Cause = new Cause(CauseKind.AcceptedInvalid) { Rule = rule },
        };
}
