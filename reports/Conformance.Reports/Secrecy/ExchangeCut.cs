using Conformance.Reports.Text;

namespace Conformance.Reports.Secrecy;

/// <summary>Cuts what is long in an exchange, after the secrets are taken out of it.</summary>
/// <param name="secrets">Taken out of whatever is cut.</param>
/// <param name="longestBody">Bytes of a body that are kept.</param>
/// <param name="longestHeaders">Characters of a message's header lines that are kept.</param>
internal sealed class ExchangeCut(Secrets secrets, int longestBody, int longestHeaders)
{
    private const int MostArrivals = 64;
    private const int LongestText = 4 * 1024;

    /// <summary>The exchange; the same one where nothing in it is too long.</summary>
    public Exchange Of(Exchange exchange) =>
        IsShort(exchange)
            ? exchange
            : exchange with
            {
                Request = exchange.Request with
                {
                    Headers = Of(exchange.Request.Headers),
                    Body = exchange.Request.Body is { } sent ? Of(sent) : (Body?)null,
                },
                Response = Of(exchange.Response),
                PassingFault = Of(exchange.PassingFault),
                Failure = Of(exchange.Failure),
                StreamedError = exchange.StreamedError is { } error
                    ? error with
                    {
                        Name = Cut(error.Name),
                        Payload = Cut(error.Payload),
                    }
                    : null,
            };

    /// <summary>The step with its exchange cut.</summary>
    public Step Of(Step step) =>
        Of(step.Exchange) is var cut && ReferenceEquals(cut, step.Exchange) ? step : step with { Exchange = cut };

    private bool IsShort(Exchange exchange) =>
        (exchange.Request.Body?.Bytes.Length ?? 0) <= longestBody
        && LengthOf(exchange.Request.Headers) <= longestHeaders
        && (exchange.StreamedError is not { } error || error.Name.Length + error.Payload.Length <= LongestText)
        && IsShort(exchange.Failure)
        && IsShort(exchange.Response)
        && IsShort(exchange.PassingFault);

    private bool IsShort(ReceivedResponse? response) =>
        response is null
        || (
            response.Body.Bytes.Length <= longestBody
            && LengthOf(response.Headers) <= longestHeaders
            && (response.Arrivals?.Length ?? 0) <= MostArrivals
            && IsShort(response.BrokenOff)
        );

    private static bool IsShort(TransportFailure? failure) => (failure?.Detail.Length ?? 0) <= LongestText;

    private TransportFailure? Of(TransportFailure? failure) =>
        failure is null ? null : failure with { Detail = Cut(failure.Detail) };

    private string Cut(string text) => Shortened.To(LongestText, secrets.Redact(text));

    private static int LengthOf(ImmutableArray<Header> headers)
    {
        var length = 0;
        foreach (var header in headers)
            length += header.Name.Length + header.Value.Length;
        return length;
    }

    private ReceivedResponse? Of(ReceivedResponse? response) =>
        response is null
            ? null
            : response with
            {
                Headers = Of(response.Headers),
                Body = Of(response.Body),
                BrokenOff = Of(response.BrokenOff),
                Arrivals = response.Arrivals is { Length: > MostArrivals } arrivals
                    ? arrivals[..MostArrivals]
                    : response.Arrivals,
            };

    private Body Of(Body body) => body.Bytes.Length <= longestBody ? body : Redaction.Of(body, secrets, longestBody);

    private ImmutableArray<Header> Of(ImmutableArray<Header> headers)
    {
        if (LengthOf(headers) <= longestHeaders)
            return headers;
        var kept = ImmutableArray.CreateBuilder<Header>();
        var room = longestHeaders;
        foreach (var header in headers)
        {
            var (name, value) = (secrets.Redact(header.Name), secrets.Redact(header.Value));
            if (name.Length >= room)
                break;
            room -= name.Length;
            kept.Add(new Header(name, value.Length <= room ? value : value[..room] + Layer.Ellipsis));
            room -= Math.Min(value.Length, room);
        }
        if (kept.Count < headers.Length)
            kept.Add(new Header($"{Layer.Ellipsis}", $"{headers.Length - kept.Count} more header lines"));
        return kept.DrainToImmutable();
    }
}
