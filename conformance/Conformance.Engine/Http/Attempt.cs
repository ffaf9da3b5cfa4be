using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>One sending. Whether the head of a response came decides if a lost connection may be tried again.</summary>
internal readonly record struct Attempt(Exchange Exchange, bool HeadCame)
{
    internal bool IsLostWithoutResponse => !HeadCame && Exchange.Failure?.Kind == TransportFailureKind.Disconnected;
}
