namespace Conformance.Generators;

/// <summary>How much is spent on the values of one class; every class is tried whatever it is.</summary>
/// <param name="Places">At how many places of a text each character is tried that its pattern has no room for; of fewer than all the draw decides which.</param>
/// <param name="LongestText">Characters of the longest text that is tried far beyond a limit; 0: none but those of twice the limit.</param>
public sealed record Thoroughness(int Places, int LongestText)
{
    // In 16 bits such lengths are legal ones.
    private const int Beyond = 37;

    /// <summary>A little more than common servers and readers take as the most of a body's parts, 64 KiB.</summary>
    public const int LargeText = (64 * 1024) + Beyond;

    /// <summary>More than most read at all, 1 MiB.</summary>
    public const int HugeText = (1024 * 1024) + Beyond;

    private const int AllPlaces = 3;
    private const int OneIn = 3;

    /// <summary>Every place, and nothing far beyond a limit.</summary>
    public static readonly Thoroughness Usual = new(AllPlaces, 0);

    /// <summary>One place, and one text far beyond a limit.</summary>
    public static readonly Thoroughness Sparing = new(1, LargeText);

    /// <summary>Every place, and every size.</summary>
    public static readonly Thoroughness Full = new(AllPlaces, HugeText);

    /// <summary>Whether of what is much alike only some is tried.</summary>
    public bool IsSparing => Places < AllPlaces;

    /// <summary>Of what is only recorded all, or every third one where little is spent.</summary>
    public IEnumerable<T> Recorded<T>(IEnumerable<T> all) =>
        IsSparing ? all.Where((_, index) => index % OneIn == 0) : all;
}
