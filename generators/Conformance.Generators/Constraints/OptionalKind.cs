using System.Text.Json;
using Conformance.Generators.Judging;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>That a member may be left out.</summary>
internal sealed class OptionalKind : ConstraintKind<Optional>
{
    public override string Keyword => "optional";

    protected override IEnumerable<Sample> Inside(Optional constraint, MemberDraw draw) => [draw.Ordinary()];

    protected override IEnumerable<Sample> Outside(Optional constraint, MemberDraw draw) => [];

    /// <summary>null may count as absent.</summary>
    protected override ImmutableArray<Position> Positions(
        Optional constraint,
        Member member,
        MemberLanguages languages
    ) =>
        [
            new(OnNull(member), "null is as if it were absent", _ => true),
            new(OnNull(member), "null is invalid", value => value is not JsonRaw { IsNull: true }),
        ];

    public override Side? SideOfAbsence => Side.Inside;

    protected override string Words(Optional constraint) => "may be left out";

    protected override string? Problem(Optional constraint, JsonElement value) => null;

    private static string OnNull(Member member) => member.InterpretationOn(InterpretationTopic.NullForOptional);
}
