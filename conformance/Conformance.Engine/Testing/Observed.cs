using Conformance.Engine.Requests;
using Conformance.Reports;

namespace Conformance.Engine.Testing;

/// <summary>A response with what it responds to: what an invariant looks at.</summary>
/// <param name="Request">The request as it was drawn up.</param>
/// <param name="Response">What came.</param>
/// <param name="RunPrefix">Begins every name and token of the run.</param>
public sealed record Observed(RequestDraft Request, ReceivedResponse Response, string RunPrefix);
