using Conformance.Engine.Rules;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

public sealed class TypeRulesTests
{
    private static readonly Operation Put = Made.Operation(
        Made.Text("name") with
        {
            Role = MemberRole.UniqueName,
        },
        Made.Member("size", JsonKind.Integer),
        Made.Member("ratio", JsonKind.Number),
        Made.Member("flag", JsonKind.Boolean),
        Made.Member("info", JsonKind.Object) with
        {
            Members = [Made.Text("info.version")],
        },
        Made.Member("tags", JsonKind.Array) with
        {
            Members = [Made.Text("tags[]")],
        },
        Made.Member("any", JsonKind.Any),
        Made.Text("implied") with
        {
            Constraints =
            [
                new TypeIs(JsonKind.String, Level.May, Made.At(20))
                {
                    Interpretations = [Made.Interpretation("R31", InterpretationTopic.AnyJson)],
                },
            ],
        }
    ) with
    {
        Parameters = [Made.Text("thing") with { Place = Place.Path }],
    };

    [Fact]
    public void EachKindInTheBodyGivesItsRequirementsUnlessAnyWillDo()
    {
        string[] typed = ["name", "size", "ratio", "flag", "info", "info.version", "tags", "tags[]"];
        Assert.Equal(
            [
                .. typed.Select(m => $"{m}/type/accepted Must D0:1 type Inside{(m == "name" ? " alone" : "")}"),
                "any/type/accepted Must D0:1 type Inside",
                "implied/type/accepted May D0:20 observation Inside",
            ],
            TypeRules.AcceptsKind.Plan(Put)
        );
        Assert.Equal(
            typed.Select(m => $"{m}/type/rejected Must D0:1 type Outside"),
            TypeRules.RejectsOtherKinds.Plan(Put)
        );
    }

    [Theory]
    [InlineData(JsonKind.String)]
    [InlineData(JsonKind.Integer)]
    [InlineData(JsonKind.Number)]
    [InlineData(JsonKind.Boolean)]
    [InlineData(JsonKind.Object)]
    [InlineData(JsonKind.Array)]
    public async Task TheDeclaredKindIsAcceptedAndEveryOtherIsAViolation(JsonKind kind)
    {
        var operation = Made.Operation(Value(kind));
        using var target = Taking(kind);
        Assert.Equal(Outcome.Passed, (await TypeRules.AcceptsKind.Test(target, operation, "value/")).Outcome);
        var test = target.Bench(operation);
        Assert.Equal(Outcome.Passed, (await TypeRules.RejectsOtherKinds.Test(test, "value/")).Outcome);
        var kinds = test.Tried.Sent.Where(c => c.Sample is not null).Select(c => KindOf(c.Sample!.Value)).ToHashSet();
        JsonKind[] others = [JsonKind.String, JsonKind.Number, JsonKind.Boolean, JsonKind.Object, JsonKind.Array];
        Assert.Superset(
            others.Where(k => k != kind && !(kind == JsonKind.Integer && k == JsonKind.Number)).ToHashSet(),
            kinds
        );
        Assert.All(test.Tried.Sent, c => Assert.False(c.Sample is { } s && Fits(kind, s.Value), c.Says));
    }

    [Theory]
    [InlineData(JsonKind.String, JsonKind.Number)]
    [InlineData(JsonKind.String, JsonKind.Boolean)]
    [InlineData(JsonKind.Integer, JsonKind.Number)]
    [InlineData(JsonKind.Number, JsonKind.String)]
    [InlineData(JsonKind.Boolean, JsonKind.String)]
    [InlineData(JsonKind.Object, JsonKind.Array)]
    [InlineData(JsonKind.Array, JsonKind.Object)]
    [InlineData(JsonKind.Array, JsonKind.String)]
    public async Task AnotherKindThatIsAcceptedFails(JsonKind declared, JsonKind accepted)
    {
        using var target = Taking(declared, accepted);
        var finding = await TypeRules.RejectsOtherKinds.Test(target, Made.Operation(Value(declared)), "value/");
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Equal(accepted, KindOf(JsonValue.Parse(finding.Evidence!.OriginalValue!)));
    }

    [Theory]
    [InlineData(JsonKind.Integer, "-1")]
    [InlineData(JsonKind.Integer, "2147483647")]
    [InlineData(JsonKind.Number, "0.5")]
    [InlineData(JsonKind.Boolean, "false")]
    [InlineData(JsonKind.String, "\"null\"")]
    public async Task AValueOfTheKindThatIsRejectedFails(JsonKind kind, string rejected)
    {
        using var target = new ScriptedTarget(r =>
            r.At("value")?.ToJson() == rejected ? ScriptedResponse.Rejected : ScriptedResponse.Accepted
        );
        var finding = await TypeRules.AcceptsKind.Test(target, Made.Operation(Value(kind)), "value/");
        Assert.Equal((Outcome.Failed, rejected), (finding.Outcome, finding.Evidence?.OriginalValue));
    }

    [Fact]
    public async Task WhereEveryValueOfAMemberIsRejectedItIsHeldAgainstTheRequestWithoutIt()
    {
        using var target = new ScriptedTarget(r =>
            r.At("value") is null ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        var operation = Made.Operation(
            Value(JsonKind.String) with
            {
                Constraints = [new TypeIs(JsonKind.String, Level.Must, Made.At(1)), Made.Optional],
            }
        );
        Assert.Equal(Outcome.Failed, (await TypeRules.AcceptsKind.Test(target, operation)).Outcome);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("false")]
    [InlineData("\"\"")]
    public async Task WhereAnyJsonIsLegalEveryKindHasToBeTaken(string rejected)
    {
        using var target = new ScriptedTarget(r =>
            r.At("any")?.ToJson() == rejected ? ScriptedResponse.Rejected : ScriptedResponse.Accepted
        );
        Assert.Equal(
            Outcome.Failed,
            (await TypeRules.AcceptsKind.Test(target, Put with { Parameters = [] }, "any/")).Outcome
        );
    }

    [Fact]
    public void WhatATargetMayLookUpNeedNotBeOfEveryKind()
    {
        var any = Made.Member("any", JsonKind.Any);
        Assert.Empty(TypeRules.AcceptsKind.Plan(Made.Operation(any with { IsLookedUp = true })));
        Assert.Empty(TypeRules.AcceptsKind.Plan(Made.Operation(any with { Role = MemberRole.Known })));
    }

    [Fact]
    public async Task NullAmongItemsIsOfAnotherKind()
    {
        using var target = new ScriptedTarget(r =>
            r.At("value") is JsonArray { Items: var items }
            && items.All(item => item is JsonText or JsonRaw { IsNull: true })
                ? ScriptedResponse.Accepted
                : ScriptedResponse.Rejected
        );
        var finding = await TypeRules.RejectsOtherKinds.Test(target, Made.Operation(Value(JsonKind.Array)), "value[]");
        Assert.Equal((Outcome.Failed, "null"), (finding.Outcome, finding.Evidence!.OriginalValue));
    }

    private static Member Value(JsonKind kind) =>
        Made.Member("value", kind, Made.Required) with
        {
            Members =
                kind == JsonKind.Object ? [Made.Text("value.inner")]
                : kind == JsonKind.Array ? [Made.Text("value[]")]
                : [],
        };

    private static ScriptedTarget Taking(params JsonKind[] kinds) =>
        new(r =>
            r.At("value") is { } value && kinds.Any(kind => Fits(kind, value))
                ? ScriptedResponse.Accepted
                : ScriptedResponse.Rejected
        );

    private static bool Fits(JsonKind kind, JsonValue value) =>
        kind == JsonKind.Integer
            ? value is JsonRaw { IsNumber: true } number && !number.Text.Contains('.')
            : KindOf(value) == kind;

    private static JsonKind KindOf(JsonValue value) =>
        value switch
        {
            JsonText => JsonKind.String,
            JsonObject => JsonKind.Object,
            JsonArray => JsonKind.Array,
            JsonRaw { IsNumber: true } => JsonKind.Number,
            JsonRaw { Text: "true" or "false" } => JsonKind.Boolean,
            _ => JsonKind.Any,
        };

    [Fact]
    public void InTheQueryTextsThatAreNoNumberOrBooleanAreOfAnotherKind()
    {
        var search = Put with
        {
            Body = [],
            Parameters =
            [
                Made.Member("limit", JsonKind.Integer) with
                {
                    Place = Place.Query,
                },
                Made.Text("q") with
                {
                    Place = Place.Query,
                },
            ],
        };
        Assert.Equal(["limit/type/rejected Must D0:1 type Outside"], TypeRules.RejectsOtherKinds.Plan(search));
    }
}
