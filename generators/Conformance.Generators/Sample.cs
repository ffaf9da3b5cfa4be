using Conformance.Generators.Judging;
using Conformance.Schemas;

namespace Conformance.Generators;

/// <summary>One value with why it exists.</summary>
/// <param name="Value">The value; for members outside the body a <see cref="JsonText"/> of the text before percent-encoding.</param>
/// <param name="Class">Stable label made of names: <c>length-41</c>, <c>newline-last</c>, <c>number</c>, <c>random-3</c>; once per set of samples.</param>
/// <param name="Says">For people: <c>41 characters, one over the maximum</c>.</param>
public sealed record Sample(JsonValue Value, string Class, string Says)
{
    /// <summary>The text inside the value that makes it unique to its draw, or empty: shrinking keeps it.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Whether half of a character stands in its text: a reader of JSON may reject the whole body for it.</summary>
    public bool IsIllFormed => Value is JsonText text && !TextLength.IsWellFormed(text.Value);

    /// <summary>The name of the <see cref="ValueClass"/> that it stands for; where that has just one value, its label.</summary>
    public string Kind
    {
        get => field.Length == 0 ? Class : field;
        init;
    } = "";
}

/// <summary>Values that break one constraint.</summary>
/// <param name="Samples">Most telling first; empty where nothing can break the constraint.</param>
/// <param name="BrokenTogether">Other constraints that some of these samples can't help breaking too, or are in dispute on.</param>
public sealed record Violation(ImmutableArray<Sample> Samples, ImmutableArray<Constraint> BrokenTogether)
{
    /// <summary>Nothing can break the constraint.</summary>
    public static Violation None { get; } = new([], []);
}
