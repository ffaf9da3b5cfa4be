using System.Text.Json;

namespace Conformance.Schemas.Loading;

/// <summary>A value in a file together with where it stands.</summary>
internal readonly record struct JsonLocation(JsonText Source, string Pointer, JsonElement Value)
{
    /// <summary>The complaint about this value; throw what it returns.</summary>
    public SchemaException Refuse(string expected, string came, string next) =>
        Source.Refuse(Pointer, $"expected {expected}; came {came}; {next}");

    public JsonLocation? Find(string name) =>
        Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out var child) ? Into(name, child) : null;

    public JsonLocation Child(string name) =>
        Find(name) ?? throw Refuse($"a member \"{name}\"", "none of that name", $"add \"{name}\" here");

    public IEnumerable<(string Name, JsonLocation At)> Members()
    {
        Expect(JsonValueKind.Object, "an object");
        var here = this;
        return Value.EnumerateObject().Select(p => (p.Name, here.Into(p.Name, p.Value)));
    }

    public IEnumerable<JsonLocation> Items()
    {
        Expect(JsonValueKind.Array, "an array");
        var here = this;
        return Value.EnumerateArray().Select((item, index) => here.Into($"{index}", item));
    }

    /// <summary>This value and every one below it, in the order of the file.</summary>
    public IEnumerable<JsonLocation> SelfAndBelow()
    {
        var below = Value.ValueKind switch
        {
            JsonValueKind.Object => Members().Select(m => m.At),
            JsonValueKind.Array => Items(),
            _ => [],
        };
        return below.SelectMany(at => at.SelfAndBelow()).Prepend(this);
    }

    /// <summary>The string here, which says something.</summary>
    public string Text()
    {
        Expect(JsonValueKind.String, "a string");
        var text = Value.GetString()!;
        return text.AsSpan().Trim().IsEmpty ? throw Refuse("a text", "an empty string", "write it") : text;
    }

    public int Whole()
    {
        Expect(JsonValueKind.Number, "an integer");
        return Value.TryGetInt32(out var number)
            ? number
            : throw Refuse("an integer of 32 bits", Value.GetRawText(), "correct the number");
    }

    /// <summary>One of these words, as the value that it stands for.</summary>
    public T Word<T>(params ReadOnlySpan<(string Word, T Means)> words)
    {
        foreach (var (word, means) in words)
            if (word == Text())
                return means;
        var known = string.Join(", ", words.ToArray().Select(w => w.Word));
        throw Refuse($"one of {known}", $"\"{Text()}\"", "correct the word");
    }

    /// <summary>Refuses every member but these: a typo must not pass in silence.</summary>
    public void OnlyKnows(params ReadOnlySpan<string> names)
    {
        foreach (var (name, at) in Members())
            if (!names.Contains(name))
            {
                var known = string.Join(", ", names);
                throw at.Refuse(
                    $"one of {known}",
                    $"\"{name}\"",
                    "correct the name, or remove it: schemas/README.md lists what is understood"
                );
            }
    }

    public void Expect(JsonValueKind kind, string called)
    {
        if (Value.ValueKind != kind)
            throw Refuse(called, Shown(), "correct the value");
    }

    /// <summary>The place that <c>$ref</c> names, or this one where there is none.</summary>
    public JsonLocation Resolved()
    {
        var here = this;
        for (var hops = 0; here.Find("$ref") is { } reference; hops++)
        {
            if (hops == 32)
                throw reference.Refuse("a reference that ends somewhere", "a circle", "break the circle");
            here.OnlyKnows("$ref");
            here = reference.Target();
        }
        return here;
    }

    /// <summary>The place in the same file that this string (<c>#/components/…</c>) names.</summary>
    public JsonLocation Target()
    {
        var text = Text();
        if (!text.StartsWith("#/", StringComparison.Ordinal))
            throw Refuse("a reference within the file (#/…)", $"\"{text}\"", "move what it names into this file");
        var here = Source.Root;
        foreach (var step in text[2..].Split('/'))
            here =
                here.Find(Unescaped(step))
                ?? throw Refuse("a reference to something there", $"\"{text}\"", "correct the reference");
        return here;
    }

    public static string Unescaped(string step) =>
        step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private JsonLocation Into(string name, JsonElement child)
    {
        var step = name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        return new(Source, $"{Pointer}/{step}", child);
    }

    private string Shown() => Value.GetRawText() is { Length: <= 40 } text ? text : $"{Value.ValueKind}";
}
