using Conformance.Engine.Webhooks;
using Conformance.Generators;

namespace Conformance.Engine.Tests.Webhooks;

public sealed class DeliveryChecksTests
{
    [Theory]
    [InlineData("SUCCEEDED")]
    [InlineData("FAILED")]
    [InlineData("CANCELED")]
    public void ARunEndsInThreeWays(string status) =>
        Assert.Equal((true, null), Terminal($$"""{"status":"{{status}}"}"""));

    [Theory]
    [InlineData("""{"status":"RUNNING"}""", "status \"RUNNING\"")]
    [InlineData("""{"status":"succeeded"}""", "status \"succeeded\"")]
    [InlineData("""{"status":null}""", "status null")]
    [InlineData("""{"status":["SUCCEEDED"]}""", "status [\"SUCCEEDED\"]")]
    public void AnyOtherStatusIsNoEnd(string body, string problem) => Assert.Equal((true, problem), Terminal(body));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not JSON")]
    public void ABodyWithoutTheMemberShowsNoStatus(string body) => Assert.Equal((false, null), Terminal(body));

    [Fact]
    public void TheStatusMayLieDeeper() =>
        Assert.Null(DeliveryChecks.IsTerminal(Deliveries.Of("""{"run":{"status":"FAILED"}}"""), "run.status").Problem);

    [Fact]
    public void TheWayOfTheEndIsTold()
    {
        var delivery = Deliveries.Of("""{"status":"FAILED"}""");
        Assert.Null(DeliveryChecks.HasEndedAs(delivery, "status", "FAILED").Problem);
        Assert.Equal("status \"FAILED\"", DeliveryChecks.HasEndedAs(delivery, "status", "CANCELED").Problem);
        Assert.False(DeliveryChecks.HasEndedAs(Deliveries.Of("{}"), "status", "FAILED").IsShown);
    }

    [Theory]
    [InlineData("""{"ctx":{"b":[1,null],"a":"é"}}""")]
    [InlineData("""{"ctx":{"a":"\u00e9","b":[1.0,null]},"more":1}""")]
    [InlineData("""{"detail":{"context":{"a":"é","b":[1,null]}}}""")]
    public void AContextComesBackWhereverItStands(string body) => Assert.Equal((true, null), Context(body));

    [Theory]
    [InlineData("""{"ctx":{"a":"é","b":[1]}}""", "$.b[1]: null is gone")]
    [InlineData("""{"ctx":"{\"a\":\"é\",\"b\":[1,null]}"}""", "became")]
    [InlineData("""{"ctx":null}""", "became null")]
    [InlineData("""{"other":{"a":"e"}}""", "no ctx in POST")]
    [InlineData("{}", "no ctx in POST")]
    [InlineData("nothing", "no JSON")]
    public void AContextThatIsChangedOrLostIsNoticed(string body, string problem) =>
        Assert.Contains(problem, Context(body).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"ctx":null}""", null)]
    [InlineData("""{"ctx":{}}""", "ctx {}")]
    public void WithoutAContextTheMemberIsAbsentOrNull(string body, string? problem) =>
        Assert.Equal(problem, DeliveryChecks.HasContext(Deliveries.Of(body), "ctx", null).Problem);

    [Fact]
    public void NumbersThatDoublesCantHoldAreOnlyNoted()
    {
        var delivery = Deliveries.Of("""{"ctx":{"n":12345678901234567000}}""");
        var sent = JsonValue.Parse("""{"n":12345678901234567890}""");
        Assert.Null(DeliveryChecks.HasContext(delivery, "ctx", sent).Problem);
        Assert.Equal("$.n", Assert.Single(DeliveryChecks.PrecisionLost(delivery, "ctx", sent)).Path);
    }

    public static TheoryData<string> Illegible => ["cut", "broken", "compressed"];

    [Theory]
    [MemberData(nameof(Illegible))]
    public void ABodyThatCanNotBeReadShowsNothing(string how)
    {
        var whole = Deliveries.Of("""{"status":"RUNNING"}""");
        var cut = how switch
        {
            "cut" => whole with { IsTruncated = true },
            "broken" => whole with { Broken = "it broke off" },
            _ => whole.With("Content-Encoding", "gzip"),
        };
        Assert.False(DeliveryChecks.IsTerminal(cut, "status").IsShown);
        Assert.False(DeliveryChecks.HasContext(cut, "ctx", JsonValue.Parse("{}")).IsShown);
        Assert.False(DeliveryChecks.IsJson(cut).IsShown);
    }

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"b":2.0,"a":1}""", 1)]
    [InlineData("""{"a":1}""", """{"a":2}""", 2)]
    [InlineData("text", "text", 1)]
    [InlineData("text", "{}", 2)]
    public void TheSameAgainIsNoSecondWebhook(string first, string second, int distinct) =>
        Assert.Equal(distinct, new[] { Deliveries.Of(first), Deliveries.Of(second) }.Distinct().Length);

    [Fact]
    public void WhatDidNotArriveWholeWasNoWebhook() =>
        Assert.Single(new[] { Deliveries.Of("{") with { Broken = "cut" }, Deliveries.Of("{}") }.Distinct());

    [Theory]
    [InlineData("application/json", null)]
    [InlineData("application/JSON; charset=utf-8", null)]
    [InlineData("application/cloudevents+json", null)]
    [InlineData("text/plain", "content type text/plain")]
    public void JsonSaysThatItIsJson(string type, string? problem) =>
        Assert.Equal(problem, DeliveryChecks.IsJson(Deliveries.Of("{}", ("Content-Type", type))).Problem);

    [Fact]
    public void NoJsonAndNoContentTypeAreNoticed()
    {
        Assert.NotNull(DeliveryChecks.IsJson(Deliveries.Of("{}")).Problem);
        Assert.NotNull(DeliveryChecks.IsJson(Deliveries.Of("", ("Content-Type", "application/json"))).Problem);
        Assert.Null(DeliveryChecks.IsJson(Deliveries.Of("\ufeff{}", ("Content-Type", "application/json"))).Problem);
    }

    [Theory]
    [InlineData("OPTIONS")]
    [InlineData("HEAD")]
    [InlineData("GET")]
    public void WhoeverOnlyAsksSendsNoWebhook(string method) =>
        Assert.Single(new[] { Deliveries.Of("") with { Method = method }, Deliveries.Of("{}") }.Distinct());

    [Fact]
    public void AnotherMethodIsNoPost()
    {
        Assert.Null(DeliveryChecks.IsPosted(Deliveries.Of("{}")).Problem);
        Assert.Equal("a PUT request", DeliveryChecks.IsPosted(Deliveries.Of("{}") with { Method = "PUT" }).Problem);
    }

    private static (bool IsShown, string? Problem) Terminal(string body)
    {
        var look = DeliveryChecks.IsTerminal(Deliveries.Of(body), "status");
        return (look.IsShown, look.Problem);
    }

    private static (bool IsShown, string? Problem) Context(string body)
    {
        var sent = JsonValue.Parse("""{"a":"é","b":[1,null]}""");
        var look = DeliveryChecks.HasContext(Deliveries.Of(body), "ctx", sent);
        return (look.IsShown, look.Problem);
    }
}
