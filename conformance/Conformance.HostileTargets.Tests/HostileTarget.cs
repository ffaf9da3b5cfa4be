using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference;

namespace Conformance.HostileTargets.Tests;

/// <summary>
/// A target that means the kit no good: the right implementation with one hostile twist, or no implementation at all.
/// </summary>
/// <param name="Name">Its name, unique in the list.</param>
/// <param name="Api">Short name of the API that it pretends to implement.</param>
/// <param name="Says">What it does, in words that follow "the target".</param>
/// <param name="Expected">What the kit has to say of it.</param>
internal sealed record HostileTarget(string Name, string Api, string Says, ExpectedVerdict Expected)
    : Implementation(Name, Api, Says)
{
    /// <summary>
    /// Makes what happens to its connections, once for each server; null where they lead to the implementation at once.
    /// </summary>
    public Func<Func<Visit, Task>>? Gate { get; init; }

    /// <summary>Whether its address begins with https; then its gate has to speak TLS.</summary>
    public bool IsSecure { get; init; }

    /// <summary>Requirements of the ordinary test, as globs over ids without the API's name; the command tests all.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>
    /// Seconds that the ordinary test allows a request. Time enough as a rule, whatever else the machine does; little for
    /// targets that hang.
    /// </summary>
    public double RequestTimeoutSeconds { get; init; } = 90;

    /// <summary>How many times faster the clock of the ordinary test goes: for targets that ask for long pauses.</summary>
    public int ClockSpeed { get; init; } = 1;
}
