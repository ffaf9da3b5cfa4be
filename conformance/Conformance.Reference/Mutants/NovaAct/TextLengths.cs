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
        RefusesTheLongest("RefusesLongestName", Name),
        AcceptsOneTooFew("AcceptsEmptyName", Name),
        RefusesTheShortest("RefusesOneLetterName", Name),
        AcceptsOneTooMany("AcceptsTooLongNameInPath", PathName),
        RefusesTheLongest("RefusesLongestNameInPath", PathNameAlone),
        RefusesTheShortest("RefusesOneLetterNameInPath", PathNameAlone),
        AcceptsOneTooMany("AcceptsTooLongDescription", Description),
        RefusesTheLongest("RefusesLongestDescription", Description),
        AcceptsOneTooFew("AcceptsEmptyDescription", Description),
        RefusesTheShortest("RefusesOneLetterDescription", Description),
        AcceptsOneTooMany("AcceptsTooLongBucket", Bucket),
        RefusesTheLongest("RefusesLongestBucket", Bucket),
        AcceptsOneTooFew("AcceptsBucketOfTwo", Bucket),
        RefusesTheShortest("RefusesBucketOfThree", Bucket),
        AcceptsOneTooMany("AcceptsTooLongKeyPrefix", KeyPrefix),
        RefusesTheLongest("RefusesLongestKeyPrefix", KeyPrefix),
        AcceptsOneTooFew("AcceptsEmptyKeyPrefix", KeyPrefix),
        RefusesTheShortest("RefusesOneLetterKeyPrefix", KeyPrefix),
        AcceptsOneTooMany("AcceptsTooLongDefinitionToken", DefinitionToken),
        RefusesTheLongest("RefusesLongestDefinitionToken", DefinitionToken),
        AcceptsOneTooFew("AcceptsDefinitionTokenOf32", DefinitionToken),
        RefusesTheShortest("RefusesDefinitionTokenOf33", DefinitionToken),
        AcceptsOneTooMany("AcceptsTooLongModelId", ModelId),
        RefusesTheLongest("RefusesLongestModelId", ModelId),
        AcceptsOneTooFew("AcceptsEmptyModelId", ModelId),
        RefusesTheShortest("RefusesOneLetterModelId", ModelId),
        AcceptsOneTooMany("AcceptsTooLongRunToken", RunToken),
        RefusesTheLongest("RefusesLongestRunToken", RunToken),
        AcceptsOneTooFew("AcceptsRunTokenOf32", RunToken),
        RefusesTheShortest("RefusesRunTokenOf33", RunToken),
        AcceptsOneTooMany("AcceptsTooLongLogGroup", LogGroup),
        RefusesTheLongest("RefusesLongestLogGroup", LogGroup),
        AcceptsOneTooFew("AcceptsEmptyLogGroup", LogGroup),
        RefusesTheShortest("RefusesOneLetterLogGroup", LogGroup),
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

    private static Mutant RefusesTheLongest(string name, TextMember member) =>
        Limits(
            name,
            member,
            $"refuses {member.Longest} characters",
            "maxLength/accepted",
            m => m.Refusing(v => v.Length == member.Longest)
        );

    private static Mutant AcceptsOneTooFew(string name, TextMember member) =>
        Limits(
            name,
            member,
            $"takes {member.Shortest - 1} characters",
            "minLength/rejected",
            m => m.Taking(v => v.Length == member.Shortest - 1 && m.Check(v + "a") is null)
        );

    private static Mutant RefusesTheShortest(string name, TextMember member) =>
        Limits(
            name,
            member,
            $"refuses {member.Shortest} characters",
            "minLength/accepted",
            m => m.Refusing(v => v.Length == member.Shortest)
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
            m => m.Refusing(v => v.Length > characters)
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
