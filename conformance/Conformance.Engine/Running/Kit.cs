using System.Reflection;

namespace Conformance.Engine.Running;

/// <summary>The kit itself.</summary>
public static class Kit
{
    /// <summary>Version of the kit, without build metadata.</summary>
    public static string Version { get; } =
        typeof(Kit)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
