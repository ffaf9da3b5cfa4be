using System.Text;
using Conformance.Reports;

namespace Conformance.Suite.Running;

/// <summary>
/// Takes secrets out of everything that is written: a target may echo what it was sent. Requests are recorded without
/// them already; here it is the rest.
/// </summary>
/// <param name="secrets">The secrets' values.</param>
public sealed class Redaction(IEnumerable<string> secrets)
{
    private const string Mark = "‹redacted›";

    // A shorter one would be found in everything.
    private const int ShortestSecret = 6;

    private readonly ImmutableArray<string> _secrets =
    [
        .. secrets.Where(s => s.Length >= ShortestSecret).OrderByDescending(s => s.Length),
    ];

    /// <summary>The verdict without secrets.</summary>
    public Verdict Of(Verdict verdict) =>
        _secrets.IsEmpty
            ? verdict
            : verdict with
            {
                Reason = verdict.Reason is { } reason ? Of(reason) : null,
                FailedCases = [.. verdict.FailedCases.Select(Of)],
                Evidence = verdict.Evidence is { } evidence ? Of(evidence) : null,
            };

    /// <summary>The observation without secrets.</summary>
    public Observation Of(Observation observation) => observation with { Saw = Of(observation.Saw) };

    /// <summary>The coverage without secrets.</summary>
    public ConstraintCoverage Of(ConstraintCoverage coverage) =>
        _secrets.IsEmpty ? coverage : coverage with { Classes = [.. coverage.Classes.Select(Of)] };

    /// <summary>The text without secrets.</summary>
    public string Of(string text) =>
        _secrets.Aggregate(text, (clean, secret) => clean.Replace(secret, Mark, StringComparison.Ordinal));

    private ClassCoverage Of(ClassCoverage @class) =>
        @class with
        {
            Example = @class.Example is { } example ? Of(example) : null,
            WhyNone = @class.WhyNone is { } why ? Of(why) : null,
        };

    private Evidence Of(Evidence evidence) =>
        evidence with
        {
            Case = Of(evidence.Case),
            Expected = Of(evidence.Expected),
            Actual = Of(evidence.Actual),
            Exchanges = [.. evidence.Exchanges.Select(step => step with { Exchange = Of(step.Exchange) })],
            Twin = evidence.Twin is { } twin ? Of(twin) : null,
        };

    private Exchange Of(Exchange exchange) =>
        exchange with
        {
            Response = exchange.Response is { } response ? Of(response) : null,
            Failure = Of(exchange.Failure),
        };

    private ReceivedResponse Of(ReceivedResponse response) =>
        response with
        {
            Headers = [.. response.Headers.Select(h => h with { Value = Of(h.Value) })],
            Body = Of(response.Body),
            BrokenOff = Of(response.BrokenOff),
        };

    private TransportFailure? Of(TransportFailure? failure) =>
        failure is null ? null : failure with { Detail = Of(failure.Detail) };

    /// <summary>Bytes that hold a secret come back without it; others are left as they are.</summary>
    private ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> body)
    {
        var text = Encoding.Latin1.GetString(body.Span);
        var clean = _secrets
            .Select(secret => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret)))
            .Aggregate(text, (rest, secret) => rest.Replace(secret, "(redacted)", StringComparison.Ordinal));
        return clean.Length == text.Length && clean == text ? body : Encoding.Latin1.GetBytes(clean);
    }
}
