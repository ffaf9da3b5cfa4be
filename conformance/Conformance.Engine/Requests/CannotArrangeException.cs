using Conformance.Reports;

namespace Conformance.Engine.Requests;

/// <summary>What a requirement needs on the target could not be brought about, so it cannot be judged.</summary>
internal class CannotArrangeException(SkipReason skip, string reason) : Exception(reason)
{
    /// <summary>Why it could not.</summary>
    public SkipReason Skip { get; } = skip;
}
