using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>How large a document is: on one side of a size that buffers and limits usually have.</summary>
/// <param name="Says">In words.</param>
/// <param name="Bytes">How many bytes of JSON its texts take.</param>
internal sealed record DocumentSize(string Says, int Bytes)
{
    /// <summary>Whether a target may reject it for that; what every flow takes is smaller.</summary>
    public bool MayBeRejected => Bytes > SureDocuments.LongestInCharacters;
}

/// <summary>The sizes of documents.</summary>
internal static class DocumentSizes
{
    private const int Kibibyte = 1 << 10;

    /// <summary>Room for the rest of a request, and of an event and its frame: with it the whole is below the size.</summary>
    private const int Envelope = 512;

    private const int MostOver = 64;

    private static readonly ImmutableArray<int> Buffers = [1, 4, 8, 16, 64];

    /// <summary>Just under and just over each usual size, and one that is large.</summary>
    /// <param name="draw">Decides how much it is over: which character lies on the border.</param>
    public static ImmutableArray<DocumentSize> All(Draw draw) =>
        [
            .. Buffers.SelectMany(kibibytes => new[] { Under(kibibytes), Over(kibibytes, draw) }),
            new("1 MiB", (Kibibyte * Kibibyte) - Envelope),
        ];

    /// <summary>The sizes just over those of two common buffers.</summary>
    public static ImmutableArray<DocumentSize> Common(Draw draw) => [Over(4, draw), Over(8, draw)];

    /// <summary>A document of a size that takes several buffers.</summary>
    public static DocumentSize OfSeveralBuffers { get; } = new("40 KiB", 40 * Kibibyte);

    private static DocumentSize Under(int kibibytes) =>
        new($"just under {kibibytes} KiB", (kibibytes * Kibibyte) - Envelope);

    private static DocumentSize Over(int kibibytes, Draw draw) =>
        new(
            $"just over {kibibytes} KiB",
            (kibibytes * Kibibyte) + 1 + (int)(draw.For($"over {kibibytes}").Seed % MostOver)
        );
}
