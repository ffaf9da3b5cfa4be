namespace Conformance.Schemas.Tests;

/// <summary>InvokeFlow spelled out by hand from the document, so that a slip in the schema can't confirm itself.</summary>
public sealed class BedrockFlowsTests
{
    private static readonly Api Api = Files.LoadWith(Files.Bedrock, Files.Text(Files.Bedrock));
    private static readonly Operation Invoke = Api.Operation("InvokeFlow");

    private const string Flow = "^(arn:aws:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:flow/[0-9a-zA-Z]{10})|([0-9a-zA-Z]{10})$";

    private const string Alias =
        "^(arn:aws:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:flow/[0-9a-zA-Z]{10}/alias/[0-9a-zA-Z]{10})"
        + @"|(\bTSTALIASID\b|[0-9a-zA-Z]+)$";

    /// <summary>member | keyword | limit | level | citation</summary>
    private const string Request = $$"""
        flowIdentifier | type | String | Should | implied:D3:31
        flowIdentifier | required | - | Must | D3:33
        flowIdentifier | minLength | 0 | Must | D3:29
        flowIdentifier | maxLength | 2048 | Must | D3:29
        flowIdentifier | pattern | {{Flow}} | Must | D3:31
        flowAliasIdentifier | type | String | Should | implied:D3:21
        flowAliasIdentifier | required | - | Must | D3:23
        flowAliasIdentifier | minLength | 0 | Must | D3:19
        flowAliasIdentifier | maxLength | 2048 | Must | D3:19
        flowAliasIdentifier | pattern | {{Alias}} | Must | D3:21
        inputs | type | Array | Must | D3:43
        inputs | required | - | Must | D3:47
        inputs | minItems | 1 | Must | D3:45
        inputs | maxItems | 1 | Must | D3:45
        inputs[] | type | Object | Must | D3:41
        inputs[].content | type | Object | Must | D3:9
        inputs[].content | required | - | Should | bedrock-model
        inputs[].content.document | type | Any | Should | bedrock-model
        inputs[].content.document | required | - | May | bedrock-model
        inputs[].nodeName | type | String | Must | D3:9
        inputs[].nodeName | required | - | Should | bedrock-model
        inputs[].nodeName | pattern | ^[a-zA-Z]([_]?[0-9a-zA-Z]){0,99}$ | Should | bedrock-model
        inputs[].nodeOutputName | type | String | Must | D3:9
        inputs[].nodeOutputName | optional | - | Should | bedrock-model
        inputs[].nodeOutputName | pattern | ^[a-zA-Z]([_]?[0-9a-zA-Z]){0,99}$ | Should | bedrock-model
        """;

    [Fact]
    public void EveryConstraintOfTheRequestIsAsTheDocumentHasIt() =>
        Assert.Equal(NovaActTests.Lines(Request), NovaActTests.Rows(Invoke.RequestMembers()));

    [Fact]
    public void TheOperationIsTheDocumentedOne()
    {
        Assert.Equal(("bedrock-flows", "bedrock"), (Api.Name, Api.SigningName));
        Assert.Equal(
            ["InvokeFlow POST /flows/{flowIdentifier}/aliases/{flowAliasIdentifier} D3:5"],
            Api.Documented.Select(o => $"{o.Id} {o.Method} {o.Path} {o.Source}")
        );
        Assert.Equal(Api.Operations, Api.Documented);
        Assert.Equal("D3:37", Invoke.BodyIs!.Source.ToString());
    }

    [Fact]
    public void TheStatusIsStatedAndTheMediaTypeIsInDispute()
    {
        var success = Invoke.Success;
        Assert.Equal("200 Must D3:55", $"{success.Status} {success.StatusLevel} {success.StatusSource}");
        Assert.Equal(
            "application/json May D3:51",
            $"{success.ContentType} {success.ContentTypeLevel} {success.ContentTypeSource}"
        );
        Assert.False(success.IsAnySuccess);
        Assert.Empty(success.Members);
        Assert.Null(success.BodyIs);
    }

    [Fact]
    public void WhatHasToBeThereAlreadyIsKnownFromTheConfiguration()
    {
        string[] known = ["flowIdentifier", "flowAliasIdentifier", "inputs[].nodeName", "inputs[].nodeOutputName"];
        var members = Invoke.RequestMembers().ToList();
        Assert.Equal(known, members.Where(m => m.Role == MemberRole.Known).Select(m => m.Path));
        Assert.Equal(
            ["ECHOFLOW01", "TSTALIASID", "FlowInputNode", "document"],
            members.Where(m => m.Role == MemberRole.Known).Select(m => m.Example)
        );
        Assert.Equal(["inputs[].content.document"], members.Where(m => m.IsLookedUp).Select(m => m.Path));
        Assert.Equal(["flowArn", "flowAliasArn", "echo", "failures"], Api.Fixtures.Select(f => f.Name));
        Assert.Empty(Api.Conventions);
    }

    [Fact]
    public void ConstraintsNameTheInterpretationsThatTouchThem()
    {
        var members = Invoke.RequestMembers().ToDictionary(m => m.Path);
        foreach (var identifier in Invoke.Parameters)
        {
            Assert.Equal(["R2", "R14", "R15"], identifier.Find<Pattern>()!.InterpretationIds);
            Assert.Equal(["R15", "R34"], identifier.Find<MaxLength>()!.InterpretationIds);
            Assert.Equal(["R3", "R15"], identifier.Find<MinLength>()!.InterpretationIds);
        }
        Assert.Equal(["R22"], members["inputs[].content.document"].Find<Required>()!.InterpretationIds);
        Assert.Equal(["R8"], members["inputs[].nodeOutputName"].Find<Optional>()!.InterpretationIds);
    }
}
