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
        new("R3", "403", "AnswersForbiddenToEmptySegment"),
        new("R3", "404", "AnswersNotFoundToEmptySegment"),
        new("R3", "405", "AnswersWrongMethodToEmptySegment"),
        new("R4", "code points", Reference),
        new("R4", "UTF-16 units", "CountsUtf16Units"),
        new("R4", "bytes", "CountsBytes"),
        new("R5", "the body first", Reference),
        new("R5", "the definition first", "LooksForTheDefinitionFirst"),
        new("R5", "the flow first", "LooksFlowsUpBeforeTheBody"),
        new("R6", "409", Reference),
        new("R6", "400", "AnswersBadRequestToOtherParameters"),
        new("R6", "422", "AnswersUnprocessableToOtherParameters"),
        new("R7", "a new scope", Reference),
        new("R7", "the same scope, replayed", "GivesFirstRunOnAnotherDefinition"),
        new("R7", "the same scope, refused", "RefusesTokenOnAnotherDefinition"),
        new("R8", "null is absent", Reference),
        new("R8", "null is invalid", "RefusesNullForOptionalMembers"),
        new("R8", "null is invalid to a flow", "RefusesNullAsOutputName"),
        new("R8", "null is invalid to a run", "RefusesNullMembersOfRuns"),
        new("R9", "unknown members are ignored", Reference),
        new("R9", "unknown members are refused", "RefusesUnknownMembers"),
        new("R9", "a flow refuses unknown members", "RefusesUnknownMembersOfInputs"),
        new("R9", "a run refuses unknown members", "RefusesUnknownMembersOfRuns"),
        new("R10", "401", "AnswersUnauthorized"),
        new("R10", "403", "AsksForCredentials"),
        new("R10", "a run answers 401", "AsksForABearerToken"),
        new("R10", "a run answers 403", "ForbidsWithoutToken"),
        new("R11", "400 and 415", Reference),
        new("R11", "422", "AnswersUnprocessableToWhatIsNotJson"),
        new("R11", "415 for both", "AnswersUnsupportedToWhatIsNotJson"),
        new("R11", "400 for both", "RefusesWrongTypesWithBadRequest"),
        new("R12", "1.0, 1e0 and large integers are taken", Reference),
        new("R12", "1.0 is refused", "RefusesIntegersWithAPoint"),
        new("R12", "integers beyond 32 bits are refused", "RefusesIntegersBeyond32Bits"),
        new("R13", "the last one wins", Reference),
        new("R13", "the first one wins", "TakesTheFirstOfRepeatedMembers"),
        new("R13", "refused", "RefusesRepeatedMembers"),
        new("R13", "a run refuses them", "RefusesRepeatedMembersOfRuns"),
        new("R15", "400", Reference),
        new("R15", "404", "AnswersNotFoundToIllFormedNames"),
        new("R15", "404 for flows", "FindsNothingIllFormed"),
        new("R16", "the first status", Reference),
        new("R16", "the present one", "GivesPresentStatusToRepeats"),
        new("R17", "at once gone", Reference),
        new("R17", "DELETING for a while", "TakesTimeToDelete"),
        new("R17", "not found meanwhile", "HidesWhatIsBeingDeleted"),
        new("R18", "free again", Reference),
        new("R18", "spent", "SpendsTokensOfRefusedRequests"),
        new("R19", "NUL is accepted", Reference),
        new("R19", "NUL is refused", "RefusesNul"),
        new("R19", "lone surrogates are accepted", "TakesHalfSurrogatePairs"),
        new("R20", "once", Reference),
        new("R20", "again, identical", "DeliversEveryWebhookTwice"),
        new("R20", "null without a context", "GivesNullWhereThereIsNoContext"),
        new("R21", "before or within the stream, as the flow will", Reference),
        new("R21", "always before", "FailsBeforeEveryStream"),
        new("R21", "always within", "FailsWithinEveryStream"),
        new("R21", "within, before any output", "FailsWithoutOutput"),
        new("R22", "content without a document is refused, null echoed", Reference),
        new("R22", "null is refused", "RefusesNullAsDocument"),
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
        new("R25", "400", "RefusesWithBadRequest"),
        new("R25", "404", "RefusesWithNotFound"),
        new("R25", "409", "RefusesWithConflict"),
        new("R25", "422", "RefusesWithUnprocessable"),
        new("R25", "unknown nodes are ignored", "TakesUnknownNodesButForDataSources"),
        new("R25", "an empty label counts as none", Reference),
        new("R25", "an empty label is refused", "RefusesEmptyLabels"),
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
