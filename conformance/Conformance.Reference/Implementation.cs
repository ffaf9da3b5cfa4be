using Conformance.Reference.Wire;

namespace Conformance.Reference;

/// <summary>
/// Another implementation, made from the right one: a row of a list. It holds no state: whatever it has to remember is
/// made anew for each server.
/// </summary>
/// <param name="Name">Its name, unique in its list.</param>
/// <param name="Api">Short name of the API in which it differs.</param>
/// <param name="Says">What is its own, in words that follow "the target".</param>
public abstract record Implementation(string Name, string Api, string Says)
{
    /// <summary>Where its row stands: the path of a source file, from the folder of this project.</summary>
    public string File { get; init; } = "";

    /// <summary>What whoever judges it has to be told, in the format of the configuration file; nothing as a rule.</summary>
    public string Configuration { get; init; } = "";

    /// <summary>Makes it from the right one. Called once for each server, so what it remembers is made in here.</summary>
    public Func<ReferenceOptions, ReferenceOptions> Change { get; init; } = right => right;

    /// <summary>
    /// Makes what happens to its messages on the way, once for each server; null where they go as the web server sends
    /// them.
    /// </summary>
    public Func<Func<Pass, Task>>? Wire { get; init; }

    /// <summary>
    /// Whether it is reached over TLS, where clients choose the version of HTTP; without <see cref="Wire"/> then.
    /// </summary>
    public bool IsBehindTls { get; init; }

    /// <summary>Starts it on a port of its own.</summary>
    public Task<RunningImplementation> StartAsync(CancellationToken ct = default) =>
        RunningImplementation.StartAsync(this, ct);
}
