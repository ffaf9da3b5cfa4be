using System.Text;
using Conformance.Engine.Requests;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Requests;

public sealed class RequestDraftTests
{
    private static readonly RequestDraft Draft = Drafts.With("""{"modelId":"m"}""");

    [Fact]
    public void ADraftGoesOverTheWireAsItStands()
    {
        var wire = Draft.ToWire();
        Assert.Equal(("PUT", "/workflow-definitions/a-name/workflow-runs"), (wire.Method, wire.Target));
        Assert.Equal("""{"modelId":"m"}""", Encoding.UTF8.GetString(wire.Body!.Value.Span));
        Assert.Equal("application/json", wire.ContentType);
    }

    [Fact]
    public void WithoutABodyThereIsNoContentType()
    {
        var wire = (Draft with { Body = null }).ToWire();
        Assert.Null(wire.Body);
        Assert.Null(wire.ContentType);
    }

    [Fact]
    public void AChangeLeavesTheDraftAlone()
    {
        var changed = Draft.With(Drafts.Model, new JsonText("n"));
        Assert.Equal(("m", "n"), (Draft.TextAt(Drafts.Model), changed.TextAt(Drafts.Model)));
    }

    [Fact]
    public void AMemberBelowAnotherBringsItsParent() =>
        Assert.Equal(
            """{"modelId":"m","clientInfo":{"sdkVersion":"1"}}""",
            Draft.With(Drafts.Sdk, new JsonText("1")).Body!.ToJson()
        );

    [Theory]
    [InlineData("b", "b", false)]
    [InlineData("a/b c", "a%2Fb%20c", true)]
    [InlineData("é", "%C3%A9", true)]
    [InlineData("", "", false)]
    public void APathMemberIsEncoded(string value, string octets, bool mayStop)
    {
        var changed = Draft.With(Drafts.Name, new JsonText(value));
        Assert.Equal($"/workflow-definitions/{octets}/workflow-runs", changed.ToWire().Target);
        Assert.Equal(mayStop, changed.MayStopBeforeTheApi);
        Assert.Equal(value, changed.TextAt(Drafts.Name));
    }

    [Fact]
    public void AnotherPlainSegmentDoesNotHideAnOddOne()
    {
        var odd = Draft.WithSegment("another", "%00").With(Drafts.Name, new JsonText("plain"));
        Assert.True(odd.MayStopBeforeTheApi);
    }

    [Fact]
    public void ASegmentIsSpelledExactly() =>
        Assert.Equal(
            "/workflow-definitions/%zz%2f/workflow-runs",
            Draft.WithSegment(Drafts.Name.Name, "%zz%2f").ToWire().Target
        );

    [Fact]
    public void AMemberIsLeftOut()
    {
        Assert.Equal("{}", Draft.Without(Drafts.Model).Body!.ToJson());
        Assert.Equal("/workflow-definitions//workflow-runs", Draft.Without(Drafts.Name).ToWire().Target);
        Assert.Null(Draft.Without(Drafts.Model).At(Drafts.Model));
    }

    [Fact]
    public void OnlyAStringHasText()
    {
        Assert.Null(Draft.With(Drafts.Model, JsonValue.Null).TextAt(Drafts.Model));
        Assert.Null(Draft.TextAt(null));
    }

    [Fact]
    public void AQueryFollowsThePath() =>
        Assert.EndsWith(
            "/workflow-runs?a=%zz",
            (Draft with { Query = "a=%zz" }).ToWire().Target,
            StringComparison.Ordinal
        );

    [Fact]
    public void ABrokenBodyTakesThePlaceOfTheTree()
    {
        var broken = new BrokenBody([0xff], "text/plain", "c", "s", BodyViolation.InvalidUtf8, NeedsRawSocket: true);
        var wire = (Draft with { Broken = broken, IsUnsigned = true }).ToWire();
        Assert.Equal([0xff], wire.Body!.Value.ToArray());
        Assert.Equal(("text/plain", true, true), (wire.ContentType, wire.NeedsRawSocket, wire.IsUnsigned));
    }

    [Fact]
    public void AMemberOfTheQueryTravelsThere()
    {
        var (limit, text) = (InQuery("limit", JsonKind.Integer), InQuery("q", JsonKind.String));
        var draft = Draft.With(text, new JsonText("a&b ")).With(limit, JsonValue.Parse("5"));
        Assert.EndsWith("/workflow-runs?limit=5&q=a%26b%20", draft.ToWire().Target, StringComparison.Ordinal);
        Assert.Equal(("a&b ", "5"), (draft.TextAt(text), draft.TextAt(limit)));
        Assert.EndsWith("?q=a%26b%20", draft.Without(limit).ToWire().Target, StringComparison.Ordinal);
        Assert.Null(draft.Without(text).At(text));
        Assert.Equal(Draft.Body, draft.Body);

        static Member InQuery(string name, JsonKind kind) => Made.Member(name, kind) with { Place = Place.Query };
    }
}
