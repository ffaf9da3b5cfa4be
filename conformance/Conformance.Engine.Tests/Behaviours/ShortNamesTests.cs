using Conformance.Engine.Behaviours;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>Resources of which a short name is all that a client says.</summary>
public sealed class ShortNamesTests
{
    private const string Add = "AddPet";

    [Theory]
    [InlineData("uniqueness/duplicate-name", 1)]
    [InlineData("uniqueness/concurrent-duplicates", 2)]
    [InlineData("state/unchanged-by-rejection", 2)]
    [InlineData("state/read-shows-what-was-created", 3)]
    [InlineData("not-found/unknown-resource", 2)]
    [InlineData("not-found/after-deletion", 1)]
    public async Task ARightTargetPasses(string scenario, int cases)
    {
        var finding = await new ScriptedNotebook().Run(Notebook.Pets, Add, BehaviourBook.Find(scenario)!.Test);
        Assert.Equal((Outcome.Passed, cases), (finding.Outcome, finding.Cases));
    }

    [Fact]
    public async Task NamesOfLowercaseLettersDoNotDifferInCase()
    {
        var finding = await new ScriptedNotebook().Run(Notebook.Pets, Add, Uniqueness.ObserveCase);
        Assert.Equal((Outcome.Skipped, SkipReason.NotApplicable), (finding.Outcome, finding.Skip));
    }

    [Fact]
    public async Task ADuplicateThatIsAcceptedFails()
    {
        var target = new ScriptedNotebook
        {
            Finish = (_, right) => right.Status == 409 ? ScriptedResponse.Accepted : right,
        };
        Assert.Equal(Outcome.Failed, (await target.Run(Notebook.Pets, Add, Uniqueness.DuplicatesAreRejected)).Outcome);
        Assert.Equal(Outcome.Failed, (await target.Run(Notebook.Pets, Add, Uniqueness.HoldsAtOnce)).Outcome);
    }

    [Fact]
    public async Task ANameThatAMalformedRequestTookIsNoticed()
    {
        var target = new ScriptedNotebook { CarriesOutWhatItRejects = true };
        var finding = await target.Run(Notebook.Pets, Add, Rejections.ChangeNothing);
        Assert.Equal((Outcome.Failed, "the name still free"), (finding.Outcome, finding.Evidence?.Expected));
    }

    /// <summary>Names of one letter may all be somebody's: that one is taken shows nothing.</summary>
    [Theory]
    [InlineData("uniqueness/concurrent-duplicates")]
    [InlineData("state/unchanged-by-rejection")]
    [InlineData("not-found/unknown-resource")]
    public async Task WhereAnyNameMayBeTakenNothingIsShown(string scenario) =>
        Assert.Equal(
            SkipReason.NotIsolated,
            await new ScriptedNotebook().RunInVain(
                Notebook.OfPets(Made.Matching("[a-z]")),
                Add,
                BehaviourBook.Find(scenario)!.Test
            )
        );

    [Fact]
    public async Task NoPartOfAShortNameIsTakenForUnknown() =>
        Assert.Equal(
            SkipReason.NotApplicable,
            await new ScriptedNotebook().RunInVain(Notebook.Pets, "ShowPet", UnknownReferences.CountWhole)
        );

    [Theory]
    [InlineData(404, Outcome.Passed)]
    [InlineData(200, Outcome.Failed)]
    [InlineData(400, Outcome.Failed)]
    public async Task TheReadsOwnEntryIsTestedToo(int status, Outcome outcome)
    {
        var finding = await Responding(status).Run(Notebook.Pets, "ShowPet", UnknownResources.AreRejected);
        Assert.Equal((outcome, 1), (finding.Outcome, finding.Cases));
        var reference = await Responding(status).Run(Notebook.Pets, "ShowPet", UnknownReferences.AreNotFound);
        Assert.Equal(status == 404 ? Outcome.Passed : Outcome.Failed, reference.Outcome);
    }

    private static ScriptedNotebook Responding(int status) =>
        new() { Finish = (_, right) => right.Status == 404 ? new ScriptedResponse(status) : right };

    [Fact]
    public async Task NamesDifferFromRunToRunAndTheDigestOfRequestsDoesNot()
    {
        var (one, two) = (await Sent("first"), await Sent("other"));
        Assert.NotEqual(one.Names, two.Names);
        Assert.Equal(one.Digest, two.Digest);
        Assert.Equal(one.Names, (await Sent("first")).Names);
    }

    private static async Task<(string Names, string Digest)> Sent(string run)
    {
        using var target = new ScriptedNotebook().Target();
        var test = await Benches.Of(
            target,
            Notebook.Pets,
            Add,
            session => session with { Draw = session.Draw with { Prefix = run }, Log = new RequestLog(run) }
        );
        var before = target.Requests.Length;
        await Uniqueness.DuplicatesAreRejected(test);
        await UnknownResources.AreRejected(test);
        return (
            string.Join(' ', target.Requests.Skip(before).Select(r => r.TextAt("name") ?? r.Target)),
            test.Session.Log.Digest()
        );
    }
}
