using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>
/// Values of the wrong kind that lenient readers of JSON take for the right one: an array's only item without the array,
/// and an object or a text in an array of one.
/// </summary>
internal static class Wrappings
{
    /// <summary>The cases for this member, where the constraint is on its kind and the request has a value to wrap.</summary>
    public static IEnumerable<Case> Of<TConstraint>(RequestDraft valid, Member member, TConstraint constraint)
        where TConstraint : Constraint
    {
        if (constraint is not TypeIs || member.Place != Place.Body)
            yield break;
        if (Item(valid, member) is JsonObject or JsonText)
            yield return new Case(
                "item-alone",
                $"{member.Path}: its only item, in no array",
                request => Item(request, member) is { } item ? request.With(member, item) : request
            );
        if (valid.At(member) is JsonObject or JsonText)
            yield return new Case(
                valid.At(member) is JsonObject ? "object-in-array" : "text-in-array",
                $"{member.Path}: the {(valid.At(member) is JsonObject ? "object" : "text")} in an array",
                request => request.At(member) is { } value ? request.With(member, new JsonArray([value])) : request
            );
    }

    private static JsonValue? Item(RequestDraft request, Member member) =>
        request.At(member) is JsonArray { Items: [var item] } ? item : null;
}
