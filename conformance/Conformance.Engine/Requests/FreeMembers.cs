using Conformance.Generators;
using Conformance.Generators.Dimensions;
using Conformance.Schemas;

namespace Conformance.Engine.Requests;

/// <summary>The members of a request whose values are anybody's choice: what dimensions can vary.</summary>
internal static class FreeMembers
{
    /// <summary>
    /// Optional members of the body that a target has to take beside the others: plain ones without values that it may look
    /// up, and those that the configuration names a value for. None that lives in another one of them.
    /// </summary>
    public static IEnumerable<Member> Optional(RequestSource source, Operation operation) =>
        OptionalIn(operation.Body)
            .Where(member =>
                !operation.ExactlyOneOf.Contains(member.Path)
                && !CallsBack(member)
                && member.Role is MemberRole.Plain or MemberRole.Known
                && member.SelfAndBelow().All(m => IsSure(source, m))
            );

    private static IEnumerable<Member> OptionalIn(IEnumerable<Member> members) =>
        members.SelectMany(member =>
            member.IsRequired || member.Path.EndsWith("[]", StringComparison.Ordinal)
                ? OptionalIn(member.Members)
                : [member]
        );

    /// <summary>Whether the member can hold texts of any kind and size.</summary>
    public static bool HoldsTexts(RequestSource source, Member member) =>
        IsText(source, member) || IsOpenObject(source, member);

    /// <summary>Texts of any characters that mean nothing to a target.</summary>
    public static bool IsText(RequestSource source, Member member) =>
        member is { Kind: JsonKind.String, Role: MemberRole.Plain, IsLookedUp: false, Place: Place.Body }
        && member.Find<Pattern>() is null
        && member.Find<OneOf>() is null
        && !CallsBack(member)
        && source.Fixtures.For(member.Path) is null;

    /// <summary>Objects of any members that mean nothing to a target.</summary>
    public static bool IsOpenObject(RequestSource source, Member member) =>
        member
            is {
                Kind: JsonKind.Object,
                Role: MemberRole.Plain,
                IsLookedUp: false,
                Place: Place.Body,
                KeyedBy: null,
                Members.IsEmpty: true
            }
        && source.Fixtures.For(member.Path) is null;

    /// <summary>Whether the value keeps every constraint of the member, by every interpretation.</summary>
    public static bool IsLegal(RequestSource source, Member member, JsonValue value) =>
        member.Constraints.All(c => source.Values.PositionsOn(member, c).All(p => p.Accepts(value)));

    /// <summary>The dimensions in which requests of the operation can differ.</summary>
    public static ImmutableArray<Dimension> Dimensions(RequestSource source, Operation operation)
    {
        if (!operation.HasBody)
            return [];
        var all = operation.Body.SelectMany(m => m.SelfAndBelow()).ToList();
        var hasTexts = all.Exists(m => HoldsTexts(source, m));
        return
        [
            .. hasTexts ? new[] { SizeKind.Dimension, TextKind.Dimension } : [],
            .. Optional(source, operation).Any() ? new[] { MemberChoices } : [],
            .. AlternativesOf(source, operation) is { Length: > 1 } modes
                ? new[]
                {
                    new Dimension(
                        AlternativeName,
                        [.. modes.Select(m => new DimensionValue(m.Name, $"{m.Path} in place of the others"))]
                    ),
                }
                : [],
            Framings.All,
            JsonSpellings.All,
        ];
    }

    /// <summary>Name of the dimension of alternatives.</summary>
    public const string AlternativeName = "alternative";

    /// <summary>Which optional members a request has.</summary>
    public static Dimension MemberChoices { get; } =
        new(
            "members",
            [
                new("required", "required members alone"),
                new("all", "every optional member"),
                new("odd", "every second optional member"),
                new("even", "the other optional members"),
            ]
        );

    /// <summary>Whether a choice of optional members has the one of this index.</summary>
    public static bool Has(int choice, int index) =>
        choice switch
        {
            1 => true,
            2 => index % 2 == 0,
            3 => index % 2 == 1,
            _ => false,
        };

    /// <summary>The members of which exactly one is given and that the kit has a value for, the usual one first.</summary>
    public static ImmutableArray<Member> AlternativesOf(RequestSource source, Operation operation) =>
        [
            .. operation
                .ExactlyOneOf.Select(name => operation.Body.First(m => m.Name == name))
                .Where(m => m.SelfAndBelow().All(below => IsSure(source, below))),
        ];

    private static bool IsSure(RequestSource source, Member member) =>
        source.Fixtures.For(member.Path) is not null || (!member.IsLookedUp && member.Role != MemberRole.Known);

    /// <summary>Whoever is named there would be called.</summary>
    private static bool CallsBack(Member member) =>
        member.SelfAndBelow().Any(m => m.Find<TypeIs>()?.Touches(InterpretationTopic.CallbackUrl) is true);
}
