using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>Values of the declared kind of JSON are accepted, other kinds are rejected.</summary>
internal static class TypeRules
{
    public static readonly Rule AcceptsKind = Rule.ForEach<TypeIs>(
        RequirementGroup.Type,
        "type/accepted",
        Side.Inside,
        (member, type) => $"{member.Path} is accepted as {Phrase(type.Kind)}",
        Violations.AreAccepted,
        applies: member => IsTyped(member) || TakesAnything(member),
        runsAlone: Scarce.IsShort
    );

    public static readonly Rule RejectsOtherKinds = Rule.ForEach<TypeIs>(
        RequirementGroup.Type,
        "type/rejected",
        Side.Outside,
        (member, type) => $"{member.Path} that is not {Phrase(type.Kind)} is rejected",
        Violations.AreRejected,
        // Where only an interpretation gives the type, other kinds are disputed values.
        applies: member => IsTyped(member) && member.Find<TypeIs>() is { Level: not Level.May }
    );

    /// <summary>Outside of the body everything is text, which may be no number and no boolean.</summary>
    private static bool IsTyped(Member member) =>
        member.Place switch
        {
            Place.Body => member.Kind != JsonKind.Any,
            Place.Query => member.Kind is JsonKind.Integer or JsonKind.Number or JsonKind.Boolean,
            _ => false,
        };

    /// <summary>
    /// Whether JSON of every kind is legal. A value that has to be known, or that a target may look up, need not be of every
    /// kind; and where only an interpretation allows that, the values are in dispute.
    /// </summary>
    private static bool TakesAnything(Member member) =>
        member is { Place: Place.Body, Kind: JsonKind.Any, Role: MemberRole.Plain, IsLookedUp: false }
        && member.Find<TypeIs>() is { Interpretations.IsEmpty: true };

    private static string Phrase(JsonKind kind) =>
        kind switch
        {
            JsonKind.Any => "JSON of every kind",
            JsonKind.Integer => "an integer",
            JsonKind.Array => "an array",
            JsonKind.Object => "an object",
            JsonKind.Boolean => "a boolean",
            JsonKind.Number => "a number",
            _ => "a string",
        };
}
