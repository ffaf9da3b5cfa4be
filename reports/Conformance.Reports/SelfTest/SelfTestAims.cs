namespace Conformance.Reports.SelfTest;

/// <summary>What a report aims at.</summary>
public static class SelfTestAims
{
    /// <summary>Share of the killed that are killed for the right reason, from 0 to 1.</summary>
    public const double RightReasonRate = 0.95;

    /// <summary>Share of the mutants that this profile kills, from 0 to 1.</summary>
    /// <param name="profile">smoke, standard or nightly.</param>
    public static double MutationScore(string profile) =>
        profile switch
        {
            "smoke" => 0.90,
            "standard" => 0.99,
            _ => 1,
        };
}
