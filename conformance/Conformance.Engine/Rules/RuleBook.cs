namespace Conformance.Engine.Rules;

/// <summary>Every rule, in the order of a report: the one place where they are listed.</summary>
internal static class RuleBook
{
    public static readonly ImmutableArray<Rule> All =
    [
        RequestRules.AcceptsRequiredOnly,
        RequestRules.AcceptsAllMembers,
        PairRules.AcceptsPairs,
        PresenceRules.RejectsMissing,
        PresenceRules.RejectsNull,
        PresenceRules.AcceptsMissing,
        TypeRules.AcceptsKind,
        TypeRules.RejectsOtherKinds,
        LengthRules.AcceptsShortest,
        LengthRules.RejectsTooShort,
        LengthRules.AcceptsLongest,
        LengthRules.RejectsTooLong,
        ItemRules.AcceptsFewest,
        ItemRules.AcceptsMost,
        ItemRules.RejectsTooFew,
        ItemRules.RejectsTooMany,
        ItemRules.AcceptsSeveral,
        ItemRules.ObservesRepeated,
        PatternRules.AcceptsMembers,
        PatternRules.RejectsOthers,
        NumberRules.AcceptsSmallest,
        NumberRules.RejectsTooSmall,
        NumberRules.AcceptsLargest,
        NumberRules.RejectsTooLarge,
        ChoiceRules.AcceptsListed,
        ChoiceRules.RejectsUnlisted,
        DisputedRules.ObservesDisputedValues,
        ResponseRules.ReturnsDocumentedStatus,
        ResponseRules.ReturnsDocumentedContentType,
        ResponseRules.ReturnsDocumentedMembers,
        ErrorRules.ReturnsDocumentedStatus,
        ErrorRules.NamesTheError,
        ErrorRules.ReturnsJson,
        ErrorRules.ReturnsDocumentedMembers,
        NamingRules.NamesTheMember,
    ];
}
