namespace Conformance.Suite.Proving;

/// <summary>What an answer says of one duty.</summary>
/// <param name="IsShown">Whether it says anything: the pattern of a member that is absent shows nothing.</param>
/// <param name="Problem">What is wrong, in words; null where nothing is.</param>
public readonly record struct Look(bool IsShown, string? Problem)
{
    /// <summary>Something that every answer shows.</summary>
    public static Look At(string? problem) => new(true, problem);
}
