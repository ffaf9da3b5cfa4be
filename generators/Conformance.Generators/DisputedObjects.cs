using Conformance.Generators.Judging;
using Conformance.Schemas;

namespace Conformance.Generators;

/// <summary>Values in place of an object on which careful readers differ, each with the interpretation's id.</summary>
internal static class DisputedObjects
{
    public static IEnumerable<(Sample Sample, string Interpretation)> Of(Member member)
    {
        var empty = new Sample(JsonObject.Empty, "empty-object", "an empty object");
        if (ObjectPositions.MayLackItsMembers(member))
            yield return (empty, member.InterpretationOn(InterpretationTopic.EmptyObject));
        if (ObjectPositions.MayHaveNoEntries(member))
            yield return (empty, member.InterpretationOn(InterpretationTopic.NoEntries));
        if (member.Find<TypeIs>()?.Touches(InterpretationTopic.AnyJson) is not true)
            yield break;
        var interpretation = member.InterpretationOn(InterpretationTopic.AnyJson);
        yield return (new Sample(new JsonText("text"), "string", "a string in place of an object"), interpretation);
        yield return (new Sample(new JsonRaw("7"), "number", "a number in place of an object"), interpretation);
        yield return (new Sample(new JsonRaw("true"), "boolean", "true in place of an object"), interpretation);
        yield return (new Sample(JsonValue.Parse("[1]"), "array", "an array in place of an object"), interpretation);
    }
}
