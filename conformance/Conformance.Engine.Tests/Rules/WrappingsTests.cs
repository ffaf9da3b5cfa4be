using Conformance.Engine.Requests;
using Conformance.Engine.Rules;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

/// <summary>Values that lenient readers take for another kind.</summary>
public sealed class WrappingsTests
{
    private static readonly Member Value = Made.Text("value");

    [Theory]
    [InlineData("\"a\"", "text-in-array", "[\"a\"]")]
    [InlineData("{\"b\":1}", "object-in-array", "[{\"b\":1}]")]
    [InlineData("[{\"b\":1}]", "item-alone", "{\"b\":1}")]
    public void AValueIsPutIntoAnArrayAndAnOnlyItemIsTakenOutOfIts(string value, string label, string wrapped)
    {
        var request = Draft(value);
        var @case = Assert.Single(Wrappings.Of(request, Value, new TypeIs(JsonKind.String, Level.Must, Made.At(1))));
        Assert.Equal(label, @case.Label);
        Assert.Equal(wrapped, @case.Apply(request).At(Value)!.ToJson());
    }

    [Theory]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("[{},{}]")]
    [InlineData("[]")]
    public void OtherValuesHaveNoSuchForm(string value) =>
        Assert.Empty(Wrappings.Of(Draft(value), Value, new TypeIs(JsonKind.String, Level.Must, Made.At(1))));

    [Fact]
    public void OnlyAConstraintOnTheKindIsBrokenSo()
    {
        Assert.Empty(Wrappings.Of(Draft("\"a\""), Value, Made.Max(5)));
        var inPath = Value with { Place = Place.Path };
        Assert.Empty(Wrappings.Of(Draft("\"a\""), inPath, new TypeIs(JsonKind.String, Level.Must, Made.At(1))));
    }

    [Fact]
    public async Task ATargetThatUnwrapsFailsTheRequirementOnTheKind()
    {
        using var target = new ScriptedTarget(r =>
            r.At("value") is JsonText or JsonArray { Items: [JsonText { Value: not "text" }] }
                ? ScriptedResponse.Accepted
                : ScriptedResponse.Rejected
        );
        var finding = await TypeRules.RejectsOtherKinds.Test(target, Made.Operation(Value));
        Assert.Equal((Outcome.Failed, 1), (finding.Outcome, finding.FailedCases.Length));
    }

    private static RequestDraft Draft(string value) =>
        new(
            Made.Operation(Value),
            ImmutableDictionary<string, string>.Empty,
            JsonValue.Parse($$"""{"value":{{value}}}""")
        );
}
