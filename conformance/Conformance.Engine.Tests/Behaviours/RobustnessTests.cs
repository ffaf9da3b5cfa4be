using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Engine.Behaviours;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Behaviours;

public sealed class RobustnessTests
{
    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [InlineData(500, null, true)]
    [InlineData(500, "1", true)]
    [InlineData(503, null, true)]
    [InlineData(503, "3600", false)]
    [InlineData(429, "1", false)]
    public void WhoeverAsksForPatienceHasNotFailed(int status, string? retryAfter, bool isBroken)
    {
        ImmutableArray<Header> headers = retryAfter is null ? [] : [new("Retry-After", retryAfter)];
        var invariant = Robustness
            .Of(ProtocolCatalog.Of("rest-json-1"))
            .Single(i => i.Behaviour == "robustness/no-server-error");
        Assert.Equal(isBroken, invariant.IsBroken(Seen(new ReceivedResponse(status, headers, default(Body), false))));
    }

    [Theory]
    [MemberData(nameof(Traces))]
    public void ATraceIsFound(string trace) => Assert.True(Shows(trace));

    [Theory]
    [MemberData(nameof(Traces))]
    public void ATraceInsideAJsonStringIsFound(string trace)
    {
        var text = JsonSerializer.Serialize(trace, Relaxed);
        Assert.True(Shows($$"""{"message":"it failed","detail":{{text}}}"""), text);
    }

    [Theory]
    [MemberData(nameof(Traces))]
    public void ATraceInsideHtmlIsFound(string trace)
    {
        var html = WebUtility.HtmlEncode(trace);
        Assert.True(Shows($"<html><body><pre>{html}</pre></body></html>"), html);
        Assert.True(Shows($"<p>{html.Replace("\n", "<br>", StringComparison.Ordinal)}</p>"), html);
    }

    [Theory]
    [InlineData("""{"message":"the value at (modelId) is too long"}""")]
    [InlineData("""{"message":"1 validation error detected: value at 'modelId' failed to satisfy constraint"}""")]
    [InlineData("""{"message":"too many requests at 12:30 (UTC)"}""")]
    [InlineData("""{"startedAt":"2026-01-02T03:04:05.123Z","at":"(now)"}""")]
    [InlineData("""{"message":"closed:\nat midnight (UTC) it opens again"}""")]
    [InlineData("Closed for today.\nat noon (UTC) it opens again")]
    [InlineData("<p>at startup (see the guide) the flow is read</p>")]
    [InlineData("look for help\nat docs.example.com (section 3)")]
    [InlineData("""{"message":"main.py, app.js, Program.cs and index.php are no names of a workflow"}""")]
    [InlineData("""{"message":"invalid JSON at line 3, column 17 (byte 44)"}""")]
    [InlineData("""{"message":"Expected '}' at position 12:5"}""")]
    [InlineData("""{"message":"#1 of 3 items is rejected (see fieldList)"}""")]
    [InlineData("""{"message":"a traceback is not shown; goroutine, thread and frame are words"}""")]
    [InlineData("""{"arn":"arn:aws:nova-act:us-east-1:000000000000:workflow-definition/at.a.b(c)"}""")]
    [InlineData("")]
    public void AnInnocentTextIsNotAccused(string body) => Assert.False(Shows(body));

    [Theory]
    [InlineData("\n")]
    [InlineData(" ")]
    [InlineData(">")]
    [InlineData("\\nat a.b(")]
    [InlineData("at ")]
    [InlineData("#1")]
    [InlineData("a.")]
    public void AHostileBodyIsInspectedInTime(string part) =>
        Assert.False(Shows(string.Concat(Enumerable.Repeat(part, 100_000 / part.Length))));

    [Theory]
    [InlineData("robustness/no-server-error", 500, true)]
    [InlineData("robustness/no-server-error", 599, true)]
    [InlineData("robustness/no-server-error", 499, false)]
    [InlineData("robustness/request-id", 200, true)]
    public void AnInvariantIsBrokenOrNot(string behaviour, int status, bool isBroken) =>
        Assert.Equal(isBroken, Invariant(behaviour)(new ReceivedResponse(status, [], default, false)));

    [Theory]
    [InlineData("application/json", """{"message":"Größe"}""", false)]
    [InlineData("application/json; charset=utf-8", """["a",1,null]""", false)]
    [InlineData("application/json", "", false)]
    [InlineData("application/json", """{"message":"Grö""", true)]
    [InlineData("application/json", """{"a":1}{"b":2}""", true)]
    [InlineData("application/json", "an error", true)]
    [InlineData("text/plain", "an error", false)]
    [InlineData("text/html", "<p>an error</p>", false)]
    public void WhatSaysThatItIsJsonIsJson(string contentType, string body, bool isBroken) =>
        Assert.Equal(
            isBroken,
            Invariant("robustness/well-formed-json")(
                new ReceivedResponse(
                    400,
                    [new Header("Content-Type", contentType)],
                    Encoding.UTF8.GetBytes(body),
                    false
                )
            )
        );

    [Fact]
    public void TextThatIsNoUtf8IsNoJson() =>
        Assert.True(
            Invariant("robustness/well-formed-json")(
                new ReceivedResponse(
                    200,
                    [new Header("Content-Type", "application/json")],
                    Encoding.Latin1.GetBytes("""{"message":"Größe"}"""),
                    false
                )
            )
        );

    [Theory]
    [InlineData("X-AMZN-REQUESTID", "1", false)]
    [InlineData("x-amzn-RequestId", " ", true)]
    public void ARequestIdIsAHeaderThatSaysSomething(string name, string value, bool isBroken) =>
        Assert.Equal(
            isBroken,
            Invariant("robustness/request-id")(new ReceivedResponse(200, [new Header(name, value)], default, false))
        );

    public static TheoryData<string> Traces() =>
        [
            "System.InvalidOperationException: no\n   at Acme.Api.Runs.Create(String name) in /src/Api/Runs.cs:line 42",
            "System.NullReferenceException: no\r\n   at Acme.Runs.Create(String name, Int32 count)\r\n   at Acme.Program.Main()",
            "java.lang.IllegalStateException: no\n\tat com.acme.api.Runs.create(Runs.java:42)\n\t... 3 more",
            "java.lang.NullPointerException\n\tat java.base/java.util.Objects.requireNonNull(Objects.java:233)",
            "kotlin.KotlinNullPointerException\n\tat com.acme.RunsKt$create$1.invokeSuspend(Runs.kt:12)",
            "jakarta.servlet.ServletException: no\n\tcom.acme.RunServlet.doPut(RunServlet.java:23)",
            "Traceback (most recent call last):\n  File \"/app/main.py\", line 10, in create\nKeyError: 'name'",
            "TypeError: no\n    at Object.create (/app/src/runs.js:10:15)\n    at process.next (node:internal/task:95:5)",
            "Error: no\n    at async file:///app/runs.mjs:3:9",
            "panic: no\n\ngoroutine 1 [running]:\nmain.main()\n\t/app/main.go:9 +0x1d",
            "/app/lib/runs.rb:12:in `create': no (RuntimeError)\n\tfrom /app/main.rb:3:in `<main>'",
            "/app/lib/runs.rb:12:in 'Runs#create': no (RuntimeError)",
            "PHP Fatal error: Uncaught Exception\n#0 /var/www/index.php(12): Runs->create()\n#1 {main}",
        ];

    private static bool Shows(string body) =>
        Robustness.ShowsStackTrace(new ReceivedResponse(200, [], Encoding.UTF8.GetBytes(body), false));

    private static Func<ReceivedResponse, bool> Invariant(string behaviour) =>
        response =>
            Robustness
                .Of(ProtocolCatalog.Of("rest-json-1"))
                .Single(invariant => invariant.Behaviour == behaviour)
                .IsBroken(Seen(response));

    private static Observed Seen(ReceivedResponse response) =>
        new(new RequestDraft(Made.Operation(), ImmutableDictionary<string, string>.Empty, null), response, "kit");
}
