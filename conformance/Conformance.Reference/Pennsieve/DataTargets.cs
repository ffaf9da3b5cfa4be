using System.Buffers;
using System.Text.Json;

namespace Conformance.Reference.Pennsieve;

/// <summary>What the system adds to a run's data targets.</summary>
internal static class DataTargets
{
    private const string UploadBucket = "uploadBucket";

    /// <summary>Every entry with the registry's bucket, which the caller can't choose (D2:37).</summary>
    public static JsonElement Enrich(JsonElement targets)
    {
        if (targets.ValueKind != JsonValueKind.Object)
            return targets;
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            foreach (var target in targets.EnumerateObject())
                WriteTarget(writer, target);
            writer.WriteEndObject();
        }
        return JsonElement.Parse(bytes.WrittenSpan);
    }

    private static void WriteTarget(Utf8JsonWriter writer, JsonProperty target)
    {
        if (target.Value.ValueKind != JsonValueKind.Object)
        {
            target.WriteTo(writer);
            return;
        }
        writer.WriteStartObject(target.Name);
        foreach (var member in target.Value.EnumerateObject().Where(m => m.Name != UploadBucket))
            member.WriteTo(writer);
        writer.WriteString(UploadBucket, Offered.UploadBucket);
        writer.WriteEndObject();
    }
}
