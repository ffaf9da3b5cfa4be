namespace Conformance.Generators.Dimensions;

/// <summary>A size of texts, just over what a buffer or a column usually holds.</summary>
/// <param name="Name">Stable name: <c>over-4-KiB</c>.</param>
/// <param name="Says">For people: <c>more than 4 KiB</c>.</param>
/// <param name="Bytes">Bytes of UTF-8.</param>
public sealed record SizeKind(string Name, string Says, int Bytes)
{
    private const int KiB = 1 << 10;
    private const int Beyond = 40;

    /// <summary>All sizes; the first is the ordinary one.</summary>
    public static ImmutableArray<SizeKind> All { get; } =
    [
        new("ordinary-size", "an ordinary size", 48),
        new("over-255", "more than 255 bytes", 255 + Beyond),
        new("over-1-KiB", "more than 1 KiB", KiB + Beyond),
        new("over-4-KiB", "more than 4 KiB", (4 * KiB) + Beyond),
        new("over-8-KiB", "more than 8 KiB", (8 * KiB) + Beyond),
        new("over-16-KiB", "more than 16 KiB", (16 * KiB) + Beyond),
        new("over-64-KiB", "more than 64 KiB", (64 * KiB) + Beyond),
    ];

    // Texts are a few bytes smaller than asked for.
    private const int Slack = 10;

    /// <summary>The index of the largest size that so many bytes have.</summary>
    public static int LargestWithin(int bytes) =>
        Math.Max(0, All.Index().Last(size => size.Index == 0 || size.Item.Bytes <= bytes + Slack).Index);

    /// <summary>The sizes as a dimension.</summary>
    public static Dimension Dimension { get; } =
        new("size", [.. All.Select(size => new DimensionValue(size.Name, $"texts of {size.Says}"))]);
}
