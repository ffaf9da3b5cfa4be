using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Generators.Tests;

public sealed class JsonValueTests
{
    [Theory]
    [InlineData("""{"a":1.0,"b":1e0,"c":99999999999999999999,"d":-0}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""["\ud800","\udc00x",{},[],null,true,false,""]""")]
    [InlineData("""{"":{"é世😀":"\"\\/"}}""")]
    public void WhatIsReadIsWrittenAgain(string json) => Assert.Equal(json, JsonValue.Parse(json).ToJson());

    [Property]
    public void EveryTextSurvives(char[] characters)
    {
        var text = new JsonText(new string(characters));

        Assert.Equal(text, JsonValue.Parse(text.ToJson()));
    }

    [Property]
    public Property EveryWellFormedTextIsReadBackBySystemTextJson(char[] characters)
    {
        var text = new string(characters);

        return Reader
            .IsWellFormed(text)
            .Implies(() => JsonSerializer.Deserialize<string>(new JsonText(text).ToUtf8()) == text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{'a':1}")]
    public void WhatIsNotJsonIsNotRead(string text) => Assert.Throws<FormatException>(() => JsonValue.Parse(text));

    [Theory]
    [InlineData("{}", "a", """{"a":7}""")]
    [InlineData("{}", "a.b", """{"a":{"b":7}}""")]
    [InlineData("{}", "a[].b", """{"a":[{"b":7}]}""")]
    [InlineData("""{"a":[1,2]}""", "a[]", """{"a":[7,2]}""")]
    [InlineData("""{"a":1,"b":2,"a":3}""", "a", """{"a":7,"b":2}""")]
    [InlineData("""{"a":"text"}""", "a.b", """{"a":{"b":7}}""")]
    [InlineData("""{"a":{"b":1,"c":2}}""", "a.b", """{"a":{"b":7,"c":2}}""")]
    public void AValueIsPutAtItsPath(string json, string path, string expected)
    {
        var changed = JsonValue.Parse(json).With(path, new JsonRaw("7"));

        Assert.Equal(expected, changed.ToJson());
        Assert.Equal(new JsonRaw("7"), changed.At(path));
    }

    [Theory]
    [InlineData("""{"a":1,"b":2}""", "a", """{"b":2}""")]
    [InlineData("""{"a":{"b":1,"c":2}}""", "a.b", """{"a":{"c":2}}""")]
    [InlineData("""{"a":[{"b":1},2]}""", "a[].b", """{"a":[{},2]}""")]
    [InlineData("""{"a":[1,2]}""", "a[]", """{"a":[2]}""")]
    [InlineData("""{"a":1}""", "b.c", """{"a":1}""")]
    public void AValueIsTakenOut(string json, string path, string expected) =>
        Assert.Equal(expected, JsonValue.Parse(json).Without(path).ToJson());

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData(".a")]
    public void AnEmptyNameIsNoPath(string path) => Assert.Throws<ArgumentException>(() => JsonObject.Empty.At(path));

    [Fact]
    public void TreesOfTheSameValuesAreEqual() =>
        Assert.Equal(
            JsonValue.Parse("""{"a":[1,{"b":"c"}]}"""),
            JsonValue.Parse(""" { "a" : [ 1 , { "b" : "c" } ] } """)
        );
}
