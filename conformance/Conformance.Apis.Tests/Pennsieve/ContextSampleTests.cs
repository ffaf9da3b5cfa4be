using System.Text.Json;
using Conformance.Apis.Pennsieve;
using Conformance.Engine.Webhooks;
using Conformance.Generators;

namespace Conformance.Apis.Tests.Pennsieve;

public sealed class ContextSampleTests
{
    private static readonly Draw Draw = new(7, "run7", 4);

    [Fact]
    public void EachIsAnObjectThatAnyLibraryReads()
    {
        var options = new JsonDocumentOptions { MaxDepth = 256 };
        foreach (var sample in ContextSample.All(Draw, random: 50).Where(s => s.Context is not null))
        {
            using var read = JsonDocument.Parse(sample.Context!("t0ken").ToJson(), options);
            Assert.Equal(JsonValueKind.Object, read.RootElement.ValueKind);
        }
    }

    [Fact]
    public void EachHasANameOfItsOwn()
    {
        var labels = ContextSample.All(Draw, random: 50).Select(s => s.Label).ToList();
        Assert.Equal(labels.Count, labels.Distinct().Count());
    }

    [Fact]
    public void AllButTheEmptyOneAreKnownAgain() =>
        Assert.All(
            ContextSample.All(Draw, random: 50).Where(s => s.Context is not null && s.Label != "empty"),
            s => Assert.Contains("\"conformance\":\"t0ken\"", s.Context!("t0ken").ToJson(), StringComparison.Ordinal)
        );

    [Fact]
    public void OnlyOneAsksForMoreThanDoublesHold() =>
        Assert.All(
            ContextSample
                .All(Draw, random: 200)
                .Where(s => s.Context is not null && s.Label is not ("precise" or "deep")),
            s =>
            {
                var context = s.Context!("t0ken");
                var throughDoubles = JsonValue.Parse(JsonSerializer.Serialize(Doubled(context.ToJson())));
                Assert.Empty(JsonDifference.Between(context, throughDoubles));
            }
        );

    [Fact]
    public void ChanceIsTheSeedsAlone()
    {
        Assert.Equal(RandomJson.Object(Draw).ToJson(), RandomJson.Object(Draw).ToJson());
        var different = Enumerable.Range(0, 20).Select(n => RandomJson.Object(Draw.For($"{n}")).ToJson()).Distinct();
        Assert.True(different.Count() > 15);
    }

    /// <summary>What a library makes of it that keeps numbers as doubles.</summary>
    private static object? Doubled(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);

        static object? Of(JsonElement value) =>
            value.ValueKind switch
            {
                JsonValueKind.Object => value.EnumerateObject().ToDictionary(p => p.Name, p => Of(p.Value)),
                JsonValueKind.Array => value.EnumerateArray().Select(Of).ToList(),
                JsonValueKind.Number => value.GetDouble(),
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Null => null,
                _ => value.GetBoolean(),
            };
    }
}
