using Conformance.Engine.Testing;
using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>
/// Documents of every size with every kind of text in every place: what goes wrong only in a long text, or in a text beyond
/// ASCII, or where both are deep in an object.
/// </summary>
internal static class DocumentMatrix
{
    private const int LargestThatShrinks = 4 << 10;
    private const int Few = 4;

    /// <summary>
    /// Each pair of a size, a text and a place; all three in the largest profile, and in the smallest texts beyond ASCII of
    /// sizes just over common buffers.
    /// </summary>
    public static IEnumerable<Document> Of(Profile profile, Draw draw) =>
        profile.Rounds >= Profile.Nightly.Rounds ? Triples(draw)
        : profile.Rounds > 1 ? Pairs(draw)
        : Least(draw);

    /// <summary>Texts beyond ASCII, each by itself and larger than what is usually read or written at once.</summary>
    public static IEnumerable<Document> OfSeveralBuffers =>
        DocumentTexts.BeyondAscii.Select(text => Of(DocumentSizes.OfSeveralBuffers, text, DocumentShapes.Alone));

    private static IEnumerable<Document> Triples(Draw draw) =>
        from size in DocumentSizes.All(draw)
        from text in DocumentTexts.All
        from shape in DocumentShapes.All
        select Of(size, text, shape);

    // There are no more places than sizes or texts: shifted by one from row to row, each meets every size and every text.
    private static IEnumerable<Document> Pairs(Draw draw)
    {
        var (sizes, texts, first) = (DocumentSizes.All(draw), DocumentTexts.All, First(draw));
        return from s in Enumerable.Range(0, sizes.Length)
            from t in Enumerable.Range(0, texts.Length)
            select Of(sizes[s], texts[t], ShapeAt(first + s + t));
    }

    private static IEnumerable<Document> Least(Draw draw)
    {
        var (sizes, first) = (DocumentSizes.Common(draw), First(draw));
        return DocumentTexts
            .BeyondAscii.Take(Few)
            .Select((text, n) => Of(sizes[n % sizes.Length], text, ShapeAt(first + (2 * n))));
    }

    private static Document Of(DocumentSize size, DocumentText text, DocumentShape shape) =>
        new($"{text.Says} {shape.Says}, {size.Says}", shape.Make(text, size.Bytes))
        {
            MayBeRejected = size.MayBeRejected,
            CanShrink = size.Bytes <= LargestThatShrinks,
            // What a flow does not take it does not take in any size: a hundred observations would say no more than one.
            Class = $"documents {shape.Says}".Replace(' ', '-'),
        };

    private static DocumentShape ShapeAt(int index) => DocumentShapes.All[index % DocumentShapes.All.Length];

    private static int First(Draw draw) => (int)(draw.For("place").Seed % (ulong)DocumentShapes.All.Length);
}
