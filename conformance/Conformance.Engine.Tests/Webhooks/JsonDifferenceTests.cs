using Conformance.Engine.Webhooks;
using Conformance.Generators;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Engine.Tests.Webhooks;

[Properties(Arbitrary = [typeof(JsonDifferenceTests)])]
public sealed class JsonDifferenceTests
{
    private static readonly Gen<string> Text = Gen.Elements("", "a", "é", "e\u0301", "\ud83d\ude00", "\"\\\n", "null");

    private static readonly Gen<JsonValue> Leaf = Gen.OneOf(
        Text.Select(t => (JsonValue)new JsonText(t)),
        Gen.Elements("0", "1", "-1.5", "1e3", "true", "false", "null").Select(JsonValue.Parse)
    );

    internal static Arbitrary<JsonValue> Trees { get; } = Arb.From(Gen.Sized(TreeOf));

    [Theory]
    [InlineData("""{"a":1,"b":[2,{}]}""", """{"b":[2,{}],"a":1}""")]
    [InlineData("1.0", "1")]
    [InlineData("100", "1e2")]
    [InlineData("0.001", "1E-3")]
    [InlineData("-0", "0.00")]
    [InlineData("12345678901234567890", "1234567890123456789e1")]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""")]
    [InlineData("\"\\u00e9\"", "\"é\"")]
    public void TheSameWrittenOtherwiseIsTheSame(string one, string other) => Assert.Empty(Between(one, other));

    [Theory]
    [InlineData("1", "2", "$: 1 became 2")]
    [InlineData("1", "\"1\"", "$: 1 became \"1\"")]
    [InlineData("0.1", "0.10000000149", "$: 0.1 became 0.10000000149")]
    [InlineData("true", "\"true\"", "$: true became \"true\"")]
    [InlineData("{}", "null", "$: {} became null")]
    [InlineData("{}", "[]", "$: {} became []")]
    [InlineData("""{"a":null}""", "{}", "$.a: null is gone")]
    [InlineData("{}", """{"a":null}""", "$.a: null came in addition")]
    [InlineData("""{"a":{"b":[1,2]}}""", """{"a":{"b":[2,1]}}""", "$.a.b[0]: 1 became 2")]
    [InlineData("[1]", "[1,1]", "$[1]: 1 came in addition")]
    [InlineData("\"é\"", "\"e\u0301\"", "$: \"é\" became \"e\u0301\"")]
    [InlineData("\" a\"", "\"a\"", "$: \" a\" became \"a\"")]
    public void WhatWasChangedIsNamed(string one, string other, string says)
    {
        var first = Between(one, other)[0];
        Assert.Equal(says, first.InWords());
        Assert.False(first.IsOnlyPrecision);
    }

    [Theory]
    [InlineData("12345678901234567890", "12345678901234567000")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("0.1000000000000000055511151231257827", "0.1")]
    [InlineData("1e400", "null")]
    [InlineData("1e400", "1.7976931348623157e308")]
    public void WhatDoublesCantHoldIsOnlyPrecision(string one, string other) =>
        Assert.True(Assert.Single(Between(one, other)).IsOnlyPrecision);

    [Theory]
    [InlineData("12345678901234567890", "12345678901234567890.5e3")]
    [InlineData("12345678901234567890", "\"12345678901234567890\"")]
    [InlineData("9007199254740991", "9007199254740990")]
    [InlineData("1e400", "\"1e400\"")]
    public void MoreThanThatIsAChange(string one, string other) =>
        Assert.False(Assert.Single(Between(one, other)).IsOnlyPrecision);

    [Property]
    public void EveryValueIsTheSameAsItselfWhateverItsMembersOrder(JsonValue tree) =>
        Assert.Empty(JsonDifference.Between(tree, Reversed(tree)));

    [Property]
    public bool NoValueIsTheSameAsAnother(JsonValue one, JsonValue other) =>
        one == other || JsonDifference.Between(one, other).Any() || one == Reversed(other);

    private static ImmutableArray<JsonDifference> Between(string one, string other) =>
        [.. JsonDifference.Between(JsonValue.Parse(one), JsonValue.Parse(other))];

    private static JsonValue Reversed(JsonValue value) =>
        value switch
        {
            JsonObject o => new JsonObject([
                .. o.Properties.Reverse().Select(p => new JsonProperty(p.Name, Reversed(p.Value))),
            ]),
            JsonArray a => new JsonArray([.. a.Items.Select(Reversed)]),
            _ => value,
        };

    private static Gen<JsonValue> TreeOf(int size) =>
        size == 0
            ? Leaf
            : Gen.OneOf(
                Leaf,
                TreeOf(size / 3).ListOf(2).Select(items => (JsonValue)new JsonArray([.. items])),
                TreeOf(size / 3)
                    .Zip(TreeOf(size / 3))
                    .Select(pair => (JsonValue)new JsonObject([new("x", pair.Item1), new("y", pair.Item2)]))
            );
}
