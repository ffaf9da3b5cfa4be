using Conformance.Engine.Behaviours;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>What shows only beside others: responses about another one, and what lives elsewhere.</summary>
public sealed class NeighboursTests
{
    private const string Shelf = "PutShelf";
    private const string Loan = "Lend";

    [Theory]
    [InlineData(Shelf, false)]
    [InlineData(Loan, false)]
    [InlineData(Shelf, true)]
    public async Task ResponsesAboutTheOneThatWasAskedForPass(string operation, bool ignoresCase)
    {
        var target = new ScriptedLibrary { Name = name => ignoresCase ? name.ToUpperInvariant() : name };
        // Names in another case are shown as they were given.
        var finding = await target.Run(operation, NamesAskedFor.NameWhatWasAskedFor);
        Assert.Equal(Outcome.Passed, finding.Outcome);
        Assert.InRange(finding.Cases, 6, 20);
    }

    [Theory]
    [InlineData(Shelf, "title")]
    [InlineData(Shelf, "address")]
    [InlineData(Loan, "loanId")]
    [InlineData(Loan, "address")]
    public async Task AResponseThatNamesAnotherFails(string operation, string member)
    {
        var names = new List<string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                if (
                    r.Method != "GET"
                    || right.Status != 200
                    || !right.Body.Contains("address", StringComparison.Ordinal)
                )
                    return right;
                var body = Generators.JsonValue.Parse(right.Body);
                var own = ((Generators.JsonText)body.At(member)!).Value;
                names.Add(own);
                return right with { Body = body.With(member, new Generators.JsonText(names[0])).ToJson() };
            },
        };
        var finding = await target.Run(operation, NamesAskedFor.NameWhatWasAskedFor);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.StartsWith(member, finding.Evidence!.Actual, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("begins")]
    [InlineData("ends")]
    public async Task ANameThatResemblesAnotherIsNotFound(string how)
    {
        var titles = new Dictionary<string, string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                if (r.TextAt("title") is { } title)
                    titles[title] = r.Body;
                if (r.Method != "GET" || right.Status != 404)
                    return right;
                var asked = r.Segment(1);
                var found = titles.Keys.FirstOrDefault(t =>
                    how == "begins"
                        ? t.StartsWith(asked, StringComparison.Ordinal)
                        : asked.EndsWith(t, StringComparison.Ordinal)
                );
                return found is null ? right : new(200, titles[found]);
            },
        };
        var finding = await target.Run(Shelf, NamesAskedFor.NameWhatWasAskedFor);
        Assert.Equal((Outcome.Failed, "nothing to be found"), (finding.Outcome, finding.Evidence!.Expected));
    }

    [Theory]
    [InlineData("ended", "LOST")]
    [InlineData("deleted", "404")]
    public async Task NeighboursThatAreChangedAsWellFail(string how, string actual)
    {
        var isChanged = false;
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                isChanged |= how == "ended" ? r.TextAt("status") is not null : r.Method == "DELETE";
                if (!isChanged || r.Method != "GET")
                    return right;
                return how == "deleted"
                    ? ScriptedResponse.NotFound
                    : right with
                    {
                        Body = right.Body.Replace("CREATED", "LOST", StringComparison.Ordinal),
                    };
            },
        };
        var finding = await target.Run(Loan, NamesAskedFor.NameWhatWasAskedFor);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.StartsWith(actual, finding.Evidence!.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoansThatGoOnByThemselvesAreNoFault()
    {
        var turn = 0;
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                r.Method == "GET" ? right with { Body = right.Body.Replace("CREATED", $"S{++turn}") } : right,
        };
        Assert.Equal(Outcome.Passed, (await target.Run(Loan, NamesAskedFor.NameWhatWasAskedFor)).Outcome);
    }

    [Theory]
    [InlineData(false, Outcome.Passed)]
    [InlineData(true, Outcome.Failed)]
    public async Task ALoanIsFoundUnderItsOwnShelfAlone(bool isLentAnywhere, Outcome outcome)
    {
        var target = new ScriptedLibrary { IsLentAnywhere = isLentAnywhere };
        Assert.Equal(outcome, (await target.Run(Loan, OtherParents.AreAskedInVain)).Outcome);
    }

    [Fact]
    public async Task ALoanThatIsReturnedUnderAnotherShelfFails()
    {
        var isDeleted = false;
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                isDeleted |= r.Method == "DELETE";
                return isDeleted && r.Method == "GET" ? ScriptedResponse.NotFound : right;
            },
        };
        var finding = await target.Run(Loan, OtherParents.AreAskedInVain);
        Assert.Equal((Outcome.Failed, "it to be there as before"), (finding.Outcome, finding.Evidence!.Expected));
    }

    [Fact]
    public async Task WithoutReadingNothingIsShown()
    {
        var loans = await new ScriptedLibrary().Run(Loan, OtherParents.AreAskedInVain, Blind);
        var names = await new ScriptedLibrary().Run(Shelf, NamesAskedFor.NameWhatWasAskedFor, Blind);
        var own = await new ScriptedLibrary().Run(Shelf, OwnResponses.BelongToTheirRequests, Blind);
        Assert.All([loans, names, own], finding => Assert.Equal(SkipReason.NotObservable, finding.Skip));

        static ApiSession Blind(ApiSession session) => session with { Capabilities = Capabilities.None };
    }

    [Theory]
    [InlineData(0, Outcome.Passed)]
    [InlineData(3, Outcome.Passed)]
    [InlineData(int.MaxValue, Outcome.Failed)]
    public async Task AShelfThatWasAskedForInVainIsFoundOnceItIsThere(int times, Outcome outcome)
    {
        var asked = new HashSet<string>();
        var left = times;
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                if (r.At("book") is null)
                    return right;
                if (right.Status == 404)
                    asked.Add(r.Segment(1));
                return right.Status == 201 && asked.Contains(r.Segment(1)) && left-- > 0
                    ? ScriptedResponse.NotFound
                    : right;
            },
        };
        Assert.Equal(outcome, (await target.Run(Loan, NotRemembered.FoundOnceItIsThere)).Outcome);
    }

    [Fact]
    public async Task WhereNoNewShelfIsFoundNothingIsShown()
    {
        var made = 0;
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                made += r.Method == "PUT" && r.At("title") is not null ? 1 : 0;
                return r.At("book") is not null && made > 1 ? ScriptedResponse.NotFound : right;
            },
        };
        Assert.Equal(SkipReason.NotIsolated, (await target.Run(Loan, NotRemembered.FoundOnceItIsThere)).Skip);
    }

    [Theory]
    [InlineData(Shelf)]
    [InlineData(Loan)]
    public async Task RequestsAtOnceThatGetTheirOwnResponsesPass(string operation)
    {
        var finding = await new ScriptedLibrary().Run(operation, OwnResponses.BelongToTheirRequests);
        Assert.Equal((Outcome.Passed, 4), (finding.Outcome, finding.Cases));
    }

    [Theory]
    [InlineData(Shelf, "note")]
    [InlineData(Loan, "twice")]
    [InlineData(Loan, "404")]
    public async Task AResponseOfAnotherRequestFails(string operation, string what)
    {
        var (note, count, last) = ("", 0, default(ScriptedResponse));
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                note = r.TextAt("note") ?? note;
                if (what == "note" && r.Method == "GET" && note.Length > 0)
                    return right with
                    {
                        Body = Generators
                            .JsonValue.Parse(right.Body)
                            .With("note", new Generators.JsonText(note))
                            .ToJson(),
                    };
                if (r.At("book") is null)
                    return right;
                var earlier = last;
                last = right;
                return ++count < 6 ? right
                    : what == "twice" && count % 2 == 0 ? earlier!
                    : what == "404" && count % 2 == 0 ? right with { Body = right.Body.Replace("loan-", "lost-") }
                    : right;
            },
        };
        Assert.Equal(Outcome.Failed, (await target.Run(operation, OwnResponses.BelongToTheirRequests)).Outcome);
    }
}
