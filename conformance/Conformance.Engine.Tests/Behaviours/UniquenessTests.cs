using Conformance.Engine.Behaviours;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>There is one shelf of a title.</summary>
public sealed class UniquenessTests
{
    private const string Shelf = "PutShelf";

    [Fact]
    public async Task ConflictsPass()
    {
        var finding = await new ScriptedLibrary().Run(Shelf, Uniqueness.DuplicatesAreRejected);
        Assert.Equal((Outcome.Passed, 5), (finding.Outcome, finding.Cases));
    }

    [Theory]
    [InlineData(201)]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task AnythingButAConflictFails(int status)
    {
        var target = new ScriptedLibrary { Duplicate = new ScriptedResponse(status) };
        var finding = await target.Run(Shelf, Uniqueness.DuplicatesAreRejected);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.StartsWith($"{status} ", finding.Evidence!.Actual, StringComparison.Ordinal);
        Assert.Equal(2, finding.Evidence.Exchanges.Length);
    }

    [Fact]
    public async Task ADuplicateThatDiffersInItsNoteIsOneToo()
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) => r.At("note") is not null && right.Status == 409 ? ScriptedResponse.Accepted : right,
        };
        var finding = await target.Run(Shelf, Uniqueness.DuplicatesAreRejected);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("something else", finding.Evidence!.Case, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARequestThatIsRejectedWithAFreshNameAsWellShowsNothing()
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                r.Method == "PUT" && (r.At("note") ?? r.At("ticket")) is not null ? ScriptedResponse.Rejected : right,
        };
        var finding = await target.Run(Shelf, Uniqueness.DuplicatesAreRejected);
        Assert.Equal((Outcome.Passed, 3), (finding.Outcome, finding.Cases));
    }

    [Fact]
    public async Task ADuplicateWithoutAResponseIsAnError()
    {
        var target = new ScriptedLibrary { Duplicate = ScriptedResponse.None(TransportFailureKind.Timeout) };
        Assert.Equal(Outcome.Errored, (await target.Run(Shelf, Uniqueness.DuplicatesAreRejected)).Outcome);
    }

    [Theory]
    [InlineData(true, "409 ")]
    [InlineData(false, "201 ")]
    public async Task WhetherCaseTellsNamesApartIsRecorded(bool ignoresCase, string saw)
    {
        var target = new ScriptedLibrary { Name = name => ignoresCase ? name.ToUpperInvariant() : name };
        var finding = await target.Run(Shelf, Uniqueness.ObserveCase);
        var observation = Assert.Single(finding.Observations);
        Assert.Equal((Outcome.Passed, "A7"), (finding.Outcome, observation.Interpretation));
        Assert.StartsWith(saw, observation.Saw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALongTitleThatIsNotSeenToBeTakenFails()
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                right.Status == 409 && r.TextAt("title")?.Length == 40 ? ScriptedResponse.Accepted : right,
        };
        var finding = await target.Run(Shelf, Uniqueness.DuplicatesAreRejected);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("greatest length", finding.Evidence!.Case, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whole", Outcome.Passed)]
    [InlineData("ignoring case", Outcome.Passed)]
    [InlineData("without punctuation", Outcome.Failed)]
    [InlineData("with one punctuation", Outcome.Failed)]
    [InlineData("39 characters", Outcome.Failed)]
    public async Task NamesAreComparedWhole(string how, Outcome outcome)
    {
        var target = new ScriptedLibrary { Name = name => Compared(name, how) };
        Assert.Equal(outcome, (await target.Run(Shelf, WholeNames.CountWhole)).Outcome);
    }

    private static string Compared(string name, string how) =>
        how switch
        {
            "ignoring case" => name.ToUpperInvariant(),
            "without punctuation" => string.Concat(name.Where(char.IsLetterOrDigit)),
            "with one punctuation" => name.Replace('_', '-'),
            "39 characters" => name[..Math.Min(39, name.Length)],
            _ => name,
        };
}
