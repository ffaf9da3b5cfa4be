using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.TextMember;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Limits on lengths that are drawn one character off, at another place, or not at all.</summary>
internal static class TextLengths
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        AcceptsOneTooMany("AcceptsTooLongName", Name),
        RejectsTheLongest("RejectsLongestName", Name),
        AcceptsOneTooFew("AcceptsEmptyName", Name),
        RejectsTheShortest("RejectsOneLetterName", Name),
        AcceptsOneTooMany("AcceptsTooLongNameInPath", PathName),
        RejectsTheLongest("RejectsLongestNameInPath", PathNameAlone),
        RejectsTheShortest("RejectsOneLetterNameInPath", PathNameAlone),
        AcceptsOneTooMany("AcceptsTooLongDescription", Description),
        RejectsTheLongest("RejectsLongestDescription", Description),
        AcceptsOneTooFew("AcceptsEmptyDescription", Description),
        RejectsTheShortest("RejectsOneLetterDescription", Description),
        AcceptsOneTooMany("AcceptsTooLongBucket", Bucket),
        RejectsTheLongest("RejectsLongestBucket", Bucket),
        AcceptsOneTooFew("AcceptsBucketOfTwo", Bucket),
        RejectsTheShortest("RejectsBucketOfThree", Bucket),
        AcceptsOneTooMany("AcceptsTooLongKeyPrefix", KeyPrefix),
        RejectsTheLongest("RejectsLongestKeyPrefix", KeyPrefix),
        AcceptsOneTooFew("AcceptsEmptyKeyPrefix", KeyPrefix),
        RejectsTheShortest("RejectsOneLetterKeyPrefix", KeyPrefix),
        AcceptsOneTooMany("AcceptsTooLongDefinitionToken", DefinitionToken),
        RejectsTheLongest("RejectsLongestDefinitionToken", DefinitionToken),
        AcceptsOneTooFew("AcceptsDefinitionTokenOf32", DefinitionToken),
        RejectsTheShortest("RejectsDefinitionTokenOf33", DefinitionToken),
        AcceptsOneTooMany("AcceptsTooLongModelId", ModelId),
        RejectsTheLongest("RejectsLongestModelId", ModelId),
        AcceptsOneTooFew("AcceptsEmptyModelId", ModelId),
        RejectsTheShortest("RejectsOneLetterModelId", ModelId),
        AcceptsOneTooMany("AcceptsTooLongRunToken", RunToken),
        RejectsTheLongest("RejectsLongestRunToken", RunToken),
        AcceptsOneTooFew("AcceptsRunTokenOf32", RunToken),
        RejectsTheShortest("RejectsRunTokenOf33", RunToken),
        AcceptsOneTooMany("AcceptsTooLongLogGroup", LogGroup),
        RejectsTheLongest("RejectsLongestLogGroup", LogGroup),
        AcceptsOneTooFew("AcceptsEmptyLogGroup", LogGroup),
        RejectsTheShortest("RejectsOneLetterLogGroup", LogGroup),
        TakesAnyLength("ForgetsToLimitModelId", ModelId),
        TakesAnyLength("ForgetsToLimitDescription", Description),
        TakesAnyLength("ForgetsToLimitRunToken", RunToken),
        HoldsAtMost("KeepsModelIdInFifty", ModelId, 50),
        HoldsAtMost("KeepsDescriptionInAThousand", Description, 1000),
        HoldsAtMost("KeepsRunTokenInSixtyFour", RunToken, 64),
        HoldsAtMost("KeepsLogGroupIn255", LogGroup, 255),
        Cuts("CutsTooLongNames", Name, "the name of a definition"),
        Cuts("CutsTooLongDescriptions", Description, "a description"),
        Cuts("CutsTooLongModelIds", ModelId, "a modelId"),
    ];

    private static Mutant AcceptsOneTooMany(string name, TextMember member) =>
        Limits(
            name,
            member,
            $"takes {member.Longest + 1} characters",
            "maxLength/rejected",
            m => m.Taking(v => v.Length == member.Longest + 1 && m.Check(v.Remove(member.Longest - 1, 1)) is null)
        );

    private static Mutant RejectsTheLongest(string name, TextMember member) =>
        Limits(
            name,
            member,
            $"rejects {member.Longest} characters",
            "maxLength/accepted",
            m => m.Rejecting(v => v.Length == member.Longest)
        );

    private static Mutant AcceptsOneTooFew(string name, TextMember member) =>
        Limits(
            name,
            member,
            $"takes {member.Shortest - 1} characters",
            "minLength/rejected",
            m => m.Taking(v => v.Length == member.Shortest - 1 && m.Check(v + "a") is null)
        );

    private static Mutant RejectsTheShortest(string name, TextMember member) =>
        Limits(
            name,
            member,
            $"rejects {member.Shortest} characters",
            "minLength/accepted",
            m => m.Rejecting(v => v.Length == member.Shortest)
        );

    private static Mutant TakesAnyLength(string name, TextMember member) =>
        Limits(
            name,
            member,
            "takes any number of characters",
            "maxLength/rejected",
            m => m.Taking(v => v.Length > member.Longest && m.Check(v[..member.Longest]) is null)
        );

    private static Mutant HoldsAtMost(string name, TextMember member, int characters) =>
        Limits(
            name,
            member,
            $"has room for {characters} characters only",
            "maxLength/accepted",
            m => m.Rejecting(v => v.Length > characters)
        );

    private static Mutant Limits(
        string name,
        TextMember member,
        string says,
        string breaks,
        Func<Member<string>, Member<string>> change
    ) =>
        Row(
                name,
                $"{says} for {member.Path} of {member.Operation}",
                [$"{member.Id}/{breaks}"],
                () => member.Change(change)
            )
            .AlsoBreaking([
                // Values at one edge may stand for something else as well.
                $"{member.Id}/*/accepted",
                // The values of other tests are as short as can be, or as long.
                $"{member.Operation}/body/legal-forms",
                // A path is wrong only where the body is too.
                .. member == PathName ? [$"{Name.Id}/*"] : ImmutableArray<string>.Empty,
            ]);

    private static Mutant Cuts(string name, TextMember member, string what) =>
        Row(
            name,
            $"cuts {what} after {member.Longest} characters",
            [$"{member.Id}/maxLength/rejected"],
            () => Twists.Cutting(member.Operation, member.Path, member.Longest)
        );
}
