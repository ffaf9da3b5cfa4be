using Conformance.Engine.Behaviours;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>One token with other parameters: a conflict, and in no case a second resource.</summary>
public sealed class OtherParametersTests
{
    private const string Shelf = "PutShelf";
    private const string Loan = "Lend";

    [Theory]
    [InlineData(Shelf, 409)]
    [InlineData(Shelf, 400)]
    [InlineData(Loan, 409)]
    [InlineData(Loan, 422)]
    public async Task WhereItIsRejectedNothingIsMade(string operation, int status)
    {
        var target = new ScriptedLibrary { OtherParameters = new ScriptedResponse(status) };
        Assert.Equal(Outcome.Passed, (await target.Run(operation, OtherParameters.CreateNoSecond)).Outcome);
    }

    [Theory]
    [InlineData(Shelf, "a second resource")]
    [InlineData(Loan, "a second resource")]
    public async Task ASecondResourceFails(string operation, string actual)
    {
        var target = new ScriptedLibrary { OtherParameters = null };
        var finding = await target.Run(operation, OtherParameters.CreateNoSecond);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.StartsWith(actual, finding.Evidence!.Actual, StringComparison.Ordinal);
        Assert.Equal(CauseKind.SecondResource, finding.Cause!.Kind);
    }

    [Fact]
    public async Task ALoanThatIsMadeBehindAConflictFails()
    {
        var target = new ScriptedLibrary { LendsBehindConflicts = true };
        var finding = await target.Run(Loan, OtherParameters.CreateNoSecond);
        Assert.Equal((Outcome.Failed, "1 more in the list"), (finding.Outcome, finding.Evidence!.Actual));
    }

    [Theory]
    [InlineData(Shelf)]
    [InlineData(Loan)]
    public async Task TheFirstResponseAgainIsNoSecondResource(string operation)
    {
        var target = new ScriptedLibrary { Asked = _ => "" };
        Assert.Equal(Outcome.Passed, (await target.Run(operation, OtherParameters.CreateNoSecond)).Outcome);
    }

    [Theory]
    [InlineData(Shelf)]
    [InlineData(Loan)]
    public async Task AConflictPasses(string operation)
    {
        var finding = await new ScriptedLibrary().Run(operation, OtherParameters.Conflict);
        Assert.Equal((Outcome.Passed, operation == Loan ? 7 : 6), (finding.Outcome, finding.Cases));
    }

    [Theory]
    [InlineData(400, Outcome.Skipped, SkipReason.InterpretationAllows)]
    [InlineData(422, Outcome.Skipped, SkipReason.InterpretationAllows)]
    [InlineData(500, Outcome.Failed, null)]
    [InlineData(201, Outcome.Failed, null)]
    [InlineData(429, Outcome.Errored, null)]
    public async Task AnotherRejectionIsOnlyNoted(int status, Outcome outcome, SkipReason? skip)
    {
        var target = new ScriptedLibrary { OtherParameters = new ScriptedResponse(status) };
        var finding = await target.Run(Loan, OtherParameters.Conflict);
        Assert.Equal((outcome, skip), (finding.Outcome, finding.Skip));
        Assert.Equal(skip is null ? 0 : 1, finding.Observations.Length);
    }

    [Theory]
    [InlineData(Shelf, "note")]
    [InlineData(Shelf, "place")]
    [InlineData(Loan, "desk")]
    [InlineData(Loan, "book")]
    [InlineData(Loan, "reader.age")]
    public async Task ATargetThatComparesAllButOneParameterFails(string operation, string ignored)
    {
        var target = new ScriptedLibrary { Asked = body => body.With(ignored, JsonValue.Null).ToJson() };
        var finding = await target.Run(operation, OtherParameters.Conflict);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains(ignored.Split('.')[^1], finding.Evidence!.Case, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("255 characters")]
    [InlineData("ignoring case")]
    public async Task ATargetThatComparesPartOfATextFails(string how)
    {
        var target = new ScriptedLibrary
        {
            Asked = body => how == "ignoring case" ? body.ToJson().ToUpperInvariant() : Cut(body).ToJson(),
        };
        var finding = await target.RunAll(Shelf, OtherParameters.Conflict);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("note that differs", finding.Evidence!.Case, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Loan, true)]
    [InlineData(Shelf, true)]
    [InlineData(Loan, false)]
    [InlineData(Shelf, false)]
    public async Task WhatHardlyDiffersMakesNoSecondResource(string operation, bool isRight)
    {
        // Compared are only titles of the greatest length, and whether there is a desk.
        var target = isRight
            ? new ScriptedLibrary()
            : new ScriptedLibrary
            {
                OtherParameters = null,
                Asked = body =>
                    body.At("title") is JsonText { Value: { Length: 40 } title } ? title : $"{body.At("desk") is null}",
            };
        var finding = await target.RunAll(operation, OtherParameters.CreateNoSecond);
        Assert.Equal(isRight ? Outcome.Passed : Outcome.Failed, finding.Outcome);
    }

    private static JsonValue Cut(JsonValue body) =>
        body.At("note") is JsonText { Value.Length: > 255 } note
            ? body.With("note", new JsonText(note.Value[..255]))
            : body;
}
