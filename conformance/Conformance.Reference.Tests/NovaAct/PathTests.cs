namespace Conformance.Reference.Tests.NovaAct;

public sealed class PathTests
{
    [Theory]
    [InlineData("demo")]
    [InlineData("%64emo")]
    [InlineData("%64%65%6D%6f")]
    public async Task EscapesAreDecodedOnce(string name)
    {
        await using var nova = await Emulator.WithDemoAsync();
        Assert.Equal(200, (await nova.GetAsync($"/workflow-definitions/{name}")).Status);
        Assert.Equal(201, (await nova.PutAsync($"/workflow-definitions/{name}/workflow-runs", Valid.Run)).Status);
    }

    [Theory]
    [InlineData("%2564emo")]
    [InlineData("a%20b")]
    [InlineData("a+b")]
    [InlineData("a.b")]
    [InlineData("..")]
    [InlineData("a%2Fb")]
    [InlineData("a%0A")]
    [InlineData("%C3%A9")]
    [InlineData("%zz")]
    [InlineData("%")]
    [InlineData("%4")]
    [InlineData("%ff")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task AnIllFormedNameIsRejectedByItsName(string name)
    {
        await using var nova = await Emulator.WithDemoAsync();
        var reply = await nova.PutAsync($"/workflow-definitions/{name}/workflow-runs", Valid.Run);
        Assert.Equal((400, "ValidationException"), (reply.Status, reply.Error));
        Assert.Equal("workflowDefinitionName", reply.Fields);
    }

    [Fact]
    public async Task ANameOfFiftyThousandCharactersIsRejectedLikeAnyOther()
    {
        await using var nova = await Emulator.StartAsync();
        var reply = await nova.GetAsync($"/workflow-definitions/{Valid.Repeat("a", 50_000)}");
        Assert.Equal((400, "workflowDefinitionName"), (reply.Status, reply.Fields));
    }

    [Fact]
    public async Task AnEscapedNulInThePathIsRejected()
    {
        await using var nova = await Emulator.WithDemoAsync();
        Assert.Equal(400, (await nova.GetAsync("/workflow-definitions/de%00mo")).Status);
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-00000000000A")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("x")]
    public async Task AnIllFormedRunIdIsRejectedByItsName(string id)
    {
        await using var nova = await Emulator.WithDemoAsync();
        var reply = await nova.GetAsync($"{Valid.DemoRuns}/{id}");
        Assert.Equal((400, "workflowRunId"), (reply.Status, reply.Fields));
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/workflow-definition")]
    [InlineData("PUT", "/Workflow-Definitions")]
    [InlineData("PUT", "//workflow-definitions")]
    [InlineData("PUT", "/x/../workflow-definitions")]
    [InlineData("GET", "/workflow-definitions/demo/runs")]
    [InlineData("GET", "/workflow-definitions/demo/workflow-runs/x/y")]
    public async Task AnUnknownPathIsNotFound(string method, string path)
    {
        await using var nova = await Emulator.WithDemoAsync();
        var reply = await nova.SendAsync(method, path);
        Assert.Equal((404, "UnknownOperationException"), (reply.Status, reply.Error));
        Assert.NotNull(reply.Text("message"));
    }

    [Theory]
    [InlineData("GET", "/workflow-definitions", "PUT, POST")]
    [InlineData("PATCH", "/workflow-definitions", "PUT, POST")]
    [InlineData("OPTIONS", "/workflow-definitions", "PUT, POST")]
    [InlineData("PUT", "/workflow-definitions/demo", "GET, DELETE")]
    [InlineData("GET", "/workflow-definitions/demo/workflow-runs", "PUT, POST")]
    [InlineData("POST", "/workflow-definitions/demo/workflow-runs/x", "GET, PUT, DELETE")]
    public async Task AMethodThatAPathHasNotIsRejected(string method, string path, string allowed)
    {
        await using var nova = await Emulator.WithDemoAsync();
        var reply = await nova.SendAsync(method, path, []);
        Assert.Equal((405, "MethodNotAllowedException"), (reply.Status, reply.Error));
        Assert.NotNull(reply.Text("message"));
        Assert.Equal(allowed, string.Join(", ", reply.AllowedMethods));
    }
}
