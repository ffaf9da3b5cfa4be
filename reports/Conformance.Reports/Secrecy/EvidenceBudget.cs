namespace Conformance.Reports.Secrecy;

/// <summary>
/// Keeps the evidence of a run small, whatever a target sends: bodies are kept once, cut where they are long, and once
/// the budget is spent, of each further failure only the last exchange with the beginning of what was sent. Safe for
/// concurrent callers.
/// </summary>
/// <param name="secrets">Taken out of a body before it is cut.</param>
public sealed class EvidenceBudget(Secrets secrets)
{
    /// <summary>Bytes of bodies and headers that one run keeps in full.</summary>
    public const int Bytes = 6 * 1024 * 1024;

    private readonly ExchangeCut _usual = new(secrets, Redaction.LongestBody, longestHeaders: 16 * 1024);
    private readonly ExchangeCut _brief = new(secrets, longestBody: 4 * 1024, longestHeaders: 2 * 1024);
    private readonly ExchangeCut _beyond = new(secrets, longestBody: 512, longestHeaders: 1024);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Body> _bodies = [];
    private int _left = Bytes;

    /// <summary>A step whose exchange is cut to what a report keeps; cheap where it is short already.</summary>
    public Step Cut(Step step) => _usual.Of(step);

    /// <summary>The same, cut shorter: for what is kept of every exchange in case a later one contradicts it.</summary>
    public Step Brief(Step step) => _brief.Of(step);

    /// <summary>Evidence as the report keeps it.</summary>
    public Evidence Of(Evidence evidence)
    {
        var cut = With(evidence, _usual.Of);
        lock (_lock)
        {
            var cost = cut.Exchanges.Select(s => s.Exchange).Append(cut.Control).OfType<Exchange>().Sum(CostOf);
            if (cost > _left)
                return With(cut with { Exchanges = [.. cut.Exchanges.TakeLast(1)] }, _beyond.Of);
            _left -= cost;
            return With(cut, Shared);
        }
    }

    private static Evidence With(Evidence evidence, Func<Exchange, Exchange> exchange) =>
        evidence with
        {
            Exchanges = [.. evidence.Exchanges.Select(step => step with { Exchange = exchange(step.Exchange) })],
            Control = evidence.Control is { } control ? exchange(control) : null,
        };

    private int CostOf(Exchange exchange) =>
        exchange.Request.Url.Length
        + CostOf(exchange.Request.Headers)
        + CostOf(exchange.Request.Body ?? default)
        + CostOf(exchange.Response)
        + CostOf(exchange.PassingFault);

    private int CostOf(ReceivedResponse? response) =>
        response is null ? 0 : CostOf(response.Headers) + CostOf(response.Body);

    private int CostOf(Body body) => body.Bytes.IsEmpty || _bodies.ContainsKey(body.Digest) ? 0 : body.Bytes.Length;

    private static int CostOf(ImmutableArray<Header> headers) => headers.Sum(h => h.Name.Length + h.Value.Length);

    /// <summary>The exchange with bodies that are in memory once, however often they came.</summary>
    private Exchange Shared(Exchange exchange)
    {
        return exchange with
        {
            Request = exchange.Request with { Body = exchange.Request.Body is { } sent ? Once(sent) : (Body?)null },
            Response = exchange.Response is { } response ? response with { Body = Once(response.Body) } : null,
        };

        Body Once(Body body)
        {
            if (body.Bytes.IsEmpty)
                return body;
            var digest = body.Digest;
            if (!_bodies.TryGetValue(digest, out var known))
                _bodies[digest] = known = body;
            return Body.FirstOf(known.Bytes, body.Length);
        }
    }
}
