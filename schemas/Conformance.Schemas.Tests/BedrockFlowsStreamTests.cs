namespace Conformance.Schemas.Tests;

/// <summary>The events and errors of InvokeFlow, by hand.</summary>
public sealed class BedrockFlowsStreamTests
{
    private static readonly Operation Invoke = Files
        .LoadWith(Files.Bedrock, Files.Text(Files.Bedrock))
        .Operation("InvokeFlow");

    /// <summary>name | role | level | citation | status | members, required ones with !</summary>
    private const string Events = """
        accessDeniedException | Exception | Must | D3:63 | 403 | message
        badGatewayException | Exception | Must | D3:70 | 502 | message resourceName
        conflictException | Exception | Must | D3:77 | 409 | message
        dependencyFailedException | Exception | Must | D3:84 | 424 | message resourceName
        flowCompletionEvent | Completion | Must | D3:91 | | completionReason!
        flowMultiTurnInputRequestEvent | Other | Should | bedrock-model | | content! nodeName! nodeType!
        flowOutputEvent | Output | Must | D3:97 | | content! nodeName! nodeType!
        flowTraceEvent | Other | Should | bedrock-model | | trace!
        internalServerException | Exception | Must | D3:103 | 500 | message reason
        resourceNotFoundException | Exception | Must | D3:110 | 404 | message
        serviceQuotaExceededException | Exception | Must | D3:117 | 400 | message
        throttlingException | Exception | Must | D3:124 | 429 | message
        validationException | Exception | Must | D3:131 | 400 | message
        """;

    private const string Kinds =
        "FlowInputNode,FlowOutputNode,LambdaFunctionNode,KnowledgeBaseNode,PromptNode,ConditionNode,LexNode";

    private const string Members = $"""
        flowOutputEvent.content | type | Object | Must | D3:51
        flowOutputEvent.content | required | - | Should | bedrock-model
        flowOutputEvent.content.document | type | Any | Should | bedrock-model
        flowOutputEvent.content.document | optional | - | Should | bedrock-model
        flowOutputEvent.nodeName | type | String | Must | D3:51
        flowOutputEvent.nodeName | required | - | Should | bedrock-model
        flowOutputEvent.nodeName | pattern | ^[a-zA-Z]([_]?[0-9a-zA-Z])~$ | Should | bedrock-model
        flowOutputEvent.nodeType | type | String | Must | D3:51
        flowOutputEvent.nodeType | required | - | Should | bedrock-model
        flowOutputEvent.nodeType | enum | {Kinds} | Should | bedrock-model
        flowCompletionEvent.completionReason | type | String | Must | D3:51
        flowCompletionEvent.completionReason | required | - | Should | bedrock-model
        flowCompletionEvent.completionReason | enum | SUCCESS,INPUT_REQUIRED | Should | bedrock-model
        """;

    /// <summary>name | status | cause | level | citation | members</summary>
    private const string Errors = """
        AccessDeniedException | 403 | AccessDenied | Must | D3:143 | message
        BadGatewayException | 502 | Other | Must | D3:149 | message resourceName
        ConflictException | 409 | Conflict | Must | D3:155 | message
        DependencyFailedException | 424 | Other | Must | D3:161 | message resourceName
        InternalServerException | 500 | Internal | Must | D3:167 | message reason
        ResourceNotFoundException | 404 | NotFound | Must | D3:173 | message
        ServiceQuotaExceededException | 400 | QuotaExceeded | Must | D3:179 | message
        ThrottlingException | 429 | Throttled | Must | D3:185 | message
        ValidationException | 400 | InvalidInput | Must | D3:191 | message
        """;

    [Fact]
    public void TheResponseIsAStreamOfTheEventsThatTheDocumentAndItsCompanionName()
    {
        var stream = Invoke.Success.Stream!;
        Assert.Equal(
            "application/vnd.amazon.eventstream Should event-stream",
            $"{stream.MediaType} {stream.Level} {stream.Source}"
        );
        Assert.Equal(
            NovaActTests.Lines(Events),
            stream.Events.Select(e =>
                $"{e.Name} | {e.Role} | {e.Level} | {e.Source} | {e.Status}".TrimEnd() + Of(e.Members)
            )
        );
    }

    [Fact]
    public void EveryConstraintOfOutputsAndCompletionIsAsTheDocumentHasIt()
    {
        string[] names = ["flowOutputEvent", "flowCompletionEvent"];
        var members = names.SelectMany(name => Invoke.Success.Stream!.Find(name)!.Members);
        Assert.Equal(
            NovaActTests.Lines(Members.Replace("~", "{0,99}", StringComparison.Ordinal)),
            NovaActTests.Rows(members.SelectMany(m => m.SelfAndBelow()))
        );
    }

    [Fact]
    public void AnEventThatNoOneNamesIsNotFound() => Assert.Null(Invoke.Success.Stream!.Find("FlowOutputEvent"));

    [Fact]
    public void EveryErrorHasItsStatusAndMembers() =>
        Assert.Equal(
            NovaActTests.Lines(Errors),
            Invoke
                .Errors.OrderBy(e => e.Name, StringComparer.Ordinal)
                .Select(e => $"{e.Name} | {e.Status} | {e.Cause} | {e.Level} | {e.Source}" + Of(e.Members))
        );

    private static string Of(IEnumerable<Member> members) =>
        " | " + string.Join(' ', members.Select(m => m.IsRequired ? $"{m.Name}!" : m.Name));
}
