using System.Globalization;
using Conformance.Schemas;

namespace Conformance.Reports.Text;

/// <summary>The words in which reports name outcomes, levels and reasons.</summary>
internal static class Words
{
    public static string Of(ConclusionKind kind) =>
        kind switch
        {
            ConclusionKind.Conformant => "Conformant",
            ConclusionKind.NotConformant => "Not conformant",
            _ => "Inconclusive",
        };

    public static string Of(Standing standing) =>
        standing switch
        {
            Standing.Failed => "failed",
            Standing.Warning => "warning",
            Standing.Errored => "errored",
            Standing.Skipped => "skipped",
            _ => "passed",
        };

    public static string Of(Level level) =>
        level switch
        {
            Level.Must => "must",
            Level.Should => "should",
            _ => "may",
        };

    /// <summary>What a failure at this level does to the verdict.</summary>
    public static string Weight(Level level, bool isStrict) =>
        level switch
        {
            Level.Must => "mandatory",
            Level.Should when isStrict => "mandatory, as the run is strict",
            Level.Should => "a failure is a warning",
            _ => "never counts",
        };

    public static string Of(SkipReason reason) =>
        reason switch
        {
            SkipReason.Unsupported => "Unsupported",
            SkipReason.MissingFixture => "Missing fixture",
            SkipReason.NotIsolated => "Not isolated",
            SkipReason.InterpretationAllows => "Allowed by an interpretation",
            SkipReason.NotObservable => "Not observable",
            SkipReason.NotApplicable => "Not applicable",
            _ => "Interrupted",
        };

    /// <summary>What the reason means and, where something can be done, what.</summary>
    public static string Explain(SkipReason reason) =>
        reason switch
        {
            SkipReason.Unsupported => "The configuration says that the target does not implement it.",
            SkipReason.MissingFixture => "The configuration does not name what is needed: add it, and run again.",
            SkipReason.NotIsolated =>
                "The control request, without the violation, was rejected too, so a rejection shows nothing.",
            SkipReason.InterpretationAllows => "Two interpretations of the documents allow what the target does.",
            SkipReason.NotObservable => "It shows only through an optional operation that the target does not have.",
            SkipReason.NotApplicable => "It does not apply to this run.",
            _ => "The run ended before its turn: run it to the end.",
        };

    public static string Of(TransportFailureKind kind) =>
        kind switch
        {
            TransportFailureKind.Unreachable => "target out of reach",
            TransportFailureKind.Tls => "TLS handshake failed",
            TransportFailureKind.Timeout => "no complete response in time",
            TransportFailureKind.Disconnected => "connection ended too early",
            _ => "response is not HTTP",
        };

    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>Wall time for people: <c>870 ms</c>, <c>12.3 s</c>, <c>4 min 05 s</c>.</summary>
    public static string Duration(double milliseconds) =>
        milliseconds switch
        {
            < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.#} ms"),
            < 60_000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1_000:0.0} s"),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{Math.Floor(milliseconds / 60_000):N0} min {Math.Floor(milliseconds % 60_000 / 1_000):00} s"
            ),
        };
}
