using Conformance.Schemas;

namespace Conformance.Generators.Tests.Witness;

/// <summary>
/// Readers of one constraint that know nothing of the generators: each accepts or rejects a value in its own way, and
/// between them they take every position that a careful reader can take.
/// </summary>
internal sealed class Careful
{
    private readonly Func<JsonValue, bool>[] _readers;

    private Careful(Func<JsonValue, bool>[] readers) => _readers = readers;

    public static Careful Of(Member member, Constraint constraint) =>
        new([
            .. constraint switch
            {
                Required => [value => member.Kind == JsonKind.Any || !IsNull(value)],
                Optional => [_ => true, value => !IsNull(value)],
                TypeIs type => Kinds.Readers(member, type),
                Pattern pattern => Texts.OfPattern(pattern),
                MinLength min => Texts.OfLength(length => length >= min.Limit),
                MaxLength max => Texts.OfLength(length => length <= max.Limit),
                OneOf one => Texts.Of(text => one.Values.Any(v => v == text)),
                MinItems min => [value => value is not JsonArray array || array.Items.Length >= min.Limit],
                MaxItems max => [value => value is not JsonArray array || array.Items.Length <= max.Limit],
                Minimum min => Numbers.Compared(number => number >= (double)min.Limit),
                Maximum max => Numbers.Compared(number => number <= (double)max.Limit),
                _ => throw new ArgumentException($"no reader of {constraint.GetType().Name}"),
            },
        ]);

    public bool AllAccept(JsonValue value) => _readers.All(accepts => accepts(value));

    public bool AllReject(JsonValue value) => !_readers.Any(accepts => accepts(value));

    private static bool IsNull(JsonValue value) => value.ToJson() == "null";
}
