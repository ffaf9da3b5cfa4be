using System.Text;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Callback URLs that are rejected or written anew because of how they are spelt.</summary>
internal static class CallbackSpellings
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Edits(
            "CollapsesSlashesOfCallbackPaths",
            "writes one slash for several in the path of a callback URL",
            (path, query) => (Collapsed(path), query)
        ),
        Edits(
            "RereadsCallbackQueries",
            "reads the query of a callback URL as a form and writes it again",
            (path, query) => (path, Reread(query))
        ),
    ];

    private static Mutant Edits(string name, string says, Func<string, string, (string Path, string Query)> edit) =>
        Row(
                name,
                says,
                ["webhook/url-unchanged"],
                () => Correct with { FinishWebhook = webhook => webhook with { Url = Edited(webhook.Url, edit) } }
            )
            .ConfiguredBy(WaitsShortly)
            .AlsoBreaking("webhook/*");

    private static Uri Edited(Uri url, Func<string, string, (string Path, string Query)> edit)
    {
        var parts = url.PathAndQuery.Split('?', 2);
        var (path, query) = edit(parts[0], parts is [_, var given] ? $"?{given}" : "");
        return CallbackUrl.At(url, path + query);
    }

    private static string Collapsed(string path)
    {
        var collapsed = new StringBuilder(path.Length);
        foreach (var character in path)
            if (character != '/' || collapsed is not [.., '/'])
                collapsed.Append(character);
        return collapsed.ToString();
    }

    private static string Reread(string query) =>
        query.Length < 2
            ? query
            : "?" + string.Join('&', query[1..].Split('&').Select(pair => Reread(pair.Split('=', 2))));

    private static string Reread(string[] pair) =>
        string.Join('=', pair.Append("").Take(2).Select(text => PercentEncoding.Encode(Decoded(text))));

    private static string Decoded(string text) => PercentEncoding.Decode(text.Replace('+', ' ')) ?? text;
}
