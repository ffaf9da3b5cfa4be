using System.Net.Sockets;
using System.Security.Authentication;
using Conformance.Reports;
using Conformance.Reports.Text;

namespace Conformance.Engine.Http;

/// <summary>What the network layer threw, as data.</summary>
internal static class Failures
{
    private const int LongestMessage = 300;

    internal static TransportFailure Timeout(TimeSpan allowed, string came) =>
        new(
            TransportFailureKind.Timeout,
            $"expected a complete response within {allowed.TotalSeconds:0.###} s, got {came}; "
                + "if the target is only slow, allow it a longer request timeout"
        );

    internal static TransportFailure Idle(TimeSpan allowed, string came) =>
        new(
            TransportFailureKind.Timeout,
            $"expected the next bytes of the stream within {allowed.TotalSeconds:0.###} s, got {came}, then nothing"
        );

    /// <summary>The client library ended without a response and without a word.</summary>
    internal static TransportFailure NoHead { get; } =
        new(
            TransportFailureKind.Malformed,
            "expected an HTTP/1.1 response, got none that the client library could read"
        );

    /// <param name="thrown">What was thrown.</param>
    /// <param name="proxy">The proxy that the connection leads through; null for none.</param>
    internal static TransportFailure From(Exception thrown, ProxyServer? proxy) =>
        OfProxy(thrown) ?? (proxy is null ? From(thrown) : Through(proxy, From(thrown)));

    private static TransportFailure From(Exception thrown) =>
        thrown switch
        {
            HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } e => Of(e.HttpRequestError, e),
            HttpIOException e => Of(e.HttpRequestError, e),
            HttpRequestException { InnerException: HttpIOException e } => Of(e.HttpRequestError, e),
            AuthenticationException => Of(HttpRequestError.SecureConnectionError, thrown),
            MalformedResponseException => new(TransportFailureKind.Malformed, thrown.Message),
            OperationCanceledException { InnerException: TimeoutException } => NotConnectedInTime(thrown),
            HttpRequestException or IOException or SocketException => Of(HttpRequestError.ResponseEnded, thrown),
            // Nothing that a target sends leads here: the kind that accuses it least.
            _ => new(TransportFailureKind.Unreachable, $"the request could not be sent: {Said(thrown)}"),
        };

    private static TransportFailure Of(HttpRequestError error, Exception thrown) =>
        error switch
        {
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError => new(
                TransportFailureKind.Unreachable,
                $"expected a connection, got: {Said(thrown)}; check the base URL and that the target listens there"
            ),
            HttpRequestError.SecureConnectionError => new(
                TransportFailureKind.Tls,
                $"expected a TLS handshake with a trusted certificate, got: {Said(thrown)}; "
                    + "connection.trustAnyCertificate takes any, and connection.httpVersion 2 needs a target that offers it"
            ),
            HttpRequestError.VersionNegotiationError => new(
                TransportFailureKind.Unreachable,
                "expected a target that offers HTTP/2 in the TLS handshake, got one that does not; "
                    + "leave connection.httpVersion away to speak HTTP/1.1"
            ),
            // Of HTTP/2 alone: a target that breaks off resets the stream, and the connection lives on.
            HttpRequestError.HttpProtocolError => new(
                TransportFailureKind.Disconnected,
                $"expected a complete response, got the end of the stream: {Said(thrown)}"
            ),
            HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => new(
                TransportFailureKind.Malformed,
                $"expected an HTTP/1.1 response, got: {Said(thrown)}"
            ),
            _ => new(
                TransportFailureKind.Disconnected,
                $"expected a complete response, got the end of the connection: {Said(thrown)}"
            ),
        };

    private static TransportFailure NotConnectedInTime(Exception thrown) =>
        new(
            TransportFailureKind.Unreachable,
            $"expected a connection, got none in time: {thrown.InnerException!.Message}; check that the target accepts connections"
        );

    private static TransportFailure? OfProxy(Exception thrown)
    {
        for (var cause = thrown; cause is not null; cause = cause.InnerException)
            if (cause is ProxyException)
                return new(TransportFailureKind.Unreachable, cause.Message);
        return null;
    }

    private static TransportFailure Through(ProxyServer proxy, TransportFailure failure) =>
        failure.Kind is TransportFailureKind.Unreachable or TransportFailureKind.Tls
            ? failure with
            {
                Detail = $"{failure.Detail}; the connection leads through the proxy {proxy}",
            }
            : failure;

    // The innermost message is the one that names the cause; the outer ones say "see inner exception".
    private static string Said(Exception thrown)
    {
        var cause = thrown.GetBaseException().Message;
        var said = thrown.Message.Contains(cause, StringComparison.Ordinal) ? thrown.Message : cause;
        // Some quote what came.
        return Shortened.OnALine(said, LongestMessage);
    }
}
