using Conformance.Generators;

namespace Conformance.Engine.Testing;

/// <summary>How much a run spends: every class and boundary is tried in each profile, chance fills the rest.</summary>
/// <param name="Name">smoke, standard or nightly.</param>
/// <param name="RandomValues">Random values for each constraint, beside its classes and boundaries.</param>
/// <param name="Rounds">How often each scenario is gone through, each time with other values.</param>
/// <param name="Races">How often requests are sent at once where concurrency is tested, since a race is not lost each time.</param>
/// <param name="AtOnce">How many identical requests are sent at once where concurrency is tested.</param>
/// <param name="ShrinkAttempts">Most requests spent on making a failing value smaller.</param>
public sealed record Profile(string Name, int RandomValues, int Rounds, int Races, int AtOnce, int ShrinkAttempts)
{
    public static readonly Profile Smoke = new("smoke", 1, 1, 2, 4, 60) { Thoroughness = Thoroughness.Sparing };

    public static readonly Profile Standard = new("standard", 40, 4, 4, 8, 120)
    {
        Thoroughness = Thoroughness.Full,
        RequestsAcross = 88,
    };

    public static readonly Profile Nightly = new("nightly", 200, 20, 20, 16, 500)
    {
        Thoroughness = Thoroughness.Full,
        Strength = 2,
        RequestsAcross = 250,
    };

    /// <summary>How much is spent on each class of values.</summary>
    public Thoroughness Thoroughness { get; init; } = Thoroughness.Usual;

    /// <summary>
    /// How many dimensions meet in each behaviour's requests: 1 so that each behaviour meets each value (pairs), 2 so that it
    /// meets any two (triples).
    /// </summary>
    public int Strength { get; init; } = 1;

    /// <summary>
    /// How many requests a behaviour may have sent and be tested once more, to meet further values of the dimensions; 0 where
    /// each is tested once.
    /// </summary>
    public int RequestsAcross { get; init; }

    /// <summary>The profile of this name, or null.</summary>
    public static Profile? Named(string name) =>
        name switch
        {
            "smoke" => Smoke,
            "standard" => Standard,
            "nightly" => Nightly,
            _ => null,
        };
}
