namespace Conformance.Engine.Testing;

/// <summary>How long the response to a request is waited for.</summary>
/// <param name="Time">From the first byte sent to the last byte received; zero for a request that is not sent.</param>
/// <param name="IsFull">Whether it is all that the configuration allows, so that a missing response counts.</param>
public readonly record struct Allowance(TimeSpan Time, bool IsFull)
{
    /// <summary>The request is not sent.</summary>
    public static readonly Allowance None = new(TimeSpan.Zero, IsFull: false);
}
