namespace Conformance.XUnit;

/// <summary>
/// The kit, the network or the configuration failed, so that a requirement or the whole run errored: xunit
/// shows it as an error, not as a failed assertion.
/// </summary>
/// <param name="message">What happened, and what to do.</param>
public sealed class RequirementErroredException(string message) : Exception(message)
{
    /// <summary>Empty: where the kit throws it says nothing about the cause.</summary>
    public override string StackTrace => "";
}
