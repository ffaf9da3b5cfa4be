using System.Text.RegularExpressions;
using Conformance.Contracts.Interactions;
using Conformance.Generators;
using Conformance.Schemas;
using Rules = Conformance.Contracts.Native.Match;

namespace Conformance.Contracts.Tests.Interactions;

public sealed class ExampleTests
{
    public static TheoryData<string> Ids => [.. Apis.Interactions.Select(i => i.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryExampleMatchesItsOwnRule(string id)
    {
        var interaction = Apis.Interaction(id);
        JsonValue?[] parts = [interaction.Request.Path, interaction.Request.Body, interaction.Response.Body];
        Assert.All(parts.OfType<JsonValue>().SelectMany(RegexesIn), rule => Assert.Matches(rule.Regex, rule.Example));
    }

    /// <summary>Pact has one rule for a value; the limits beside a pattern hold for the example all the same.</summary>
    [Fact]
    public void EveryExampleKeepsItsLimits() =>
        Assert.All(
            Apis.All.SelectMany(a => a.Documented)
                .SelectMany(o => o.RequestMembers())
                .Where(m => m is { Kind: JsonKind.String }),
            m =>
            {
                var text = Examples.TextOf(m);
                Assert.InRange(
                    text.Length,
                    m.Find<MinLength>()?.Limit ?? 0,
                    m.Find<MaxLength>()?.Limit ?? int.MaxValue
                );
            }
        );

    [Theory]
    [InlineData("runs", true)]
    [InlineData("", false)]
    [InlineData(" \n", true)]
    public void ATextOfAtLeastOneCharacterHasSomethingInIt(string text, bool isRight)
    {
        var version = Apis.Named("nova-act")
            .Operation("CreateWorkflowRun")
            .RequestMembers()
            .Single(m => m.Name == "sdkVersion");
        Assert.Equal(isRight, Regex.IsMatch(text, Matchers.RegexOf(version)!));
    }

    private static IEnumerable<(string Regex, string Example)> RegexesIn(JsonValue value) =>
        value switch
        {
            JsonObject rule when Rules.IsRule(rule) && rule.At("regex") is JsonText regex =>
            [
                (regex.Value, ((JsonText)Rules.ExampleOf(rule)).Value),
            ],
            JsonObject { Properties: var properties } => properties.SelectMany(p => RegexesIn(p.Value)),
            JsonArray { Items: var items } => items.SelectMany(RegexesIn),
            _ => [],
        };
}
