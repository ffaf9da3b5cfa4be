namespace Conformance.Generators;

/// <summary>How much is spent on the values of one class; every class is tried whatever it is.</summary>
/// <param name="Places">At how many places of a text each character is tried that its pattern has no room for; of fewer than all the draw decides which.</param>
/// <param name="LongestText">Characters of the longest text that is tried far beyond a limit; 0: none but those of twice the limit.</param>
public sealed record Thoroughness(int Places, int LongestText)
{
    /// <summary>What common servers and readers take as the most of a body's parts, 64 KiB.</summary>
    public const int LargeText = 64 * 1024;

    /// <summary>More than most read at all, 1 MiB.</summary>
    public const int HugeText = 1024 * 1024;

    private const int AllPlaces = 3;

    /// <summary>Every place, and nothing far beyond a limit.</summary>
    public static readonly Thoroughness Usual = new(AllPlaces, 0);

    /// <summary>One place, and one text far beyond a limit.</summary>
    public static readonly Thoroughness Sparing = new(1, LargeText);

    /// <summary>Every place, and every size.</summary>
    public static readonly Thoroughness Full = new(AllPlaces, HugeText);

    /// <summary>Whether of what is much alike only some is tried.</summary>
    public bool IsSparing => Places < AllPlaces;
}
