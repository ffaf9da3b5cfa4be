using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Webhooks that arrive elsewhere when the callback URL is not as plain as most are.</summary>
internal static class CallbackUrls
{
    private const int LongestUrl = 255;

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Edits("ForgetsQueriesOfCallbackUrls", "calls back without the query of the URL", (path, _) => (path, "")),
        Edits(
            "DecodesPathsOfCallbackUrls",
            "decodes the path of a callback URL and escapes what is left to escape",
            (path, query) => (PercentEncoding.Encode(PercentEncoding.Decode(path) ?? path, "/:@!$&'()*+,;="), query)
        ),
        Edits(
            "TrimsSlashesOfCallbackUrls",
            "calls back without the slash at the end of the URL's path",
            (path, query) => (path.Length > 1 ? path.TrimEnd('/') : path, query)
        ),
        EditsText(
            "CutsCallbackUrlsBehind255",
            "keeps the first 255 characters of a callback URL",
            url => url.Length > LongestUrl ? url[..LongestUrl] : url
        ),
        Edits(
            "LowersCallbackUrls",
            "writes callback URLs in lowercase",
            (path, query) => (path.ToLowerInvariant(), query.ToLowerInvariant())
        ),
        Edits(
            "KeepsOneValueOfEachNameOfACallbackQuery",
            "keeps the last of the values that a name has in the query of a callback URL",
            (path, query) => (path, WithOneOfEach(query))
        ),
    ];

    /// <summary>The path and the query, which is empty or begins with a question mark, become others.</summary>
    private static Mutant Edits(string name, string says, Func<string, string, (string Path, string Query)> edit) =>
        EditsUri(
            name,
            says,
            url =>
            {
                var given = url.PathAndQuery;
                var mark = given.IndexOf('?', StringComparison.Ordinal);
                var (path, query) = mark < 0 ? edit(given, "") : edit(given[..mark], given[mark..]);
                return CallbackUrl.At(url, path + query);
            }
        );

    private static Mutant EditsText(string name, string says, Func<string, string> edit) =>
        EditsUri(name, says, url => CallbackUrl.Read(edit(url.AbsoluteUri))!);

    private static Mutant EditsUri(string name, string says, Func<Uri, Uri> edit) =>
        Row(
                name,
                says,
                ["webhook/url-unchanged"],
                () => Correct with { FinishWebhook = webhook => webhook with { Url = edit(webhook.Url) } }
            )
            .ConfiguredBy(WaitsShortly)
            .AlsoBreaking("webhook/*");

    private static string WithOneOfEach(string query) =>
        query.Length < 2
            ? query
            : "?" + string.Join('&', query[1..].Split('&').GroupBy(pair => pair.Split('=')[0]).Select(g => g.Last()));
}
