using Conformance.Generators.Bodies;
using Conformance.Schemas;

namespace Conformance.Generators;

/// <summary>Ways to break the text of a body, and legal forms of it that are seldom sent.</summary>
public static class BodyBreaks
{
    internal const string Json = "application/json";

    /// <summary>Every form of a valid body that is broken in one way. Classes are unique among all kinds; the order is fixed.</summary>
    /// <param name="kind">What is to be wrong.</param>
    /// <param name="validBody">A body that the target accepts.</param>
    /// <param name="members">The members that the operation documents at the top of the body.</param>
    /// <param name="draw">Decides the names of unknown members.</param>
    public static ImmutableArray<BrokenBody> Of(
        BodyViolation kind,
        JsonValue validBody,
        ImmutableArray<Member> members,
        Draw draw
    ) =>
        [
            .. kind switch
            {
                BodyViolation.NotJson => Syntax.NotJson(validBody),
                BodyViolation.LenientJson => Syntax.Lenient(validBody).Append(Octetwise.Utf16(validBody)),
                BodyViolation.TrailingText => Syntax.TrailingText(validBody),
                BodyViolation.Empty => Roots.Empty(),
                BodyViolation.NotAnObject => Roots.NotAnObject(validBody),
                BodyViolation.DeepNesting => Roots.DeepNesting(validBody),
                BodyViolation.Large => Roots.Large(validBody),
                BodyViolation.InvalidUtf8 => Octetwise.InvalidUtf8(validBody, members),
                BodyViolation.ByteOrderMark => [Octetwise.ByteOrderMark(validBody)],
                BodyViolation.WrongContentType => Declared.Wrong(validBody),
                BodyViolation.MissingContentType => [Declared.Missing(validBody)],
                BodyViolation.RepeatedMember => MemberNames.Repeated(validBody, members),
                BodyViolation.UnknownMember => MemberNames.Unknown(validBody, members, draw),
                BodyViolation.MisspeltMember => MemberNames.Misspelt(validBody, members),
                BodyViolation.LegalForm => LegalForms.Of(validBody),
                _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "expected a kind that is declared"),
            },
        ];
}
