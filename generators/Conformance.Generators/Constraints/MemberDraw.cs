using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>What values for one member are drawn from.</summary>
/// <param name="Domain">The texts that the member admits.</param>
/// <param name="Ordinaries">Values that a careful client would send.</param>
/// <param name="Draw">Decides every random choice.</param>
internal sealed record MemberDraw(TextDomain Domain, Ordinaries Ordinaries, Draw Draw)
{
    public Member Member => Domain.Member;

    public Sample Ordinary() => Ordinaries.Sample(Member, Draw);

    /// <summary>An array of so many ordinary items.</summary>
    public JsonArray ArrayOf(int count) => Ordinaries.Array(Member, count, withOptional: true, Draw);
}
