using Conformance.Engine.Behaviours;
using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>What was created is read back as it was sent.</summary>
public sealed class ReadBackTests
{
    private const string Shelf = "PutShelf";
    private const string Loan = "Lend";

    [Fact]
    public async Task WhatIsShownAsItWasSentPasses() =>
        Assert.Equal(Outcome.Passed, (await new ScriptedLibrary().Run(Shelf, ReadBack.ShowsWhatWasCreated)).Outcome);

    [Theory]
    [InlineData("title", "another")]
    [InlineData("note", "short")]
    [InlineData("place.row", "other/")]
    [InlineData("note", null)]
    public async Task WhatIsShownOtherwiseFails(string member, string? shown)
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                r.Method == "GET" && right.Status == 200
                    ? right with
                    {
                        Body = Changed(JsonValue.Parse(right.Body), member, shown).ToJson(),
                    }
                    : right,
        };
        var finding = await target.Run(Shelf, ReadBack.ShowsWhatWasCreated);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains(member, finding.Evidence!.Case, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(255)]
    [InlineData(100)]
    public async Task ANoteThatIsCutFails(int length)
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                r.Method == "GET" && right.Status == 200 && JsonValue.Parse(right.Body).At("note") is JsonText text
                    ? right with
                    {
                        Body = Changed(JsonValue.Parse(right.Body), "note", text.Value[..length]).ToJson(),
                    }
                    : right,
        };
        Assert.Equal(Outcome.Failed, (await target.Run(Shelf, ReadBack.ShowsWhatWasCreated)).Outcome);
    }

    [Theory]
    [InlineData(404, "{}", Outcome.Failed)]
    [InlineData(200, "[]", Outcome.Failed)]
    [InlineData(429, "{}", Outcome.Errored)]
    public async Task WhatIsNotShownFailsUnlessALimitIsMet(int status, string body, Outcome outcome)
    {
        var preflight = true;
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                var isLate = r.Method == "GET" && !preflight;
                preflight &= r.TextAt("note") is null;
                return isLate ? new ScriptedResponse(status, body) : right;
            },
        };
        Assert.Equal(outcome, (await target.Run(Shelf, ReadBack.ShowsWhatWasCreated)).Outcome);
    }

    [Theory]
    [InlineData(Shelf)]
    [InlineData(Loan)]
    public async Task WithoutTheOperationNothingIsShown(string operation)
    {
        using var target = new ScriptedLibrary().Target();
        var test = await ScriptedLibrary.Bench(target, operation, s => s with { Capabilities = Capabilities.None });
        var finding = await (
            operation == Loan ? ReadBack.ShowsWhatWasCreated(test) : ReadBack.ShowsWhatWasCreated(test)
        );
        Assert.Equal((Outcome.Skipped, SkipReason.NotObservable), (finding.Outcome, finding.Skip));
    }

    [Fact]
    public async Task ValuesThatMayBeLookedUpAreLeftOutWhereTheyAreRejected()
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) => r.Method == "PUT" && r.At("place") is not null ? ScriptedResponse.NotFound : right,
        };
        Assert.Equal(Outcome.Passed, (await target.Run(Shelf, ReadBack.ShowsWhatWasCreated)).Outcome);
    }

    [Theory]
    [InlineData(0, Outcome.Passed, 0)]
    [InlineData(4, Outcome.Passed, 1)]
    [InlineData(5, Outcome.Failed, 0)]
    public async Task WhatIsShownLaterIsWaitedForAWhileAndRecorded(int missing, Outcome outcome, int observations)
    {
        var (left, preflight) = (missing, true);
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                preflight &= r.TextAt("note") is null;
                return r.Method == "GET" && !preflight && left-- > 0 ? ScriptedResponse.NotFound : right;
            },
        };
        var finding = await target.Run(Shelf, ReadBack.ShowsWhatWasCreated);
        Assert.Equal((outcome, observations), (finding.Outcome, finding.Observations.Length));
    }

    [Fact]
    public async Task WhereOddTextsAreRejectedOrdinaryOnesAreReadBack()
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) => r.TextAt("note")?.Any(c => c > 127) is true ? ScriptedResponse.Rejected : right,
        };
        Assert.Equal(Outcome.Passed, (await target.Run(Shelf, ReadBack.ShowsWhatWasCreated)).Outcome);
    }

    [Theory]
    [InlineData("trimmed")]
    [InlineData("composed")]
    [InlineData("without carriage returns")]
    [InlineData("without what is beyond 16 bits")]
    [InlineData("1,000 characters")]
    public async Task ANoteThatIsDamagedInOneWayFails(string how)
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                r.Method == "GET" && right.Status == 200 && JsonValue.Parse(right.Body).At("note") is JsonText text
                    ? right with
                    {
                        Body = Changed(JsonValue.Parse(right.Body), "note", Damaged(text.Value, how)).ToJson(),
                    }
                    : right,
        };
        Assert.Equal(Outcome.Failed, (await target.RunAll(Shelf, ReadBack.ShowsWhatWasCreated)).Outcome);
    }

    [Theory]
    [InlineData(false, Outcome.Failed)]
    [InlineData(true, Outcome.Passed)]
    public async Task AnotherRequestsNoteIsNoDefault(bool isDefault, Outcome outcome)
    {
        var note = isDefault ? "as long as nobody writes one" : null;
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                if (!isDefault && r.Method == "PUT")
                    note = r.TextAt("note") ?? note;
                var isShelf = r.Method == "GET" && right.Body.Contains("title", StringComparison.Ordinal);
                return isShelf && note is not null && JsonValue.Parse(right.Body).At("note") is null
                    ? right with
                    {
                        Body = Changed(JsonValue.Parse(right.Body), "note", note).ToJson(),
                    }
                    : right;
            },
        };
        Assert.Equal(outcome, (await target.Run(Shelf, ReadBack.ShowsWhatWasCreated)).Outcome);
    }

    [Theory]
    [InlineData("note")]
    [InlineData("place")]
    public async Task AMemberThatIsKeptOnlyBesideAnotherFails(string other)
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                r.Method == "GET" && right.Status == 200 && JsonValue.Parse(right.Body).At(other) is null
                    ? right with
                    {
                        Body = JsonValue.Parse(right.Body).Without(other == "note" ? "place" : "note").ToJson(),
                    }
                    : right,
        };
        Assert.Equal(Outcome.Failed, (await target.RunAll(Shelf, ReadBack.ShowsWhatWasCreated)).Outcome);
    }

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("1", "2", false)]
    [InlineData("1", "\"1\"", false)]
    [InlineData("true", "true", true)]
    [InlineData("true", "false", false)]
    [InlineData("\"1\"", "\"\\u0031\"", true)]
    [InlineData("\"1\"", "1", false)]
    public void ValuesAreTheSameHoweverTheyAreWritten(string sent, string came, bool isSame) =>
        Assert.Equal(
            isSame,
            SharedMembers.IsSame(JsonValue.Parse(sent), System.Text.Json.JsonDocument.Parse(came).RootElement)
        );

    private static string Damaged(string text, string how) =>
        how switch
        {
            "trimmed" => text.Trim(),
            "composed" => text.Replace("e\u0301", "é", StringComparison.Ordinal),
            "without carriage returns" => text.Replace("\r", "", StringComparison.Ordinal),
            "without what is beyond 16 bits" => string.Concat(text.Where(c => !char.IsSurrogate(c))),
            _ => text[..Math.Min(1000, text.Length)],
        };

    private static JsonValue Changed(JsonValue body, string member, string? value) =>
        value is null ? body.Without(member) : body.With(member, new JsonText(value));
}
