namespace Conformance.Reference.Variants;

/// <summary>One side of an interpretation in dispute, and the implementation that takes it.</summary>
/// <param name="Interpretation">The interpretation's id.</param>
/// <param name="Side">What is read so, in a few words.</param>
/// <param name="TakenBy">Name of the variant; <see cref="Interpretations.Reference"/> for the reference itself.</param>
public sealed record InterpretationSide(string Interpretation, string Side, string TakenBy);

/// <summary>An interpretation on which a decision leaves implementations no choice.</summary>
/// <param name="Interpretation">The interpretation's id.</param>
/// <param name="Because">What was decided, in one sentence.</param>
/// <param name="Shows">Names of mutants that take the other side.</param>
public sealed record DecidedInterpretation(string Interpretation, string Because, ImmutableArray<string> Shows);

/// <summary>Every interpretation in dispute with implementations on all its sides: none of them may be accused.</summary>
public static class Interpretations
{
    public const string Reference = "the reference";

    /// <summary>The interpretations that leave a choice.</summary>
    public static readonly ImmutableArray<InterpretationSide> Sides =
    [
        new("R2", "^(A|B)$", Reference),
        new("R2", "starts with A, or ends with B", "ReadsPatternsByTheLetter"),
        new("R3", "400", Reference),
        new("R3", "403", "ReturnsForbiddenToEmptySegment"),
        new("R3", "404", "ReturnsNotFoundToEmptySegment"),
        new("R3", "405", "ReturnsWrongMethodToEmptySegment"),
        new("R4", "code points", Reference),
        new("R4", "UTF-16 units", "CountsUtf16Units"),
        new("R4", "bytes", "CountsBytes"),
        new("R5", "the body first", Reference),
        new("R5", "the definition first", "LooksForTheDefinitionFirst"),
        new("R5", "the flow first", "LooksFlowsUpBeforeTheBody"),
        new("R6", "409", Reference),
        new("R6", "400", "ReturnsBadRequestToOtherParameters"),
        new("R6", "422", "ReturnsUnprocessableToOtherParameters"),
        new("R7", "a new scope", Reference),
        new("R7", "the same scope, rejected", "RejectsTokenOnAnotherDefinition"),
        new("R8", "null is absent", Reference),
        new("R8", "null is invalid", "RejectsNullForOptionalMembers"),
        new("R8", "null is invalid to a flow", "RejectsNullAsOutputName"),
        new("R8", "null is invalid to a run", "RejectsNullMembersOfRuns"),
        new("R9", "unknown members are ignored", Reference),
        new("R9", "unknown members are rejected", "RejectsUnknownMembers"),
        new("R9", "a flow rejects unknown members", "RejectsUnknownMembersOfInputs"),
        new("R9", "a run rejects unknown members", "RejectsUnknownMembersOfRuns"),
        new("R10", "401", "ReturnsUnauthorized"),
        new("R10", "403", "AsksForCredentials"),
        new("R10", "a run gets 401", "AsksForABearerToken"),
        new("R10", "a run gets 403", "ForbidsWithoutToken"),
        new("R11", "400 and 415", Reference),
        new("R11", "422", "ReturnsUnprocessableToWhatIsNotJson"),
        new("R11", "415 for both", "ReturnsUnsupportedToWhatIsNotJson"),
        new("R11", "400 for both", "RejectsWrongTypesWithBadRequest"),
        new("R12", "1.0, 1e0 and large integers are taken", Reference),
        new("R12", "1.0 is rejected", "RejectsIntegersWithAPoint"),
        new("R12", "integers beyond 32 bits are rejected", "RejectsIntegersBeyond32Bits"),
        new("R13", "the last one wins", Reference),
        new("R13", "the first one wins", "TakesTheFirstOfRepeatedMembers"),
        new("R13", "rejected", "RejectsRepeatedMembers"),
        new("R13", "a run rejects them", "RejectsRepeatedMembersOfRuns"),
        new("R15", "400", Reference),
        new("R15", "404", "ReturnsNotFoundToIllFormedNames"),
        new("R15", "404 for flows", "FindsNothingIllFormed"),
        new("R16", "the first status", Reference),
        new("R16", "the present one", "GivesPresentStatusToRepeats"),
        new("R17", "at once gone", Reference),
        new("R17", "DELETING for a while", "TakesTimeToDelete"),
        new("R17", "not found meanwhile", "HidesWhatIsBeingDeleted"),
        new("R18", "free again", Reference),
        new("R18", "spent", "SpendsTokensOfRejectedRequests"),
        new("R19", "NUL is accepted", Reference),
        new("R19", "NUL is rejected", "RejectsNul"),
        new("R19", "lone surrogates are accepted", "TakesHalfSurrogatePairs"),
        new("R20", "once", Reference),
        new("R20", "again, identical", "DeliversEveryWebhookTwice"),
        new("R20", "null without a context", "GivesNullWhereThereIsNoContext"),
        new("R21", "before or within the stream, as the flow will", Reference),
        new("R21", "always before", "FailsBeforeEveryStream"),
        new("R21", "always within", "FailsWithinEveryStream"),
        new("R21", "within, before any output", "FailsWithoutOutput"),
        new("R22", "content without a document is rejected, null echoed", Reference),
        new("R22", "null is rejected", "RejectsNullAsDocument"),
        new("R22", "content without a document is taken", "TakesContentWithoutDocument"),
        new("R23", "all members named", Reference),
        new("R23", "none named", "ListsNoFields"),
        new("R23", "named in another way", "ListsFieldsAsPointers"),
        new("R23", "messages in other words", "WordsMessagesItsWay"),
        new("R23", "resources as ARNs", "GivesArnsOfResources"),
        new("R24", "not looked up", Reference),
        new("R24", "models are looked up", "LooksUpModels"),
        new("R24", "log groups are looked up", "LooksUpLogGroups"),
        new("R24", "buckets are looked up", "LooksUpBuckets"),
        new("R24", "a flow takes some documents alone", "TakesTextsAlone"),
        new("R25", "400, 404, 409 and 422, each for its own", Reference),
        new("R25", "400", "RejectsWithBadRequest"),
        new("R25", "404", "RejectsWithNotFound"),
        new("R25", "409", "RejectsWithConflict"),
        new("R25", "422", "RejectsWithUnprocessable"),
        new("R25", "unknown nodes are ignored", "TakesUnknownNodesButForDataSources"),
        new("R25", "an empty label counts as none", Reference),
        new("R25", "an empty label is rejected", "RejectsEmptyLabels"),
    ];

    /// <summary>The interpretations that leave none.</summary>
    public static readonly ImmutableArray<DecidedInterpretation> Decided =
    [
        new(
            "R1",
            "a pattern without anchors is for the whole value, so that whoever looks for it anywhere takes invalid values",
            ["SearchesName", "SearchesRunToken", "SearchesLogGroup"]
        ),
        new(
            "R14",
            "what is escaped in the URI is decoded once, so that whoever decodes twice or never finds other names",
            ["DecodesPathsTwice", "DoesNotDecodePaths"]
        ),
    ];
}
