using System.Globalization;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Exchanges;

/// <summary>Which HTTP statuses satisfy a requirement.</summary>
/// <param name="Says">In words, for the report: <c>404 NotFound</c>.</param>
/// <param name="Statuses">The statuses that satisfy it.</param>
public sealed record Expectation(string Says, ImmutableArray<int> Statuses)
{
    /// <summary>The one status that is documented; null where several are as good.</summary>
    public int? Documented { get; init; }

    /// <summary>Whether the request has to be accepted.</summary>
    public bool IsOfAcceptance => Statuses.Any(status => status is >= 200 and < 300);

    /// <summary>Any status from 200 to 299.</summary>
    public static readonly Expectation Accepted = new(
        "the request to be accepted (2xx)",
        [.. Enumerable.Range(200, 100)]
    );

    /// <summary>Any status from 400 to 499.</summary>
    public static readonly Expectation AnyClientError = new(
        "the request to be rejected (4xx)",
        [.. Enumerable.Range(400, 100)]
    );

    /// <summary>The documented error for this kind of mistake; any client error where the documents name none.</summary>
    public static Expectation Rejected(Operation operation, ErrorCause cause) =>
        operation.ErrorFor(cause) is { } error
            ? new($"{error.Status} {error.Name}", [error.Status]) { Documented = error.Status }
            : AnyClientError;

    /// <summary>This expectation, or one of these statuses.</summary>
    public Expectation Or(params ReadOnlySpan<int> statuses)
    {
        var words = string.Join(", ", statuses.ToArray().Select(s => s.ToString(CultureInfo.InvariantCulture)));
        return this with { Says = $"{Says} (or {words})", Statuses = [.. Statuses, .. statuses] };
    }

    /// <summary>Whether this status satisfies it.</summary>
    public bool IsMetBy(int status) => Statuses.Contains(status);

    /// <summary>Whether a response came and its status, or that of the error in its stream, satisfies this.</summary>
    public bool IsMetBy(Exchange exchange) => exchange.EffectiveStatus() is { } status && IsMetBy(status);
}
