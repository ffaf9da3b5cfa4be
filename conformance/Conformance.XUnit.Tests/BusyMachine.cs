using System.Runtime.CompilerServices;
using Conformance.Engine.Configuration;

namespace Conformance.XUnit.Tests;

/// <summary>No target of these tests hangs, and the machine may be busy: each response has time enough.</summary>
internal static class BusyMachine
{
    [ModuleInitializer]
    internal static void AllowMoreTime() =>
        Environment.SetEnvironmentVariable(ConfigurationEnvironment.RequestTimeoutSeconds, "90");
}
