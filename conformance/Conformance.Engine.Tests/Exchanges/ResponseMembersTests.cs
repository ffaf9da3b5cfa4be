using System.Text;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Tests.Exchanges.Streams;
using Conformance.Reports;
using Conformance.Schemas;
using static Conformance.Engine.Tests.Testing.Seen;

namespace Conformance.Engine.Tests.Exchanges;

public sealed class ResponseMembersTests
{
    private static readonly Required Required = new(Level.Must, Anywhere);
    private static readonly TypeIs IsText = new(JsonKind.String, Level.Must, Anywhere);
    private static readonly Member Nested = Member("info.version", JsonKind.String);
    private static readonly Member Name = Member("items[].name", JsonKind.String);
    private static readonly Member Item = Member("items[]", JsonKind.Object, Name);
    private static readonly Member Status = Member("status", JsonKind.String);
    private static readonly Member Info = Member("info", JsonKind.Object, Nested);
    private static readonly Member Items = Member("items", JsonKind.Array, Item);

    [Theory]
    [InlineData("""{"status":"A"}""", true, null)]
    [InlineData("""{"status":1}""", true, "status: it is 1")]
    [InlineData("""{"status":null}""", false, null)]
    [InlineData("{}", false, null)]
    [InlineData("[]", false, null)]
    [InlineData("", false, null)]
    public void AMemberAtTheTopIsHeldWhereItIsThere(string body, bool isShown, string? problem) =>
        AssertSays(isShown, problem, "memberWrong/status/type", At(body, Status, IsText));

    [Theory]
    [InlineData("""{"info":{"version":1}}""", true, "info.version: it is 1")]
    [InlineData("""{"info":{"version":"1"}}""", true, null)]
    [InlineData("""{"info":{}}""", false, null)]
    [InlineData("""{"info":7}""", false, null)]
    [InlineData("{}", false, null)]
    public void AMemberBelowAnotherIsFound(string body, bool isShown, string? problem) =>
        AssertSays(isShown, problem, "memberWrong/info.version/type", At(body, Nested, IsText));

    [Theory]
    [InlineData("""{"info":{}}""", true, "info.version: it is missing")]
    [InlineData("""{"info":{"version":null}}""", true, "info.version: it is null")]
    [InlineData("{}", false, null)]
    [InlineData("""{"info":null}""", false, null)]
    public void AMemberIsMissedOnlyFromAParentThatIsThere(string body, bool isShown, string? problem) =>
        AssertSays(isShown, problem, "memberMissing/info.version", At(body, Nested, Required));

    [Theory]
    [InlineData("""{"items":[{"name":"a"},{"name":"b"}]}""", true, null)]
    [InlineData("""{"items":[{"name":"a"},{"name":2}]}""", true, "items[].name: it is 2")]
    [InlineData("""{"items":[{"name":"a"},3]}""", true, null)]
    [InlineData("""{"items":[]}""", false, null)]
    [InlineData("""{"items":{"name":2}}""", false, null)]
    public void EveryItemOfAListIsHeld(string body, bool isShown, string? problem) =>
        AssertSays(isShown, problem, "memberWrong/items[].name/type", At(body, Name, IsText));

    [Fact]
    public void AnItemWithoutARequiredMemberIsFoundAmongOthers() =>
        Assert.Equal("items[].name: it is missing", At("""{"items":[{"name":"a"},{}]}""", Name, Required).Problem);

    [Theory]
    [InlineData("[]", "a body that is no JSON object: 200 []")]
    [InlineData("", "a body that is no JSON object: 200 with an empty body")]
    [InlineData("\uFEFF{}", "a body that is no JSON object (it begins with a byte order mark): 200 \uFEFF{}")]
    [InlineData(
        "{\"a\":[1",
        "a body that is no JSON object (it ends after 7 bytes, before the object does): 200 {\"a\":[1"
    )]
    [InlineData("{]", "a body that is no JSON object: 200 {]")]
    public void ABodyThatIsNoObjectLacksWhatIsRequired(string body, string problem) =>
        AssertSays(true, problem, "bodyNotJson", At(body, Status, Required));

    [Theory]
    [InlineData(100)]
    [InlineData(900)]
    public void AMemberBesideOneThatIsNestedDeepIsThere(int levels) =>
        Assert.Equal(
            CheckResult.At(null),
            At($$"""{"extra":{{Deep.Nested(levels)}},"status":"A"}""", Status, Required)
        );

    [Fact]
    public void ABodyDeeperThanTheKitReadsLacksNothing()
    {
        var look = At($$"""{"extra":{{Deep.Json}},"status":"A"}""", Status, Required);
        Assert.Equal((false, null), (look.IsShown, look.Problem));
        Assert.Contains("nested deeper", look.Unread, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"extra\":\"xxx", true)]
    [InlineData("{\"status\":\"A\"}   ", true)]
    [InlineData("", true)]
    [InlineData("xxx", false)]
    [InlineData("{]", false)]
    [InlineData("{\"status\":\"A\"} x", false)]
    public void ABodyLargerThanTheKitReadsIsWrongOnlyWhereItsBeginningIs(string body, bool mayBeRight)
    {
        var cut = Response(new ReceivedResponse(200, [], Encoding.UTF8.GetBytes(body), IsTruncated: true));
        var look = ResponseMembers.At(cut, [Status], Status, Required);
        Assert.Equal(mayBeRight, look.Unread is not null);
        Assert.Equal(mayBeRight, look.Problem is null);
    }

    private static void AssertSays(bool isShown, string? problem, string key, CheckResult look)
    {
        Assert.Equal((isShown, problem, null), (look.IsShown, look.Problem, look.Unread));
        Assert.Equal(problem is null ? null : key, look.Cause?.Key);
    }

    private static CheckResult At(string body, Member member, Constraint constraint) =>
        ResponseMembers.At(Response(200, body), [Status, Info, Items], member, constraint);
}
