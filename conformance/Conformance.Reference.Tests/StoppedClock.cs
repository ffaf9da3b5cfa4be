namespace Conformance.Reference.Tests;

/// <summary>A clock that shows one time.</summary>
internal sealed class StoppedClock(DateTimeOffset time) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => time;
}
