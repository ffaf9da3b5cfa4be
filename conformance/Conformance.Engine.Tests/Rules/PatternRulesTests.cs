using System.Text.RegularExpressions;
using Conformance.Engine.Rules;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

public sealed class PatternRulesTests
{
    private const string Text = "[a-z]{2}-[0-9]{2,6}";

    private static readonly Operation Put = Made.Operation(
        Made.Text("code", Made.Required, Made.Matching(Text)),
        Made.Text("name", Made.Optional, Made.Matching("[a-z0-9-]+")) with
        {
            Role = MemberRole.UniqueName,
        }
    );

    [Fact]
    public void APatternGivesTwoRequirementsAndNamesAreScarce()
    {
        Assert.Equal(
            ["code/pattern/accepted Must D0:6 pattern Inside", "name/pattern/accepted Must D0:6 pattern Inside alone"],
            PatternRules.AcceptsMembers.Plan(Put)
        );
        Assert.Equal(
            ["code/pattern/rejected Must D0:6 pattern Outside", "name/pattern/rejected Must D0:6 pattern Outside"],
            PatternRules.RejectsOthers.Plan(Put)
        );
    }

    [Fact]
    public async Task LegalValuesMatchAsAWholeAndViolationsDoNot()
    {
        using var target = Matching($@"\A{Text}\z");
        var (inside, outside) = (target.Bench(Put), target.Bench(Put));
        Assert.Equal(Outcome.Passed, (await PatternRules.AcceptsMembers.Test(inside, "code")).Outcome);
        Assert.Equal(Outcome.Passed, (await PatternRules.RejectsOthers.Test(outside, "code")).Outcome);
        Assert.NotEmpty(inside.Tried.Sent);
        Assert.All(inside.Tried.Sent, c => Assert.Matches($@"\A{Text}\z", TextOf(c.Sample!)));
        Assert.All(outside.Tried.Sent, c => Assert.DoesNotMatch($@"\A{Text}\z", TextOf(c.Sample!)));
    }

    [Theory]
    [InlineData(Text, "a search in place of a match")]
    [InlineData($"^{Text}", "no anchor at the end")]
    [InlineData($@"{Text}\z", "no anchor at the beginning")]
    [InlineData($"^{Text}$", "a line feed behind the end")]
    [InlineData($@"\A(?i:{Text})\z", "letters in either case")]
    [InlineData($@"\A[a-z]{{2}}-\d{{2,6}}\z", "digits of every script")]
    [InlineData(@"\A[a-z]{2}-[0-9]{2,7}\z", "one digit more")]
    [InlineData(@"\A[a-z]{2}-?[0-9]{2,6}\z", "no separator")]
    [InlineData(@"(?m)^[a-z]{2}-[0-9]{2,6}$", "line by line")]
    public async Task ACarelessMatchFails(string careless, string says)
    {
        using var target = Matching(careless);
        var finding = await PatternRules.RejectsOthers.Test(target, Put, "code");
        Assert.True(finding.Outcome == Outcome.Failed, says);
        Assert.Matches(careless, TextIn(finding.Evidence!.SmallestValue!));
        Assert.DoesNotMatch($@"\A{Text}\z", TextIn(finding.Evidence.SmallestValue!));
    }

    [Theory]
    [InlineData(@"\A[a-y]{2}-[0-9]{2,6}\z")]
    [InlineData(@"\A[b-z][a-z]-[0-9]{2,6}\z")]
    [InlineData(@"\A[a-z]{2}-[0-9]{1,5}[0-8]\z")]
    [InlineData(@"\A(?!z)[a-z]{2}-[0-9]{2,6}\z")]
    public async Task ANarrowMatchFailsOnLegalValues(string narrow)
    {
        using var target = Matching(narrow);
        var finding = await PatternRules.AcceptsMembers.Test(target, Put, "code");
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Matches($@"\A{Text}\z", TextIn(finding.Evidence!.SmallestValue!));
    }

    private static string TextOf(Sample sample) => ((JsonText)sample.Value).Value;

    private static string TextIn(string json) => ((JsonText)JsonValue.Parse(json)).Value;

    private static ScriptedTarget Matching(string pattern) =>
        new(r =>
            r.TextAt("code") is { } code && Regex.IsMatch(code, pattern)
                ? ScriptedResponse.Accepted
                : ScriptedResponse.Rejected
        );
}
