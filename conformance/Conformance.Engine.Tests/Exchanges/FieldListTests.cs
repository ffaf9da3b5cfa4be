using Conformance.Engine.Exchanges;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;
using static Conformance.Engine.Tests.Testing.Seen;

namespace Conformance.Engine.Tests.Exchanges;

public sealed class FieldListTests
{
    [Theory]
    [InlineData("sdkVersion")]
    [InlineData("clientInfo.sdkVersion")]
    [InlineData("/clientInfo/sdkVersion")]
    [InlineData("#/clientInfo/sdkVersion")]
    [InlineData("$.clientInfo.sdkVersion")]
    [InlineData("$['clientInfo']['sdkVersion']")]
    [InlineData("ClientInfo.SdkVersion")]
    [InlineData("body.clientInfo.sdkVersion")]
    [InlineData("clientInfo")]
    [InlineData("/clientInfo")]
    public void AnyNotationOfThePathMeansTheMember(string named) =>
        Assert.True(FieldList.MeansSame(named, Member("clientInfo.sdkVersion", JsonKind.String)));

    [Theory]
    [InlineData("")]
    [InlineData("$")]
    [InlineData("modelId")]
    [InlineData("version")]
    [InlineData("sdkVersions")]
    public void AnotherNameMeansAnotherMember(string named) =>
        Assert.False(FieldList.MeansSame(named, Member("clientInfo.sdkVersion", JsonKind.String)));

    [Theory]
    [InlineData("inputs")]
    [InlineData("inputs[0].nodeName")]
    [InlineData("/inputs/0/nodeName")]
    [InlineData("inputs.1.member.nodeName")]
    public void ItemsOfAListAreMeantWithAndWithoutTheirPosition(string named) =>
        Assert.True(FieldList.MeansSame(named, Member("inputs[].nodeName", JsonKind.String)));

    [Fact]
    public void TheNamesAreReadAsTheyStand() =>
        Assert.Equal(
            ["/a", "", "b"],
            Named(
                Response(
                    400,
                    """{"fieldList":[{"name":"/a"},{"name":"\ud800"},{"name":1},{"message":"m"},"c",{"name":"b"}]}"""
                )
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"fieldList":null}""")]
    [InlineData("""{"fieldList":{"name":"a"}}""")]
    public void WithoutAListNothingIsNamed(string body) => Assert.Empty(Named(Response(400, body)));

    [Fact]
    public void NoResponseNamesNothing() => Assert.Empty(Named(Failure(TransportFailureKind.Timeout)));

    [Fact]
    public void AListOfPlainNamesIsReadToo()
    {
        var plain = Made.Operation() with
        {
            Errors =
            [
                Made.Invalid with
                {
                    Members = [Made.Member("wrong", JsonKind.Array) with { Role = MemberRole.InvalidMembers }],
                },
            ],
        };
        Assert.Equal(["a", "b"], FieldList.Named(Response(400, """{"wrong":["a",{"name":"x"},"b"]}"""), plain));
        Assert.Empty(FieldList.Named(Response(400, """{"wrong":["a"]}"""), Made.Operation()));
    }

    private static IReadOnlyList<string> Named(Exchange exchange) =>
        FieldList.Named(exchange, Made.Operation() with { Errors = [Made.Listing] });
}
