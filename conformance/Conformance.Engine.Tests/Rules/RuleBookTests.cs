using System.Reflection;
using Conformance.Engine.Behaviours;
using Conformance.Engine.Planning;
using Conformance.Engine.Rules;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Rules;

/// <summary>All rules together, against implementations that are right but for one check.</summary>
public sealed class RuleBookTests
{
    private static readonly PlannedApi Planned = PlannedApi.Of(Made.Api(Checks.Put), new ApiModule("sample", []));

    public static TheoryData<string> Forgotten => [.. Checks.All.Keys.Order()];

    [Fact]
    public void EveryRuleIsListedOnce()
    {
        var declared = typeof(RuleBook)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(RuleBook).Namespace)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Rule))
            .Select(field => (Rule)field.GetValue(null)!);
        Assert.Equal(declared.Select(r => r.Kind).Order(), RuleBook.All.Select(r => r.Kind).Order());
        Assert.Distinct(RuleBook.All);
    }

    [Fact]
    public void NoTwoRulesGiveTheSameRequirement() =>
        Assert.Distinct(RuleBook.All.SelectMany(rule => rule.Of(Checks.Put)).Select(p => p.Requirement.Id));

    [Fact]
    public void EveryConstraintOfARequestHasARequirementUnderItsName() =>
        Assert.All(
            Checks.Put.RequestMembers().SelectMany(m => m.Constraints, (m, c) => $"sample/Put/{m.Path}/{c.Keyword}/"),
            prefix =>
                Assert.Contains(
                    Planned.Requirements,
                    p => p.Requirement.Id.StartsWith(prefix, StringComparison.Ordinal)
                )
        );

    [Fact]
    public async Task ARightImplementationIsAccusedOfNothing()
    {
        var verdicts = await Judge(Checks.All, "");
        Assert.All(
            verdicts,
            v => Assert.True(v.Outcome is Outcome.Passed or Outcome.Skipped, $"{v.Requirement.Id}: {v.Reason}")
        );
        Assert.Equal([], verdicts.Where(v => v.Outcome == Outcome.Skipped).Select(v => v.Requirement.Id));
    }

    [Theory]
    [MemberData(nameof(Forgotten))]
    public async Task AForgottenCheckFailsItsRequirementAlone(string check)
    {
        var verdicts = await Judge(Checks.All.Remove(check), check.Split('/')[0].Split('[', '.')[0]);
        Assert.Equal(
            [$"sample/Put/{check}"],
            verdicts.Where(v => v.Outcome is Outcome.Failed or Outcome.Errored).Select(v => v.Requirement.Id)
        );
    }

    [Theory]
    [InlineData("note/maxLength/accepted", 40)]
    [InlineData("note/minLength/accepted", 2)]
    public async Task ALegalLengthThatIsRejectedFailsItsRequirementAlone(string failed, int length) =>
        Assert.Equal([$"sample/Put/{failed}"], await FailedBy("note", body => TextAt(body, "note")?.Length != length));

    [Theory]
    [InlineData("size/minimum/accepted", "size", "1")]
    [InlineData("size/maximum/accepted", "size", "9")]
    [InlineData("colour/enum/accepted", "colour", "\"RED\"")]
    [InlineData("flag/type/accepted", "flag", "false")]
    [InlineData("title/optional/accepted", "title", null)]
    [InlineData("note/optional/accepted", "note", null)]
    public async Task ALegalValueThatIsRejectedFailsItsRequirement(string failed, string member, string? rejected)
    {
        var ids = await FailedBy(member, body => body.At(member)?.ToJson() != rejected);
        Assert.Contains($"sample/Put/{failed}", ids);
        Assert.All(ids, id => Assert.EndsWith("/accepted", id, StringComparison.Ordinal));
    }

    private static string? TextAt(JsonValue body, string path) => body.At(path) is JsonText text ? text.Value : null;

    /// <summary>The requirements on the member that a target fails with one check too many.</summary>
    private static async Task<IEnumerable<string>> FailedBy(string member, Func<JsonValue, bool> another) =>
        (await Judge(Checks.All.Add("another", another), member))
            .Where(v => v.Outcome is Outcome.Failed or Outcome.Errored)
            .Select(v => v.Requirement.Id);

    /// <summary>Judges a target with these checks by all requirements on a member, or by all at all.</summary>
    private static async Task<List<Verdict>> Judge(
        ImmutableDictionary<string, Func<JsonValue, bool>> checks,
        string member
    )
    {
        using var target = Checks.Target(checks.Values);
        var check = new RequirementCheck(target.Session(Planned.Api), target.Time);
        var verdicts = new List<Verdict>();
        foreach (var planned in Planned.Requirements.Where(p => IsAbout(p, member)))
            verdicts.Add((await check.Judge(planned, TestContext.Current.CancellationToken)).Verdict);
        return verdicts;
    }

    private static bool IsAbout(PlannedRequirement planned, string member) =>
        member.Length == 0 || planned.Requirement.Member is { } path && path.Split('[', '.')[0] == member;
}
