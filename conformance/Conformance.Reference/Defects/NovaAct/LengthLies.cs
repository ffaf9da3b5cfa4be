using System.Collections.Immutable;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>A limit drawn one character off, or at another place.</summary>
internal abstract class LengthLie(
    TextMember member,
    string says,
    string breaks,
    Func<Member<string>, Member<string>> change
) : NovaActDefect($"{says} for {member.Path} of {member.Operation}", $"{member.Id}/{breaks}")
{
    protected override ImmutableArray<string> AlsoBreaks => Beside(member);

    protected sealed override NovaActBehaviour Twist() => member.Change(change);

    /// <summary>Values at one edge may stand for something else as well; a path is wrong only where the body is too.</summary>
    private static ImmutableArray<string> Beside(TextMember member) =>
        [
            $"{member.Id}/*/accepted",
            // The values of other proofs are as short as can be, or as long.
            $"{member.Operation}/body/legal-forms",
            .. member == TextMember.PathName ? [$"{TextMember.Name.Id}/*"] : ImmutableArray<string>.Empty,
        ];
}

internal abstract class AcceptsOneTooMany(TextMember member)
    : LengthLie(
        member,
        $"takes {member.Longest + 1} characters",
        "maxLength/rejected",
        m => m.Taking(v => v.Length == member.Longest + 1 && m.Check(v.Remove(member.Longest - 1, 1)) is null)
    );

internal abstract class RefusesTheLongest(TextMember member)
    : LengthLie(
        member,
        $"refuses {member.Longest} characters",
        "maxLength/accepted",
        m => m.Refusing(v => v.Length == member.Longest)
    );

internal abstract class AcceptsOneTooFew(TextMember member)
    : LengthLie(
        member,
        $"takes {member.Shortest - 1} characters",
        "minLength/rejected",
        m => m.Taking(v => v.Length == member.Shortest - 1 && m.Check(v + "a") is null)
    );

internal abstract class RefusesTheShortest(TextMember member)
    : LengthLie(
        member,
        $"refuses {member.Shortest} characters",
        "minLength/accepted",
        m => m.Refusing(v => v.Length == member.Shortest)
    );

internal abstract class TakesAnyLength(TextMember member)
    : LengthLie(
        member,
        "takes any number of characters",
        "maxLength/rejected",
        m => m.Taking(v => v.Length > member.Longest && m.Check(v[..member.Longest]) is null)
    );

internal abstract class HoldsAtMost(TextMember member, int characters)
    : LengthLie(
        member,
        $"has room for {characters} characters only",
        "maxLength/accepted",
        m => m.Refusing(v => v.Length > characters)
    );
