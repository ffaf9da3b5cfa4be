namespace Conformance.Schemas.Tests;

/// <summary>Nova Act spelled out by hand from the documents, so that a slip in the schema can't confirm itself.</summary>
public sealed class NovaActTests
{
    private static readonly Api Api = Files.NovaAct();

    /// <summary>member | keyword | limit | level | citation</summary>
    private const string Definition = """
        name | type | String | Must | D4:33
        name | required | - | Must | D4:34
        name | minLength | 1 | Must | D0:19
        name | maxLength | 40 | Must | D0:19
        name | pattern | [a-zA-Z0-9_-]{1,40} | Must | D0:21
        description | type | String | Must | D4:41
        description | optional | - | Must | D4:44
        description | minLength | 1 | Should | aws-model
        description | maxLength | 4000 | Should | aws-model
        exportConfig | type | Object | Must | D4:49
        exportConfig | optional | - | Must | D4:50
        exportConfig.s3BucketName | type | String | Must | D4:57
        exportConfig.s3BucketName | required | - | Must | D4:57
        exportConfig.s3BucketName | minLength | 3 | Should | aws-model
        exportConfig.s3BucketName | maxLength | 63 | Should | aws-model
        exportConfig.s3BucketName | pattern | [a-z0-9][a-z0-9.-]*[a-z0-9] | Should | aws-model
        exportConfig.s3KeyPrefix | type | String | Must | D4:64
        exportConfig.s3KeyPrefix | optional | - | Must | D4:66
        exportConfig.s3KeyPrefix | minLength | 1 | Should | aws-model
        exportConfig.s3KeyPrefix | maxLength | 100 | Should | aws-model
        exportConfig.s3KeyPrefix | pattern | [a-zA-Z0-9!\-_.*'()]+(?:/[a-zA-Z0-9!\-_.*'()]+)* | Should | aws-model
        clientToken | type | String | Must | D4:72
        clientToken | optional | - | Must | D4:77
        clientToken | minLength | 33 | Must | D0:43
        clientToken | maxLength | 256 | Must | D0:43
        clientToken | pattern | [a-zA-Z0-9](-*[a-zA-Z0-9]){0,256} | Must | D0:45
        """;

    private const string Run = """
        workflowDefinitionName | type | String | Must | D1:34
        workflowDefinitionName | required | - | Must | D0:23
        workflowDefinitionName | minLength | 1 | Must | D0:19
        workflowDefinitionName | maxLength | 40 | Must | D0:19
        workflowDefinitionName | pattern | [a-zA-Z0-9_-]{1,40} | Must | D0:21
        modelId | type | String | Must | D0:65
        modelId | required | - | Must | D0:69
        modelId | minLength | 1 | Must | D0:67
        modelId | maxLength | 100 | Must | D0:67
        clientInfo | type | Object | Must | D0:33
        clientInfo | required | - | Must | D0:35
        clientInfo.compatibilityVersion | type | Integer | Must | D1:74
        clientInfo.compatibilityVersion | required | - | Must | D1:74
        clientInfo.sdkVersion | type | String | Must | D1:81
        clientInfo.sdkVersion | optional | - | Must | D1:81
        clientInfo.sdkVersion | minLength | 1 | Should | aws-model
        clientToken | type | String | Must | D0:41
        clientToken | optional | - | Must | D0:47
        clientToken | minLength | 33 | Must | D0:43
        clientToken | maxLength | 256 | Must | D0:43
        clientToken | pattern | [a-zA-Z0-9](-*[a-zA-Z0-9]){0,256} | Must | D0:45
        logGroupName | type | String | Must | D0:53
        logGroupName | optional | - | Must | D0:59
        logGroupName | minLength | 1 | Must | D0:55
        logGroupName | maxLength | 512 | Must | D0:55
        logGroupName | pattern | [a-zA-Z0-9_/.-]+ | Must | D0:57
        """;

    private const string DefinitionResponse = """
        status | type | String | Must | D4:100
        status | required | - | Must | D4:100
        status | enum | ACTIVE,DELETING | Must | D4:90
        """;

    private const string RunResponse = """
        workflowRunId | type | String | Must | D0:93
        workflowRunId | required | - | Must | D0:79
        workflowRunId | pattern | [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12} | Must | D0:95
        status | type | String | Must | D0:85
        status | required | - | Must | D0:79
        status | enum | RUNNING,SUCCEEDED,FAILED,TIMED_OUT,DELETING | Must | D0:87
        """;

    [Theory]
    [InlineData("CreateWorkflowDefinition", Definition)]
    [InlineData("CreateWorkflowRun", Run)]
    public void EveryConstraintOfTheRequestIsAsTheDocumentsHaveIt(string operation, string table) =>
        Assert.Equal(Lines(table), Rows(Api.Operation(operation).RequestMembers()));

    [Theory]
    [InlineData("CreateWorkflowDefinition", DefinitionResponse)]
    [InlineData("CreateWorkflowRun", RunResponse)]
    public void EveryConstraintOfTheResponseIsAsTheDocumentsHaveIt(string operation, string table) =>
        Assert.Equal(Lines(table), Rows(Api.Operation(operation).Success.Members.SelectMany(m => m.SelfAndBelow())));

    [Theory]
    [InlineData("CreateWorkflowDefinition", "201 Should aws-model application/json Should restjson1")]
    [InlineData("CreateWorkflowRun", "201 Must D0:77 application/json Must D0:73")]
    [InlineData("DeleteWorkflowRun", "202 Should aws-model application/json Should restjson1")]
    public void TheSuccessStatusAndItsMediaTypeAreCited(string operation, string expected)
    {
        var s = Api.Operation(operation).Success;
        var type = $"{s.ContentType} {s.ContentTypeLevel} {s.ContentTypeSource}";
        Assert.Equal(expected, $"{s.Status} {s.StatusLevel} {s.StatusSource} {type}");
    }

    [Fact]
    public void TheOperationsAreTheDocumentedOnesAndThenTheSupportingOnes()
    {
        string[] expected =
        [
            "CreateWorkflowDefinition PUT /workflow-definitions",
            "CreateWorkflowRun PUT /workflow-definitions/{workflowDefinitionName}/workflow-runs",
            "ListWorkflowDefinitions POST /workflow-definitions",
            "GetWorkflowDefinition GET /workflow-definitions/{workflowDefinitionName}",
            "DeleteWorkflowDefinition DELETE /workflow-definitions/{workflowDefinitionName}",
            "ListWorkflowRuns POST /workflow-definitions/{workflowDefinitionName}/workflow-runs",
            "GetWorkflowRun GET /workflow-definitions/{workflowDefinitionName}/workflow-runs/{workflowRunId}",
            "UpdateWorkflowRun PUT /workflow-definitions/{workflowDefinitionName}/workflow-runs/{workflowRunId}",
            "DeleteWorkflowRun DELETE /workflow-definitions/{workflowDefinitionName}/workflow-runs/{workflowRunId}",
        ];
        Assert.Equal(expected, Api.Operations.Select(o => $"{o.Id} {o.Method} {o.Path}"));
        Assert.Equal(["CreateWorkflowDefinition", "CreateWorkflowRun"], Api.Documented.Select(o => o.Id));
    }

    [Fact]
    public void MembersPlayTheirParts()
    {
        var (definition, run) = (Api.Operation("CreateWorkflowDefinition"), Api.Operation("CreateWorkflowRun"));
        Assert.Equal("name", definition.Playing(MemberRole.UniqueName)?.Path);
        Assert.Equal("clientToken", definition.Playing(MemberRole.IdempotencyToken)?.Path);
        Assert.Equal("clientToken", run.Playing(MemberRole.IdempotencyToken)?.Path);
        Assert.Equal(new("CreateWorkflowDefinition", "name"), run.Playing(MemberRole.Reference)?.RefersTo);
        Assert.Equal(MemberRole.Identifier, run.Success.Members.Single(m => m.Name == "workflowRunId").Role);
        var lookedUp = Api.Documented.SelectMany(o => o.RequestMembers()).Where(m => m.IsLookedUp).Select(m => m.Path);
        Assert.Equal(["exportConfig.s3BucketName", "modelId", "logGroupName"], lookedUp);
    }

    [Fact]
    public void ConstraintsNameTheInterpretationsThatTouchThem()
    {
        var run = Api.Operation("CreateWorkflowRun").RequestMembers().ToDictionary(m => m.Path);
        Assert.Equal(["R4"], run["modelId"].Find<MaxLength>()!.InterpretationIds);
        Assert.Equal(["R8"], run["logGroupName"].Find<Optional>()!.InterpretationIds);
        Assert.Equal(["R12"], run["clientInfo.compatibilityVersion"].Find<TypeIs>()!.InterpretationIds);
        Assert.Equal(["R1", "R14", "R15"], run["workflowDefinitionName"].Find<Pattern>()!.InterpretationIds);
    }

    internal static IEnumerable<string> Lines(string table) => table.ReplaceLineEndings("\n").Split('\n');

    internal static IEnumerable<string> Rows(IEnumerable<Member> members) =>
        members.SelectMany(m =>
            m.Constraints.Select(c => $"{m.Path} | {c.Keyword} | {Limit(c)} | {c.Level} | {c.Source}")
        );

    private static string Limit(Constraint constraint) =>
        constraint switch
        {
            TypeIs type => $"{type.Kind}",
            MinLength min => $"{min.Limit}",
            MaxLength max => $"{max.Limit}",
            MinItems min => $"{min.Limit}",
            MaxItems max => $"{max.Limit}",
            Minimum min => $"{min.Limit}",
            Maximum max => $"{max.Limit}",
            Pattern pattern => pattern.Text,
            OneOf oneOf => string.Join(",", oneOf.Values),
            _ => "-",
        };
}
