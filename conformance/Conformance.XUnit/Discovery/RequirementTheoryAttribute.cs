using System.Runtime.CompilerServices;
using Xunit;
using Xunit.v3;

namespace Conformance.XUnit.Discovery;

/// <summary>A theory whose rows are test cases of their own, whatever the runner's settings say.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(RequirementDiscoverer))]
internal sealed class RequirementTheoryAttribute(
    [CallerFilePath] string? sourceFilePath = null,
    [CallerLineNumber] int sourceLineNumber = -1
) : TheoryAttribute(sourceFilePath, sourceLineNumber);
