using Conformance.Engine.Requests;
using Conformance.Generators;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Engine.Tests.Requests;

public sealed class LayoutTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("""{"a":1.0,"b":{"c":"x","d":[2,1]}}""", """{"b":{"d":[2,1],"c":"x"},"a":1.0}""")]
    [InlineData("""{"a":1,"a":2}""", """{"a":2,"a":1}""")]
    public void MembersAreReversedAtEveryDepth(string body, string reversed) =>
        Assert.Equal(reversed, Reversed(JsonValue.Parse(body)).ToJson());

    [Fact]
    public void TheTextIsAnotherAndOnlyTheBodyChanges()
    {
        var draft = Drafts.With("""{"modelId":"m","logGroupName":"g"}""");
        var other = Layout.Reversed(draft);
        Assert.NotEqual(draft.Body!.ToJson(), other.Body!.ToJson());
        Assert.Equal(draft, other with { Body = draft.Body });
    }

    [Property]
    public Property TwiceReversedIsTheSame() =>
        Prop.ForAll(Arb.From(Objects(3)), body => Reversed(Reversed(body)).Equals(body));

    private static JsonValue Reversed(JsonValue body) =>
        JsonValue.Parse(Layout.Reversed(Drafts.With("{}") with { Body = body }).Body!.ToJson());

    private static Gen<JsonValue> Objects(int depth)
    {
        var leaf = Gen.Elements<JsonValue>(new JsonText("é\n\"\\😀"), new JsonRaw("1e0"), JsonValue.Null);
        var value = depth == 0 ? leaf : Gen.OneOf(leaf, Objects(depth - 1));
        var name = Gen.Elements("a", "b", "", "\"\t");
        var member = name.SelectMany(n => value.Select(v => new JsonProperty(n, v)));
        return member.ListOf().Select(members => (JsonValue)new JsonObject([.. members]));
    }
}
