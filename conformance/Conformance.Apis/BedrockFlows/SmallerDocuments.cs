using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>Smaller documents that may show the same difference, boldest first; each is shorter than the one before.</summary>
internal static class SmallerDocuments
{
    /// <summary>What the document holds by itself, then the document with less in it.</summary>
    public static IEnumerable<JsonValue> Of(JsonValue document) =>
        document switch
        {
            JsonText text => Parts(text.Value)
                .Where(part => part.Length > 0 && part.Length < text.Value.Length)
                .Select(part => (JsonValue)new JsonText(part)),
            JsonArray array => array.Items.Concat(Fewer(array)),
            JsonObject members => members.Properties.Select(p => p.Value).Concat(Fewer(members)),
            _ => [],
        };

    private static IEnumerable<JsonValue> Fewer(JsonArray array)
    {
        for (var n = 0; n < array.Items.Length; n++)
            yield return new JsonArray(array.Items.RemoveAt(n));
        for (var n = 0; n < array.Items.Length; n++)
            foreach (var smaller in Of(array.Items[n]))
                yield return new JsonArray(array.Items.SetItem(n, smaller));
    }

    private static IEnumerable<JsonValue> Fewer(JsonObject members)
    {
        for (var n = 0; n < members.Properties.Length; n++)
            yield return new JsonObject(members.Properties.RemoveAt(n));
        for (var n = 0; n < members.Properties.Length; n++)
            foreach (var smaller in Of(members.Properties[n].Value))
                yield return new JsonObject(
                    members.Properties.SetItem(n, members.Properties[n] with { Value = smaller })
                );
    }

    // A cut through a surrogate pair would make a text that may be rejected.
    private static IEnumerable<string> Parts(string text)
    {
        var half = Whole(text, text.Length / 2);
        yield return text[..half];
        yield return text[half..];
        if (text.Length <= 40)
            for (var n = 0; n < text.Length; n += Whole(text, n + 1) - n)
                yield return text.Remove(n, Whole(text, n + 1) - n);
    }

    private static int Whole(string text, int cut) =>
        cut < text.Length && cut > 0 && char.IsSurrogatePair(text[cut - 1], text[cut]) ? cut + 1 : cut;
}
