using System.Text.Json;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Exchanges;

/// <summary>The members that a refusal names as wrong.</summary>
public static class FieldList
{
    /// <summary>The error's member that lists them.</summary>
    public const string Name = "fieldList";

    private static readonly char[] Separators = ['.', '/', '[', ']', '$', '#', ' ', '"', '\''];

    /// <summary>The names in the list, as they stand; empty where there is no list.</summary>
    public static IReadOnlyList<string> Named(Exchange exchange)
    {
        if (exchange.Json() is not { ValueKind: JsonValueKind.Object } body)
            return [];
        if (ExchangeReading.Member(body, Name) is not { ValueKind: JsonValueKind.Array } list)
            return [];
        return
        [
            .. list.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.Object)
                .Select(item => ExchangeReading.Member(item, "name") ?? default)
                .Where(name => name.ValueKind == JsonValueKind.String)
                .Select(name => ReceivedJson.TryText(name, out var text) ? text : ""),
        ];
    }

    /// <summary>Whether a name means this member and neither a parent nor a neighbour: what comes last is its own name.</summary>
    public static bool MeansItself(string named, Member member) =>
        Parts(named) is [.., var last]
        && Parts($"{member.Name}.{member.WireName}").Contains(last, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name means this member: any notation of the path serves, a parent or a part alone as well.</summary>
    public static bool MeansSame(string named, Member member)
    {
        var path = Parts($"{member.Path}.{member.WireName}");
        return Parts(named).Any(part => path.Contains(part, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The names on the path, without regard to how words are joined: client_token is clientToken.</summary>
    private static List<string> Parts(string path) =>
        [
            .. path.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
                .Select(part =>
                    part.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)
                ),
        ];
}
