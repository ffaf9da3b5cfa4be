namespace Conformance.Generators.Json;

/// <summary>A way from the root of a tree: names joined by dots, <c>[]</c> for item 0 of an array.</summary>
internal sealed record JsonPath(ImmutableArray<string> Steps)
{
    private const string Item = "[]";

    public static JsonPath Parse(string path)
    {
        var steps = path.Split('.').SelectMany(StepsOf).ToImmutableArray();
        if (steps.Any(step => step.Length == 0))
            throw new ArgumentException($"expected names joined by dots such as inputs[].nodeName, got '{path}'");
        return new JsonPath(steps);
    }

    public JsonValue? At(JsonValue root) => Steps.Aggregate((JsonValue?)root, (value, step) => Child(value, step));

    public JsonValue With(JsonValue root, JsonValue value) => With(root, 0, value);

    public JsonValue Without(JsonValue root) => Without(root, 0);

    private static IEnumerable<string> StepsOf(string part)
    {
        var name = part;
        var items = 0;
        for (; name.EndsWith(Item, StringComparison.Ordinal); name = name[..^2])
            items++;
        // An item member of a bare array body has a path that is nothing but [].
        var isBare = name.Length == 0 && items > 0;
        return (isBare ? Enumerable.Empty<string>() : [name]).Concat(Enumerable.Repeat(Item, items));
    }

    private static JsonValue? Child(JsonValue? parent, string step) =>
        (parent, step) switch
        {
            (JsonArray array, Item) => array.Items.FirstOrDefault(),
            (JsonObject @object, not Item) => @object.Properties.LastOrDefault(p => p.Name == step)?.Value,
            _ => null,
        };

    private JsonValue With(JsonValue? parent, int depth, JsonValue value)
    {
        if (depth == Steps.Length)
            return value;
        var step = Steps[depth];
        var child = With(Child(parent, step), depth + 1, value);
        return step == Item ? WithItem(parent as JsonArray, child) : WithProperty(parent as JsonObject, step, child);
    }

    private static JsonArray WithItem(JsonArray? parent, JsonValue child) =>
        parent is { Items.Length: > 0 } ? new JsonArray(parent.Items.SetItem(0, child)) : new JsonArray([child]);

    private static JsonObject WithProperty(JsonObject? parent, string name, JsonValue child)
    {
        var properties = parent?.Properties ?? [];
        var property = new JsonProperty(name, child);
        var first = properties.TakeWhile(p => p.Name != name).Count();
        return first == properties.Length
            ? new JsonObject(properties.Add(property))
            : new JsonObject(properties.RemoveAll(p => p.Name == name).Insert(first, property));
    }

    private JsonValue Without(JsonValue parent, int depth)
    {
        var step = Steps[depth];
        var child = Child(parent, step);
        if (child is null)
            return parent;
        if (depth < Steps.Length - 1)
            return step == Item
                ? WithItem((JsonArray)parent, Without(child, depth + 1))
                : WithProperty((JsonObject)parent, step, Without(child, depth + 1));
        return step == Item
            ? new JsonArray(((JsonArray)parent).Items.RemoveAt(0))
            : new JsonObject(((JsonObject)parent).Properties.RemoveAll(p => p.Name == step));
    }
}
