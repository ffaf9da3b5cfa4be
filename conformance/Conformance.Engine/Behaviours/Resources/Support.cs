using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Whether the target has an operation that a test looks with.</summary>
internal static class Support
{
    /// <summary>Why it can't be used, in words; null where it can. A documented one is there unless the configuration says otherwise.</summary>
    public static string? WhyNot(TestSession test, Operation operation) =>
        test.Session.Unsupported.Contains(operation.Id) ? $"{operation.Id} is declared unsupported"
        : operation.Role == OperationRole.Documented || test.Session.Capabilities.Has(operation.Id) ? null
        : test.Session.Capabilities.WhyNot(operation.Id);
}
