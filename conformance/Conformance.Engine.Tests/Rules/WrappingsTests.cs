using Conformance.Engine.Requests;
using Conformance.Engine.Rules;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

/// <summary>Legal values that lenient readers find in another kind of JSON.</summary>
public sealed class WrappingsTests
{
    private static readonly Member Value = Made.Text("value");

    private static readonly Member Words = Made.Member("words", JsonKind.Array, Made.Required) with
    {
        Members = [Made.Text("words[]")],
    };

    [Theory]
    [InlineData("\"a\"", "text-in-array", "[\"a\"]")]
    [InlineData("\"a\"", "text-in-object", "{\"value\":\"a\"}")]
    [InlineData("{\"b\":1}", "object-in-array", "[{\"b\":1}]")]
    [InlineData("{\"b\":1}", "object-as-text", "\"{\\\"b\\\":1}\"")]
    [InlineData("{\"b\":1}", "only-value", "1")]
    [InlineData("{\"b\":1,\"c\":2}", "values-in-array", "[1,2]")]
    [InlineData("[{\"b\":1}]", "item-alone", "{\"b\":1}")]
    [InlineData("[\"a\"]", "item-alone", "\"a\"")]
    [InlineData("[\"a\"]", "items-joined", "\"a,a\"")]
    [InlineData("[\"a\",\"b\"]", "items-joined", "\"a,b\"")]
    [InlineData("[\"a\",\"b\"]", "items-by-number", "{\"0\":\"a\",\"1\":\"b\"}")]
    [InlineData("[\"a\"]", "array-as-text", "\"[\\\"a\\\"]\"")]
    [InlineData("7", "number-as-text", "\"7\"")]
    [InlineData("7", "and-a-half", "7.5")]
    public void ALegalValueIsGivenAnotherForm(string value, string label, string wrapped)
    {
        var request = Draft(value);
        var @case = Wrappings.Of(request, Value).Single(c => c.Label == label);
        Assert.Equal(wrapped, @case.Apply(request).At(Value)!.ToJson());
    }

    [Theory]
    [InlineData("true", "")]
    [InlineData("1.5", "number-as-text")]
    [InlineData("[{},{}]", "items-by-number array-as-text")]
    [InlineData("[[1]]", "items-by-number array-as-text")]
    [InlineData("{\"b\":{}}", "object-in-array object-as-text values-in-array")]
    public void OtherFormsAreThoseThatAreLeft(string value, string labels) =>
        Assert.Equal(labels, string.Join(' ', Wrappings.Of(Draft(value), Value).Select(c => c.Label)));

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

    [Theory]
    [InlineData("an array of one")]
    [InlineData("a list with commas")]
    public async Task ATargetThatTakesATextForAListOfFixedWordsFails(string says)
    {
        using var target = new ScriptedTarget(r =>
            r.At("words") switch
            {
                JsonArray { Items: var items } when items.All(i => i is JsonText) => ScriptedResponse.Accepted,
                JsonText { Value: "ready" } when says == "an array of one" => ScriptedResponse.Accepted,
                JsonText { Value: "ready,ready" } when says == "a list with commas" => ScriptedResponse.Accepted,
                _ => ScriptedResponse.Rejected,
            }
        );
        var test = target.Bench(Made.Operation(Words), ("words", "[\"ready\"]"));
        var finding = await TypeRules.RejectsOtherKinds.Test(test, "words/");
        Assert.Equal((Outcome.Failed, 1), (finding.Outcome, finding.FailedCases.Length));
    }

    private static RequestDraft Draft(string value) =>
        new(
            Made.Operation(Value),
            ImmutableDictionary<string, string>.Empty,
            JsonValue.Parse($$"""{"value":{{value}}}""")
        );
}
