using System.Globalization;
using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>What a final response begins with. That there is one says that the target responded; no number does.</summary>
/// <param name="Status">HTTP status, from 100.</param>
/// <param name="Headers">Header lines.</param>
internal sealed record ResponseHead(int Status, ImmutableArray<Header> Headers)
{
    private const int LeastStatus = 100;

    /// <summary>
    /// The status, unless it is of no class at all. What is past 599 clients take for a server error (RFC 9110, 15), so it
    /// stays a response; what is below 100 they can't take for anything.
    /// </summary>
    /// <exception cref="MalformedResponseException">It is below 100.</exception>
    internal static int StatusIn(int status) =>
        status >= LeastStatus
            ? status
            : throw new MalformedResponseException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"expected a status from 100 to 599 (RFC 9110, 15), got {status:000}"
                )
            );

    /// <summary>Whether no body follows, whatever the header lines say (RFC 9112, 6.3).</summary>
    internal bool EndsTheResponse(string method) => method == "HEAD" || Status is 101 or 204 or 304;
}
