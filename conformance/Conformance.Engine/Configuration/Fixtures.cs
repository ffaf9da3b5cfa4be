using Conformance.Generators;

namespace Conformance.Engine.Configuration;

/// <summary>What the configuration says exists on the target.</summary>
/// <param name="Values">
/// Values that work, by the path of the member that takes them, or by the name of what the API needs beyond its members.
/// </param>
public sealed record Fixtures(ImmutableDictionary<string, JsonValue> Values)
{
    public static readonly Fixtures None = new(ImmutableDictionary<string, JsonValue>.Empty);

    /// <summary>The configured value of this name, or what a configured parent holds there; null where there is neither.</summary>
    /// <param name="name">A member's path such as <c>items[].size</c>, or a name such as <c>failing</c>.</param>
    public JsonValue? For(string name) =>
        Values.TryGetValue(name, out var value)
            ? value
            : Parents(name)
                .Where(p => Values.ContainsKey(p.Parent))
                .Select(p => Values[p.Parent].At(p.Below))
                .FirstOrDefault();

    /// <summary>The same as text: a number, true and false as they are written; null for objects, arrays and null.</summary>
    public string? TextFor(string name) =>
        For(name) switch
        {
            JsonText text => text.Value,
            JsonRaw { IsNull: false } raw => raw.Text,
            _ => null,
        };

    /// <summary>What these name, and of the others what is no part of that.</summary>
    public Fixtures Over(Fixtures other) =>
        new(other.Values.RemoveRange(other.Values.Keys.Where(IsNamed)).AddRange(Values));

    private bool IsNamed(string name) =>
        Values.ContainsKey(name) || Parents(name).Any(p => Values.ContainsKey(p.Parent));

    /// <summary>What a path can be a part of, innermost first, with the path that is left from there.</summary>
    private static IEnumerable<(string Parent, string Below)> Parents(string path)
    {
        for (var end = path.Length - 1; end > 0; end--)
            if (path[end] == '.')
                yield return (path[..end], path[(end + 1)..]);
            else if (path[end] == '[' && path[end - 1] != '.')
                yield return (path[..end], path[end..]);
    }
}
