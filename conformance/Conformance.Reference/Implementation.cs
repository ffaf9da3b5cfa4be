using Conformance.Reference.Wire;

namespace Conformance.Reference;

/// <summary>
/// Another implementation, made from the right one. It holds nothing: whatever it has to remember is made anew for each
/// server.
/// </summary>
/// <param name="api">Short name of the API in which it differs.</param>
/// <param name="says">What is its own, in words that follow "the target".</param>
public abstract class Implementation(string api, string says)
{
    /// <summary>Its name, which is that of its class.</summary>
    public string Name => GetType().Name;

    /// <summary>Short name of the API in which it differs.</summary>
    public string Api => api;

    /// <summary>What is its own, in words that follow "the target".</summary>
    public string Says => says;

    /// <summary>What whoever judges it has to be told, in the format of the configuration file; nothing as a rule.</summary>
    public virtual string Configuration => "";

    /// <summary>The implementation, made from the right one.</summary>
    public virtual ReferenceOptions Apply(ReferenceOptions right) => right;

    /// <summary>What happens to its messages on the way; null where they go as the web server sends them.</summary>
    public virtual Func<Pass, Task>? Wire() => null;

    /// <summary>Starts it on a port of its own.</summary>
    public Task<RunningImplementation> StartAsync(CancellationToken ct = default) =>
        RunningImplementation.StartAsync(this, ct);
}
