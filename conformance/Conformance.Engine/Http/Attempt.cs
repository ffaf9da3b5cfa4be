using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>One sending. Whether the head of an answer came decides if a lost connection may be tried again.</summary>
internal readonly record struct Attempt(Exchange Exchange, bool HeadCame)
{
    internal bool IsLostWithoutAnswer => !HeadCame && Exchange.Failure?.Kind == TransportFailureKind.Disconnected;
}
