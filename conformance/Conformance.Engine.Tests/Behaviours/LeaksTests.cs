using System.Text;
using Conformance.Engine.Behaviours;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Running;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>A value of the run that a request did not send is another request's.</summary>
public sealed class LeaksTests
{
    private const string Run = "kit42";
    private const string Own = Run + "aaaaaaaaaa";
    private const string Other = Run + "bbbbbbbbbb";

    [Theory]
    [InlineData($$"""{"message":"{{Other}} is taken"}""", true)]
    [InlineData($$"""{"message":"{{Own}} is taken"}""", false)]
    [InlineData($$"""{"arn":"arn:aws:x:definition/{{Own}}/run/1"}""", false)]
    [InlineData($$"""{"arn":"arn:aws:x:definition/{{Other}}/run/1"}""", true)]
    [InlineData("""{"message":"kit42ten"}""", false)]
    [InlineData($$"""{"message":"{{Run}}aaaaaaaa…"}""", false)]
    [InlineData("""{"id":"0123kit42bbbbbbbbbb"}""", false)]
    [InlineData("""{"status":"ACTIVE"}""", false)]
    [InlineData($$"""{"message":"behind \\u0022{{Other}}\\u0022"}""", true)]
    [InlineData($$"""{"message":"behind \\u0022{{Own}}\\u0022"}""", false)]
    public void ANameThatWasNotSentIsALeak(string body, bool isLeak) => Assert.Equal(isLeak, Shows(body));

    [Fact]
    public void WhatTheRequestNamesInItsPathIsItsOwn() =>
        Assert.False(
            Shows(
                $$"""{"message":"{{Other}}"}""",
                request => request with { Segments = request.Segments.Add("thing", Other) }
            )
        );

    [Fact]
    public void WhatIsDecodedTwiceIsStillTheRequestsOwn() =>
        Assert.False(
            Shows(
                $$"""{"message":"{{Other}}"}""",
                request => request with { Segments = request.Segments.Add("thing", Other.Replace("b", "%2562")) }
            )
        );

    [Fact]
    public void AConflictMayNameWhatItConflictsWith() =>
        Assert.False(Leaks.Shows(Seen($$"""{"resourceId":"{{Other}}"}""", 409, request => request)));

    [Fact]
    public void AListShowsWhatOthersMade() =>
        Assert.False(Shows($$"""{"things":["{{Other}}"]}""", request => request with { Operation = Things.List }));

    private static bool Shows(string body, Func<RequestDraft, RequestDraft>? change = null) =>
        Leaks.Shows(Seen(body, 400, change ?? (request => request)));

    private static Observed Seen(string body, int status, Func<RequestDraft, RequestDraft> change) =>
        new(
            change(
                new RequestDraft(
                    Things.Put,
                    ImmutableDictionary<string, string>.Empty,
                    JsonValue.Parse($$"""{"name":"{{Own}}"}""")
                )
            ),
            new ReceivedResponse(status, [], Encoding.UTF8.GetBytes(body), false),
            Run
        );
}
