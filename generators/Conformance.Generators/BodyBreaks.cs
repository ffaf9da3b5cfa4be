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
        BodyBreach kind,
        JsonValue validBody,
        ImmutableArray<Member> members,
        Draw draw
    ) =>
        [
            .. kind switch
            {
                BodyBreach.NotJson => Syntax.NotJson(validBody),
                BodyBreach.LenientJson => Syntax.Lenient(validBody).Append(Octetwise.Utf16(validBody)),
                BodyBreach.TrailingText => Syntax.TrailingText(validBody),
                BodyBreach.Empty => Roots.Empty(),
                BodyBreach.NotAnObject => Roots.NotAnObject(validBody),
                BodyBreach.DeepNesting => Roots.DeepNesting(validBody),
                BodyBreach.Large => Roots.Large(validBody),
                BodyBreach.InvalidUtf8 => Octetwise.InvalidUtf8(validBody, members),
                BodyBreach.ByteOrderMark => [Octetwise.ByteOrderMark(validBody)],
                BodyBreach.WrongContentType => Declared.Wrong(validBody),
                BodyBreach.MissingContentType => [Declared.Missing(validBody)],
                BodyBreach.RepeatedMember => MemberNames.Repeated(validBody, members),
                BodyBreach.UnknownMember => MemberNames.Unknown(validBody, members, draw),
                BodyBreach.MisspeltMember => MemberNames.Misspelt(validBody, members),
                BodyBreach.LegalForm => LegalForms.Of(validBody),
                _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "expected a kind that is declared"),
            },
        ];
}
