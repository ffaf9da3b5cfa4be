using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.BedrockFlows;

/// <summary>The way from a document that came back changed to the smallest that does.</summary>
internal static class DocumentShrinking
{
    /// <summary>The failure, with the smallest document that still shows it.</summary>
    /// <param name="test">Where the tries are made.</param>
    /// <param name="document">The document that came back changed.</param>
    /// <param name="difference">How it came back.</param>
    public static async Task<Finding> Failed(TestSession test, Document document, string difference)
    {
        var (smallest, trail, path) = (document.Value, test.Trail, ImmutableArray.CreateBuilder<string>());
        var canShrink = document.CanShrink && !document.MayBeRejected;
        var attempts = canShrink ? test.Session.Profile.ShrinkAttempts : 0;
        if (attempts > 0)
            await new EdgeSearch(_ => true, IsChanged).From(smallest);
        while (await HasSmaller()) { }
        var evidence = new Evidence(document.Says, "the document back unchanged", difference, trail);
        return Finding.Failed(
            canShrink
                ? evidence with
                {
                    OriginalValue = document.Value.ToJson(),
                    SmallestValue = smallest.ToJson(),
                    ShrinkPath = path.ToImmutable(),
                }
                : evidence
        );

        async Task<bool> HasSmaller()
        {
            foreach (var smaller in SmallerDocuments.Of(smallest).TakeWhile(_ => attempts > 0))
                if (await IsChanged(smaller))
                    return true;
            return false;
        }

        async Task<bool> IsChanged(JsonValue smaller)
        {
            if (attempts-- <= 0)
                return false;
            test.BeginCase();
            var less = new Document("a smaller document", smaller);
            var exchange = await EchoCheck.Send(test, less);
            if (!exchange.IsAccepted() || EchoCheck.Difference(test, exchange, less) is not { } changed)
                return false;
            (smallest, difference, trail) = (smaller, changed, test.Trail);
            path.Add(smaller.ToJson());
            return true;
        }
    }
}
