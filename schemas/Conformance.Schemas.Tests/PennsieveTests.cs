namespace Conformance.Schemas.Tests;

/// <summary>Pennsieve spelled out by hand from the document, so that a slip in the schema can't confirm itself.</summary>
public sealed class PennsieveTests
{
    private static readonly Api Api = Files.LoadWith(Files.Pennsieve, Files.Text(Files.Pennsieve));
    private static readonly Operation Create = Api.Operation("CreateWorkflowRun");

    private const string Uuid = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    /// <summary>member | keyword | limit | level | citation</summary>
    private const string Request = $$"""
        workflowInstanceId | type | String | Must | D2:15
        workflowInstanceId | pattern | {{Uuid}} | Must | D2:17
        workflowInstanceConfiguration | type | Object | Must | D2:20
        name | type | String | Must | D2:24
        name | optional | - | Must | D2:26
        dataSources | type | Object | Must | D2:30
        dataSources | optional | - | May | D2:32
        dataTargets | type | Object | Must | D2:35
        dataTargets | optional | - | May | D2:37
        processorParams | type | Object | Must | D2:40
        processorParams | optional | - | May | D2:42
        tags | type | Object | Must | D2:45
        tags | optional | - | Should | implied:D2:47
        layers | type | Array | Must | D2:50
        layers | optional | - | Should | implied:D2:52
        layers[] | type | String | Must | D2:50
        completionCallbackUrl | type | String | Must | D2:55
        completionCallbackUrl | optional | - | Must | D2:57
        completionCallbackContext | type | Object | May | D2:60
        completionCallbackContext | optional | - | Must | D2:62
        executionBudgetUsd | type | Number | Must | D2:64
        executionBudgetUsd | optional | - | Must | D2:67
        """;

    [Fact]
    public void EveryConstraintOfTheRequestIsAsTheDocumentHasIt()
    {
        Assert.Equal(NovaActTests.Lines(Request), NovaActTests.Rows(Create.RequestMembers()));
        Assert.Equal(["workflowInstanceId", "workflowInstanceConfiguration"], Create.ExactlyOneOf);
    }

    [Fact]
    public void TheDocumentedOperationComesFirst()
    {
        string[] expected =
        [
            "CreateWorkflowRun POST /workflows/runs path D2:3",
            "GetWorkflowRun GET /workflows/runs/{id} runPath convention",
            "GetWorkflowDefinition GET /workflows/definitions/{workflowDefinitionId} definitionPath convention",
        ];
        Assert.Equal(expected, Api.Operations.Select(o => $"{o.Id} {o.Method} {o.Path} {o.PathConvention} {o.Source}"));
        Assert.Equal(["CreateWorkflowRun"], Api.Documented.Select(o => o.Id));
        Assert.Null(Api.SigningName);
        Assert.Empty(Create.Errors);
    }

    [Fact]
    public void EverySuccessIsRight()
    {
        var success = Create.Success;
        Assert.Equal(
            (200, true, Level.Should, "convention", "successStatus"),
            (
                success.Status,
                success.IsAnySuccess,
                success.StatusLevel,
                $"{success.StatusSource}",
                success.StatusConvention
            )
        );
        Assert.Equal(
            "application/json Should implied:D2:78",
            $"{success.ContentType} {success.ContentTypeLevel} {success.ContentTypeSource}"
        );
        Assert.All(Api.Operations, o => Assert.True(o.Success.IsAnySuccess));
    }

    [Fact]
    public void OfTheResponseNothingIsDemanded()
    {
        var members = Api.Operations.SelectMany(o => o.Success.Members).ToList();
        Assert.NotEmpty(members);
        Assert.All(
            members.SelectMany(m => m.Constraints),
            c => Assert.True(c is Optional or TypeIs { Kind: JsonKind.Any })
        );
        Assert.Equal(MemberRole.Identifier, Create.Success.Members.Single(m => m.Name == "id").Role);
    }

    [Fact]
    public void MembersPlayTheirParts()
    {
        string[] expected =
        [
            "workflowInstanceId Known  ",
            "workflowInstanceConfiguration Known  ",
            "name Plain  labelMember",
            "dataSources Known data-source node ",
            "dataTargets Known data-target node ",
            "processorParams Known processor node ",
            "tags Known processor node ",
            "layers Known  ",
            "completionCallbackUrl Plain  callbackUrlMember",
            "completionCallbackContext Plain  ",
            "executionBudgetUsd Plain  costCapMember",
        ];
        Assert.Equal(expected, Create.Body.Select(m => $"{m.Name} {m.Role} {m.KeyedBy} {m.Convention}"));
        Assert.Equal(
            ["layers[]", "completionCallbackUrl"],
            Create.RequestMembers().Where(m => m.IsLookedUp).Select(m => m.Path)
        );
        var run = Assert.Single(Api.Operation("GetWorkflowRun").Parameters);
        Assert.Equal(new("CreateWorkflowRun", "id"), run.RefersTo);
        Assert.Equal(MemberRole.Known, Assert.Single(Api.Operation("GetWorkflowDefinition").Parameters).Role);
    }

    [Fact]
    public void AnExampleOfWhatIsNoStringIsJson()
    {
        var examples = Create.Body.ToDictionary(m => m.Name, m => m.Example);
        Assert.Equal("""{"target-1":{"folder":"results"}}""", examples["dataTargets"]);
        Assert.Equal("""["layer-ready"]""", examples["layers"]);
        Assert.Null(examples["name"]);
    }

    [Fact]
    public void TheCallbackOfAnExampleGoesNowhere() =>
        Assert.EndsWith(
            ".invalid",
            new Uri(Create.Body.Single(m => m.Name == "completionCallbackUrl").Example!).Host,
            StringComparison.Ordinal
        );

    [Fact]
    public void ConstraintsNameTheInterpretationsThatTouchThem()
    {
        var members = Create.Body.ToDictionary(m => m.Path);
        Assert.Equal(["R29"], members["workflowInstanceId"].Find<Pattern>()!.InterpretationIds);
        Assert.Equal(["R31"], members["completionCallbackContext"].Find<TypeIs>()!.InterpretationIds);
        Assert.Equal(["R35"], members["completionCallbackUrl"].Find<TypeIs>()!.InterpretationIds);
        string[] unmarked = ["dataSources", "dataTargets", "processorParams"];
        Assert.All(unmarked, name => Assert.Equal(["R8", "R32"], members[name].Find<Optional>()!.InterpretationIds));
    }
}
