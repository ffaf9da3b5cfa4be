namespace Conformance.Reference.Tests.BedrockFlows;

public sealed class IdentifierTests
{
    private const string EscapedArn = "arn%3Aaws%3Abedrock%3Aus-east-1%3A000000000000%3Aflow%2FECHOFLOW01";

    [Theory]
    [InlineData("ECHOFLOW01", "TSTALIASID")]
    [InlineData("ECHOFLOW01", "ALIAS00001")]
    [InlineData("%45CHOFLOW01", "TST%41LIASID")]
    [InlineData("arn:aws:bedrock:us-east-1:000000000000:flow%2FECHOFLOW01", "ALIAS00001")]
    [InlineData("ECHOFLOW01", EscapedArn + "%2Falias%2FALIAS00001")]
    [InlineData("ECHOFLOW01", EscapedArn + "%2falias%2fTSTALIASID")]
    [InlineData(EscapedArn, EscapedArn + "%2Falias%2FALIAS00001")]
    public Task AKnownFlowAndAliasAreFound(string flow, string alias) => AssertAsync(flow, alias, 200, null);

    [Theory]
    [InlineData("NOSUCHFLOW", "TSTALIASID")]
    [InlineData("echoflow01", "TSTALIASID")]
    [InlineData("ECHOFLOW01", "NOSUCHALIAS")]
    [InlineData("ECHOFLOW01", "alias00001")]
    [InlineData("ECHOFLOW01", "a")]
    [InlineData("arn:aws:bedrock:eu-west-1:000000000000:flow%2FECHOFLOW01", "TSTALIASID")]
    [InlineData("arn:aws:bedrock:us-east-1:000000000001:flow%2FECHOFLOW01", "TSTALIASID")]
    [InlineData("FAILDEPEND", EscapedArn + "%2Falias%2FALIAS00001")]
    public Task WhatIsWellFormedAndNamesNothingIsNotFound(string flow, string alias) =>
        AssertAsync(flow, alias, 404, "ResourceNotFoundException");

    [Theory]
    [InlineData("", "TSTALIASID")]
    [InlineData("ECHOFLOW0", "TSTALIASID")]
    [InlineData("ECHOFLOW011", "TSTALIASID")]
    [InlineData("ECHOFLOW0-", "TSTALIASID")]
    [InlineData("ECHOFLOW01%0A", "TSTALIASID")]
    [InlineData("ECHOFLOW0%C3%89", "TSTALIASID")]
    [InlineData("%2545CHOFLOW01", "TSTALIASID")]
    [InlineData("arn%253Aaws%253Abedrock%253Aus-east-1%253A000000000000%253Aflow%252FECHOFLOW01", "TSTALIASID")]
    [InlineData(EscapedArn + "%2Falias%2FALIAS00001", "TSTALIASID")]
    [InlineData("ECHOFLOW01", "")]
    [InlineData("ECHOFLOW01", "TST-ALIASID")]
    [InlineData("ECHOFLOW01", "%zz")]
    [InlineData("ECHOFLOW01", "%ff")]
    [InlineData("ECHOFLOW01", EscapedArn)]
    public Task WhatIsIllFormedIsInvalid(string flow, string alias) =>
        AssertAsync(flow, alias, 400, "ValidationException");

    [Theory]
    [InlineData(2048, 404)]
    [InlineData(2049, 400)]
    public Task AnAliasIdentifierHasAtMost2048Characters(int length, int status) =>
        AssertAsync(
            "ECHOFLOW01",
            new string('a', length),
            status,
            status == 404 ? "ResourceNotFoundException" : "ValidationException"
        );

    [Theory]
    [InlineData("/flows")]
    [InlineData("/flows/")]
    [InlineData("/flows/ECHOFLOW01")]
    [InlineData("/flows/ECHOFLOW01/aliases")]
    [InlineData("/flows/ECHOFLOW01/Aliases/TSTALIASID")]
    [InlineData("/flows/ECHOFLOW01/aliases/TSTALIASID/")]
    [InlineData("/flows/arn:aws:bedrock:us-east-1:000000000000:flow/ECHOFLOW01/aliases/TSTALIASID")]
    public async Task AnotherPathIsUnknown(string path)
    {
        await using var bedrock = await Emulator.StartAsync();
        var reply = await bedrock.PostAsync(path, Invocations.Body());
        Assert.Equal((404, "UnknownOperationException"), (reply.Status, reply.Error));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task AnotherMethodIsNotAllowed(string method)
    {
        await using var bedrock = await Emulator.StartAsync();
        var reply = await bedrock.SendAsync(method, Invocations.EchoPath);
        Assert.Equal((405, "MethodNotAllowedException"), (reply.Status, reply.Error));
        Assert.Equal(["POST"], reply.AllowedMethods);
    }

    [Fact]
    public async Task TheArnsAreThoseOfTheRegionAndTheAccountOfTheServer()
    {
        await using var bedrock = await Emulator.StartAsync(
            new() { Region = "eu-central-1", AccountId = "123456789012" }
        );
        var arn = "arn:aws:bedrock:eu-central-1:123456789012:flow/ECHOFLOW01";
        var reply = await bedrock.PostAsync(Invocations.Path(arn, $"{arn}/alias/ALIAS00001"), Invocations.Body());
        Assert.Equal(200, reply.Status);
        var elsewhere = await bedrock.PostAsync(Invocations.Path(Invocations.ArnOfEcho), Invocations.Body());
        Assert.Equal(404, elsewhere.Status);
    }

    private static async Task AssertAsync(string flow, string alias, int status, string? error)
    {
        await using var bedrock = await Emulator.StartAsync();
        var reply = await bedrock.PostAsync($"/flows/{flow}/aliases/{alias}", Invocations.Body());
        Assert.Equal((status, error), (reply.Status, reply.Error));
        if (error is not null)
            Assert.False(string.IsNullOrEmpty(reply.Text("message")));
    }
}
