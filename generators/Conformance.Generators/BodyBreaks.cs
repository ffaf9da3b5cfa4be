using System.Collections.Immutable;
using Conformance.Generators.Bodies;
using Conformance.Schemas;

namespace Conformance.Generators;

/// <summary>Ways to break the text of a body, and legal forms of it that are seldom sent.</summary>
public static class BodyBreaks
{
    internal const string Json = "application/json";

    /// <summary>Every broken form of a valid body. Classes are unique; the order is fixed.</summary>
    /// <param name="validBody">A body that the target accepts.</param>
    /// <param name="members">The members that the operation documents at the top of the body.</param>
    /// <param name="draw">Decides the names of unknown members.</param>
    public static ImmutableArray<BrokenBody> Of(JsonValue validBody, ImmutableArray<Member> members, Draw draw) =>
        [
            .. Syntax.NotJson(validBody),
            .. Syntax.Lenient(validBody),
            .. Syntax.TrailingText(validBody),
            .. Roots.Of(validBody),
            .. Octetwise.Of(validBody, members),
            .. Declared.Of(validBody),
            .. MemberNames.Of(validBody, members, draw),
            .. LegalForms.Of(validBody),
        ];
}
