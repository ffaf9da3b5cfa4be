using Xunit.Sdk;

namespace Conformance.XUnit;

/// <summary>The target does not do what a requirement asks for: xunit shows it as a failed assertion.</summary>
/// <param name="message">The requirement, its source, what was expected, what came, and how to see it again.</param>
public sealed class RequirementNotMetException(string message) : XunitException(message)
{
    /// <summary>Empty: where the kit throws it says nothing about the target.</summary>
    public override string StackTrace => "";
}
