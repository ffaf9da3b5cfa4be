using System.Text.Json;
using Conformance.Generators.Judging;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>That a member is present.</summary>
internal sealed class RequiredKind : ConstraintKind<Required>
{
    public override string Keyword => "required";

    protected override IEnumerable<Sample> Inside(Required constraint, MemberDraw draw) => [draw.Ordinary()];

    /// <summary>null is the one way to be there and missing; outside a body there is none.</summary>
    protected override IEnumerable<Sample> Outside(Required constraint, MemberDraw draw) =>
        draw.Member.Place == Place.Body ? [new Sample(JsonValue.Null, "null", "null")] : [];

    /// <summary>null is no value, except where any JSON is one.</summary>
    protected override ImmutableArray<Position> Positions(
        Required constraint,
        Member member,
        MemberLanguages languages
    ) =>
        member.Kind == JsonKind.Any
            ?
            [
                new(OnNull(member), "null is a value like any other", _ => true),
                new(OnNull(member), "null is no value", IsThere),
            ]
            : [new(null, "null is no value", IsThere)];

    public override Side? SideOfAbsence => Side.Outside;

    protected override string Words(Required constraint) => "is present";

    protected override string? Problem(Required constraint, JsonElement value) => null;

    protected override string ProblemWithout(bool isNull) => isNull ? "it is null" : "it is missing";

    private static string OnNull(Member member) => member.InterpretationOn(InterpretationTopic.NullForAny);

    private static bool IsThere(JsonValue value) => value is not JsonRaw { IsNull: true };
}
