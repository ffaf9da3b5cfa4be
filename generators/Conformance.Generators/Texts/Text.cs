namespace Conformance.Generators.Texts;

/// <summary>A text and the part of it that makes it unique, or an empty part.</summary>
internal sealed record Text(string Value, string Identity)
{
    public Sample As(string label, string says, Kind kind) =>
        new(new JsonText(Value), label, says) { Identity = Identity, Kind = kind.Name };
}
