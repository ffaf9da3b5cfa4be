using Conformance.Engine.Behaviours;
using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>A request that is rejected changes nothing.</summary>
public sealed class RejectionsTests
{
    private const string Shelf = "PutShelf";
    private const string Loan = "Lend";

    [Fact]
    public async Task ATargetThatLeavesNoTracePasses()
    {
        var names = await new ScriptedLibrary().Run(Shelf, Rejections.ChangeNothing);
        var runs = await new ScriptedLibrary().Run(Loan, Rejections.ChangeNothing);
        Assert.Equal((Outcome.Passed, Outcome.Passed), (names.Outcome, runs.Outcome));
        Assert.InRange(names.Cases, 4, 40);
        Assert.InRange(runs.Cases, 4, 40);
    }

    [Fact]
    public async Task AShelfThatIsPutAllTheSameFailsByWhatItLends()
    {
        var target = new ScriptedLibrary { CarriesOutWhatItRejects = true };
        var finding = await target.Run(Shelf, Rejections.ChangeNothing);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("Lend in it", finding.Evidence!.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsLentFromAnyShelfShowsNothing()
    {
        var target = new ScriptedLibrary { MakesShelvesOnTheWay = true };
        Assert.Equal(Outcome.Passed, (await target.Run(Shelf, Rejections.ChangeNothing)).Outcome);
    }

    [Fact]
    public async Task ANameThatIsTakenAfterARejectionFails()
    {
        var reserved = new HashSet<string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                if (right.Status == 400 && r.TextAt("title") is { } name)
                    reserved.Add(name);
                return right.Status == 201 && reserved.Contains(r.TextAt("title") ?? "")
                    ? ScriptedResponse.Conflict
                    : right;
            },
        };
        var finding = await target.Run(Shelf, Rejections.ChangeNothing);
        Assert.Equal((Outcome.Failed, 1), (finding.Outcome, finding.Cases));
        Assert.StartsWith("409 ", finding.Evidence!.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AViolationThatIsAcceptedWhileItsResponseIsLostIsNoRejection()
    {
        var lost = new HashSet<string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                right.Status == 201 && r.At("note") is not (null or JsonText) && lost.Add(r.TextAt("title")!)
                    ? ScriptedResponse.None(TransportFailureKind.Disconnected)
                    : right,
        };
        Assert.Equal(Outcome.Passed, (await target.RunAll(Shelf, Rejections.ChangeNothing)).Outcome);
        Assert.NotEmpty(lost);
    }

    [Fact]
    public async Task AShelfThatARejectedSecondOneOfItsNameChangesFails()
    {
        var notes = new Dictionary<string, string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                if (right.Status == 409 && r.TextAt("note") is { } written)
                    notes[r.TextAt("title")!] = written;
                return
                    r.Method == "GET"
                    && right.Status == 200
                    && JsonValue.Parse(right.Body) is JsonObject shelf
                    && shelf.At("title") is JsonText title
                    && notes.TryGetValue(title.Value, out var note)
                    ? right with
                    {
                        Body = shelf.With("note", new JsonText(note)).ToJson(),
                    }
                    : right;
            },
        };
        var finding = await target.Run(Shelf, Rejections.ChangeNothing);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("note as it was", finding.Evidence!.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALoanThatIsMadeAllTheSameFails()
    {
        var target = new ScriptedLibrary { CarriesOutWhatItRejects = true };
        var finding = await target.Run(Loan, Rejections.ChangeNothing);
        Assert.Equal((Outcome.Failed, "1 more"), (finding.Outcome, finding.Evidence?.Actual));
    }

    [Theory]
    [InlineData(Shelf, "note: null")]
    [InlineData(Shelf, "place.room: null")]
    [InlineData(Shelf, "place: an array", "place: ")]
    [InlineData(Shelf, "without place.room")]
    [InlineData(Shelf, "ticket: 70000 characters")]
    [InlineData(Loan, "without book")]
    [InlineData(Loan, "reader.age: null")]
    [InlineData(Loan, "book: 70000 characters")]
    public async Task EveryMemberIsBrokenInEachWay(string operation, string violation, string? begins = null)
    {
        using var target = new ScriptedLibrary().Target();
        var test = await ScriptedLibrary.Bench(target, operation);
        var says = Rejectable.OfEachMember(test, Resource.Of(test)).Select(v => v.Case.Says).ToList();
        Assert.Contains(says, s => begins is null ? s == violation : s.StartsWith(begins, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ATitleThatIsTakenByOneKindOfViolationFails()
    {
        var taken = new HashSet<string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                if (r.At("note") is JsonRaw { IsNull: true } && r.TextAt("title") is { } title)
                {
                    taken.Add(title);
                    return ScriptedResponse.Rejected;
                }
                return right.Status == 201 && taken.Contains(r.TextAt("title") ?? "")
                    ? ScriptedResponse.Conflict
                    : right;
            },
        };
        var finding = await target.RunAll(Shelf, Rejections.ChangeNothing);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("note: null", finding.Evidence!.Case, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereLoansCanNotBeListedNothingIsShown()
    {
        using var target = new ScriptedLibrary().Target();
        var test = await ScriptedLibrary.Bench(target, Loan, s => s with { Capabilities = Capabilities.None });
        var finding = await Rejections.ChangeNothing(test);
        Assert.Equal((Outcome.Skipped, SkipReason.NotObservable), (finding.Outcome, finding.Skip));
    }

    [Theory]
    [InlineData(Shelf)]
    [InlineData(Loan)]
    public async Task WhereNothingIsRejectedNothingIsShown(string operation)
    {
        var target = new ScriptedLibrary
        {
            Finish = (_, right) => right.Status == 400 ? ScriptedResponse.Accepted : right,
        };
        var finding = await target.Run(
            operation,
            operation == Loan ? Rejections.ChangeNothing : Rejections.ChangeNothing
        );
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (finding.Outcome, finding.Skip));
    }

    [Theory]
    [InlineData(TransportFailureKind.Timeout)]
    [InlineData(TransportFailureKind.Malformed)]
    public async Task AValidRequestWithoutAResponseIsAnError(TransportFailureKind failure)
    {
        var rejected = new HashSet<string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                if (right.Status == 400 && r.TextAt("title") is { } name)
                    rejected.Add(name);
                return right.Status == 201 && rejected.Contains(r.TextAt("title") ?? "")
                    ? ScriptedResponse.None(failure)
                    : right;
            },
        };
        Assert.Equal(Outcome.Errored, (await target.Run(Shelf, Rejections.ChangeNothing)).Outcome);
    }

    [Theory]
    [InlineData(false, "201 ")]
    [InlineData(true, "409 ")]
    public async Task WhetherATokenIsSpentByARejectionIsRecorded(bool isSpent, string saw)
    {
        var spent = new HashSet<string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                if (right.Status == 400 && r.TextAt("ticket") is { } token)
                    spent.Add(token);
                return isSpent && right.Status == 201 && spent.Contains(r.TextAt("ticket") ?? "")
                    ? ScriptedResponse.Conflict
                    : right;
            },
        };
        var finding = await target.Run(Loan, Rejections.ObserveItsToken);
        var observation = Assert.Single(finding.Observations);
        Assert.Equal((Outcome.Passed, "A7"), (finding.Outcome, observation.Interpretation));
        Assert.StartsWith(saw, observation.Saw, StringComparison.Ordinal);
    }
}
