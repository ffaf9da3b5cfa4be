using System.Collections.Frozen;
using System.Globalization;
using Conformance.Reports;

namespace Conformance.Contracts.Provider;

/// <summary>
/// The header fields that Pact's verifier is shown: the media type, and those that the interaction names. Its HTTP client
/// takes about a hundred lines, and acts on fields that no contract is about: it unpacks bodies without a limit.
/// </summary>
/// <param name="Lines">What it is shown.</param>
/// <param name="NotShown">Which of them it could not be shown.</param>
internal sealed record ShownFields(ImmutableArray<Header> Lines, ImmutableArray<NotShown> NotShown)
{
    private const string MediaType = "Content-Type";
    private const int MostLines = 64;
    private const int MostCharacters = 64 * 1024;

    /// <summary>Fields that a client acts on, and does not show to whoever asked.</summary>
    private static readonly FrozenSet<string> OfTheClient = new[]
    {
        "Connection",
        "Content-Encoding",
        "Content-Length",
        "Keep-Alive",
        "Proxy-Connection",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="named">Names of the fields that the interaction looks at.</param>
    public static ShownFields Of(ReceivedResponse response, ImmutableArray<string> named) =>
        named
            .Prepend(MediaType)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Aggregate(new ShownFields([], []), (shown, name) => shown.With(name, response))
            .About(named);

    private ShownFields With(string name, ReceivedResponse response)
    {
        var lines = response.Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return WhyNot(name, lines) is { } why
            ? this with
            {
                NotShown = NotShown.Add(new NotShown(name, why)),
            }
            : this with
            {
                Lines = Lines.AddRange(lines),
            };
    }

    /// <summary>Without what no interaction looks at: it may be silent about the media type.</summary>
    private ShownFields About(ImmutableArray<string> named) =>
        this with
        {
            NotShown = [.. NotShown.Where(part => named.Contains(part.Field!, StringComparer.OrdinalIgnoreCase))],
        };

    private string? WhyNot(string name, List<Header> lines)
    {
        if (OfTheClient.Contains(name))
            return $"whose header field {name} Pact's verifier can't be shown";
        if (!lines.TrueForAll(Relay.CanBeSent))
            return $"with characters beyond ASCII in the header field {name}, which Pact's verifier can't be shown";
        var together = Lines.Concat(lines).ToList();
        return together.Count > MostLines || together.Sum(line => line.Value.Length) > MostCharacters
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"with more than {MostLines} lines or {MostCharacters:#,0} characters of header field {name} and others, which Pact's verifier can't be shown"
            )
            : null;
    }
}
