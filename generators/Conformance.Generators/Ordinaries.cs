using System.Globalization;
using Conformance.Generators.Constraints;
using Conformance.Generators.Judging;
using Conformance.Generators.Realism;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators;

/// <summary>Values that a careful client would send.</summary>
internal sealed class Ordinaries(Judge judge, TextDomains shapes)
{
    private const int LargestOrdinaryNumber = 9;

    private readonly Likeness _likeness = new(new Vocabulary());

    /// <summary>A legal value; objects with all their members.</summary>
    public Sample Sample(Member member, Draw draw)
    {
        var (value, identity) = Of(member, withOptional: true, draw);
        return new Sample(value, "ordinary", "an ordinary value") { Identity = identity };
    }

    /// <summary>A legal value; objects with every member or only the required ones.</summary>
    public (JsonValue Value, string Identity) Of(Member member, bool withOptional, Draw draw)
    {
        var choices = Choices(member);
        if (!choices.IsEmpty)
            return (new JsonText(choices[draw.Pick(choices.Length)]), "");
        return member.Kind switch
        {
            JsonKind.String => OfText(member, draw),
            JsonKind.Integer or JsonKind.Number => (OfNumber(member, draw), ""),
            JsonKind.Boolean => (Leaf(member, draw.Pick(2) == 0 ? "true" : "false"), ""),
            JsonKind.Object => (Body(member.Members, withOptional, draw), ""),
            JsonKind.Array => (Array(member, OrdinaryCount(member), withOptional, draw), ""),
            _ => (new JsonText(_likeness.Of("description", "", draw).Last()), ""),
        };
    }

    public JsonObject Body(IEnumerable<Member> members, bool withOptional, Draw draw) =>
        new([
            .. members
                .Where(member => withOptional || member.IsRequired)
                .Select(member => new JsonProperty(member.Name, Of(member, withOptional, draw.For(member.Path)).Value)),
        ]);

    /// <summary>An array of so many ordinary items.</summary>
    public JsonArray Array(Member member, int count, bool withOptional, Draw draw) =>
        new([.. Enumerable.Range(0, count).Select(i => Item(member, withOptional, draw.For($"item-{i}")))]);

    private JsonValue Item(Member array, bool withOptional, Draw draw) =>
        array.Members is [var item, ..] ? Of(item, withOptional, draw).Value : new JsonText("item");

    private static int OrdinaryCount(Member member)
    {
        var items = Bound.On(member, Quantity.Items);
        return (int)Math.Min(Math.Max(items.Least ?? 0, 1), items.Most ?? int.MaxValue);
    }

    private (JsonValue Value, string Identity) OfText(Member member, Draw draw)
    {
        var shape = shapes.Of(member);
        var identity = shape.IsIdentity ? draw.Prefix + draw.Tag() : "";
        // No judge finds such a value sure to be legal, and a real one would call somebody.
        if (member.Find<TypeIs>()?.Touches(InterpretationTopic.CallbackUrl) is true)
            return (new JsonText($"https://{draw.Tag()}.invalid/"), "");
        var likely = _likeness
            .Of(member.Likeness, identity, draw)
            .FirstOrDefault(candidate => judge.IsLegal(member, new JsonText(candidate)));
        if (likely is not null)
            return (new JsonText(likely), identity);
        var made = shape.Make(shape.RoomyLength, draw)!;
        return (new JsonText(made.Value), made.Identity);
    }

    private static ImmutableArray<string> Choices(Member member) =>
        member
            .Constraints.Select(constraint => ConstraintKinds.Of(constraint).Choices(constraint))
            .FirstOrDefault(choices => !choices.IsEmpty, []);

    private static JsonValue OfNumber(Member member, Draw draw)
    {
        var wanted = 1m + draw.Pick(LargestOrdinaryNumber);
        var legal = Bound.On(member, Quantity.Number);
        var number = Math.Max(wanted, legal.Least ?? wanted);
        number = Math.Min(number, legal.Most ?? number);
        return Leaf(member, number.ToString(CultureInfo.InvariantCulture));
    }

    private static JsonValue Leaf(Member member, string text) =>
        member.Place == Place.Body ? new JsonRaw(text) : new JsonText(text);
}
