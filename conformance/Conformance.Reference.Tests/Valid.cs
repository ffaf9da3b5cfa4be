using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Reference.Tests;

/// <summary>Requests with which nothing is wrong, to be changed in one place.</summary>
internal static class Valid
{
    public const string Definitions = "/workflow-definitions";
    public const string DemoRuns = "/workflow-definitions/demo/workflow-runs";
    public const string Run = """{"modelId":"m","clientInfo":{"compatibilityVersion":1}}""";
    public const string Token = "0123456789-0123456789-0123456789-abc";

    /// <summary>A run's body with one member set to this JSON, or taken out where it is null.</summary>
    public static string RunWith(string path, string? json) => With(Run, path, json);

    /// <summary>A definition's body with one member set to this JSON, or taken out where it is null.</summary>
    public static string DefinitionWith(string path, string? json) =>
        With("""{"name":"demo","exportConfig":{"s3BucketName":"bucket"}}""", path, json);

    public static string RunWithToken(string token, string modelId = "m") =>
        $$"""{"modelId":"{{modelId}}","clientInfo":{"compatibilityVersion":1},"clientToken":"{{token}}"}""";

    public static string Quoted(string text) => JsonSerializer.Serialize(text);

    public static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string With(string body, string path, string? json)
    {
        var root = JsonNode.Parse(body)!.AsObject();
        var names = path.Split('.');
        var holder = names.Length == 1 ? root : root[names[0]]!.AsObject();
        holder.Remove(names[^1]);
        if (json is not null)
            holder.Add(names[^1], JsonNode.Parse(json));
        return root.ToJsonString();
    }
}
