using Conformance.Reference.Pennsieve;
using Conformance.Reports;

namespace Conformance.Apis.Tests.Pennsieve;

/// <summary>A webhook arrives at the URL that was given, byte for byte but for what any reader of URLs may normalise.</summary>
public sealed class CallbackUrlTests
{
    private const string Id = "webhook/url-unchanged";

    private static readonly Dictionary<string, Func<string, string>> Faults = new()
    {
        ["drops queries"] = url => url.Split('?')[0],
        ["drops slashes at the end"] = url => url.TrimEnd('/'),
        ["merges slashes"] = url =>
            url.Replace("//", "/", StringComparison.Ordinal).Replace("http:/", "http://", StringComparison.Ordinal),
        ["writes URLs in lowercase"] = url => url.ToLowerInvariant(),
        ["escapes twice"] = url => url.Replace("%", "%25", StringComparison.Ordinal),
        ["writes blanks as plus signs"] = url => url.Replace("%20", "+", StringComparison.Ordinal),
        ["writes plus signs as blanks"] = url => url.Replace("+", "%20", StringComparison.Ordinal),
        ["decodes slashes"] = url => url.Replace("%2F", "/", StringComparison.Ordinal),
        ["cuts URLs after 1,024 characters"] = url => url.Length > 1_024 ? url[..1_024] : url,
        ["keeps one value of a name"] = url => url.Replace("&k=2&k=1", "", StringComparison.Ordinal),
        ["calls something below"] = url => url + "/webhook",
        ["adds a query"] = url => url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "run=1",
    };

    private static readonly Dictionary<string, Func<string, string>> Allowed = new()
    {
        ["escapes in capitals"] = url => url.Replace("%e4%b8%96%c3%bc", "%E4%B8%96%C3%BC", StringComparison.Ordinal),
        ["an escaped tilde"] = url => url.Replace("~", "%7E", StringComparison.Ordinal),
        ["a decoded slash in a query"] = url => url.Replace("?q=a%2Fb", "?q=a/b", StringComparison.Ordinal),
        ["an escaped apostrophe"] = url => url.Replace("'", "%27", StringComparison.Ordinal),
    };

    public static TheoryData<string> Wrong => [.. Faults.Keys];

    public static TheoryData<string> Right => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task AnotherUrlFails(string fault)
    {
        var report = await PennsieveRuns.Of(Calling(Faults[fault]), Id);
        Assert.True(report.On(Id).Outcome == Outcome.Failed, report.NotPassed());
        Assert.Matches("expected its webhook at .*, got it at ", report.On(Id).Reason);
    }

    [Theory]
    [MemberData(nameof(Right))]
    public async Task AnotherSpellingPasses(string spelling)
    {
        var report = await PennsieveRuns.Of(
            new(),
            Calling(Allowed[spelling]),
            PennsieveRuns.Configuration,
            options => options with { Profile = Engine.Testing.Profile.Standard },
            Id
        );
        Assert.True(report.On(Id).Outcome == Outcome.Passed, report.NotPassed());
    }

    [Fact]
    public async Task TheSmallestFormIsShown()
    {
        var verdict = (await PennsieveRuns.Of(Calling(Faults["writes blanks as plus signs"]), Id)).On(Id);
        Assert.StartsWith("a run with a callback URL with %20 in its", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UrlsMayBeRejectedForTheirForm()
    {
        var strict = PennsieveBehaviour.Correct with
        {
            ChooseMode = asked =>
                asked.CallbackUrl is { Query.Length: > 0 }
                    ? Mode.Rejected(new(400, "BadRequest", "no query"))
                    : Mode.Choose(asked),
        };
        var report = await PennsieveRuns.Of(strict, Id);
        Assert.True(report.On(Id).Outcome == Outcome.Passed, report.NotPassed());
        Assert.Contains(report.Observations, o => o.Interpretation == "R35");
    }

    /// <summary>The path and query as they are written: no reader of URLs is in between.</summary>
    private static PennsieveBehaviour Calling(Func<string, string> change) =>
        PennsieveBehaviour.Correct with
        {
            FinishWebhook = webhook =>
                webhook with
                {
                    Url = new Uri(
                        change(webhook.Url.OriginalString),
                        new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
                    ),
                },
        };
}
