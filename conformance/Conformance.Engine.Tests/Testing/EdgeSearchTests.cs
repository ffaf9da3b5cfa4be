using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using FsCheck.Fluent;

namespace Conformance.Engine.Tests.Testing;

/// <summary>The size at which failures begin is found exactly, in as many tries as it takes to halve what is between.</summary>
public sealed class EdgeSearchTests
{
    private const int Longest = 5_000;

    [Fact]
    public void TextsEndExactlyAtWhateverLimitTheyFailAtAfterAFewTries() =>
        Prop.ForAll(
                (
                    from first in Gen.Choose(1, Longest)
                    from edge in Gen.Choose(0, first)
                    from character in Gen.Elements("a", "é", "😀")
                    select (first, edge, character)
                ).ToArbitrary(),
                of =>
                {
                    var text = new JsonText(string.Concat(Enumerable.Repeat(of.character, of.first)));
                    var (smallest, tried) = Search(text, value => Length(value) >= of.edge);
                    return Length(smallest) == of.edge && tried.Count <= 3 + Math.Log2(of.first);
                }
            )
            .Holds();

    [Theory]
    [InlineData("[1,2,3,4,5,6,7,8,9]", 4)]
    [InlineData("{\"a\":1,\"b\":2,\"c\":3,\"d\":4}", 3)]
    public void ItemsAndMembersAreCounted(string json, int edge)
    {
        var (smallest, _) = Search(JsonValue.Parse(json), value => Count(value) >= edge);
        Assert.Equal(edge, Count(smallest));
    }

    [Fact]
    public void NumbersEndAtTheFirstThatFails() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue)
                    .SelectMany(first => Gen.Choose(0, first).Select(edge => (first, edge)))
                    .SelectMany(of => Gen.Elements("", "-").Select(sign => (of.first, of.edge, sign)))
                    .ToArbitrary(),
                of =>
                {
                    var first = new JsonRaw($"{of.sign}{of.first}");
                    var (smallest, tried) = Search(first, value => Magnitude(value) >= of.edge);
                    return Magnitude(smallest) == of.edge && tried.Count <= 34;
                }
            )
            .Holds();

    [Fact]
    public void WhatIsInsideOfAValueEndsAtItsOwnLimit()
    {
        var document = JsonValue.Parse($$"""{"a":"short","b":[{"c":"{{new string('x', 3_000)}}"}]}""");
        var (smallest, tried) = Search(
            document,
            value => value.At("b[].c") is JsonText { Value.Length: > 2_048 } && value.At("b") is JsonArray
        );

        Assert.Equal(2_049, ((JsonText)smallest.At("b[].c")!).Value.Length);
        Assert.Null(smallest.At("a"));
        Assert.InRange(tried.Count, 1, 40);
    }

    [Fact]
    public void WhateverFailsNowAndThenTheValueAtTheEndHasReallyFailed() =>
        Prop.ForAll(
                (
                    from first in Gen.Choose(1, 300)
                    from failing in Gen.Choose(0, 300).ListOf()
                    select (first, failing: failing.Append(first).ToHashSet())
                ).ToArbitrary(),
                of =>
                {
                    var (smallest, tried) = Search(
                        new JsonText(new string('a', of.first)),
                        value => of.failing.Contains(Length(value))
                    );
                    return of.failing.Contains(Length(smallest)) && tried.TrueForAll(v => Length(v) < of.first);
                }
            )
            .Holds();

    [Fact]
    public void NoValueThatShowsSomethingElseIsTried() =>
        Prop.ForAll(
                (
                    from least in Gen.Choose(0, 200)
                    from first in Gen.Choose(least, 400)
                    from edge in Gen.Choose(0, first)
                    select (least, first, edge)
                ).ToArbitrary(),
                of =>
                {
                    var (smallest, tried) = Search(
                        new JsonText(new string('a', of.first)),
                        value => Length(value) >= of.edge,
                        value => Length(value) >= of.least
                    );
                    return tried.TrueForAll(value => Length(value) >= of.least)
                        && Length(smallest) == Math.Max(of.least, of.edge);
                }
            )
            .Holds();

    [Fact]
    public void APatternWithoutValuesOfSomeLengthsIsNoObstacle()
    {
        var (smallest, tried) = Search(
            new JsonText(new string('a', 600)),
            value => Length(value) > 100,
            value => Length(value) % 3 == 0
        );

        Assert.Equal(102, Length(smallest));
        Assert.All(tried, value => Assert.Equal(0, Length(value) % 3));
    }

    private static (JsonValue Smallest, List<JsonValue> Tried) Search(
        JsonValue failing,
        Func<JsonValue, bool> fails,
        Func<JsonValue, bool>? isAlike = null
    )
    {
        var tried = new List<JsonValue>();
        var search = new EdgeSearch(
            isAlike ?? (_ => true),
            value =>
            {
                tried.Add(value);
                return Task.FromResult(fails(value));
            }
        );
        return (search.From(failing).GetAwaiter().GetResult(), tried);
    }

    private static int Length(JsonValue value) => ((JsonText)value).Value.EnumerateRunes().Count();

    private static int Count(JsonValue value) =>
        value is JsonArray array ? array.Items.Length : ((JsonObject)value).Properties.Length;

    private static decimal Magnitude(JsonValue value) =>
        Math.Abs(decimal.Parse(value.ToJson(), System.Globalization.CultureInfo.InvariantCulture));
}
