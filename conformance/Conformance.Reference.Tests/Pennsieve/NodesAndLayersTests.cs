using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Tests.Pennsieve;

public sealed class NodesAndLayersTests
{
    [Theory]
    [InlineData("dataSources", """{"source-1":{},"source-9":{}}""", "source-9")]
    [InlineData("dataSources", """{"processor-1":{}}""", "processor-1")]
    [InlineData("dataSources", """{"Source-1":{}}""", "Source-1")]
    [InlineData("dataTargets", """{"target-9":{}}""", "target-9")]
    [InlineData("dataTargets", """{"source-1":{}}""", "source-1")]
    [InlineData("processorParams", """{"processor-9":{}}""", "processor-9")]
    [InlineData("processorParams", """{"target-1":{}}""", "target-1")]
    [InlineData("tags", """{"processor-1":"v2","processor-9":"v2"}""", "processor-9")]
    [InlineData("tags", """{"source-1":"v2"}""", "source-1")]
    public async Task AKeyThatIsNoSuchNodeIsRejectedByItsName(string member, string json, string key)
    {
        await using var workspace = await Workspace.StartAsync();
        var reply = await workspace.CreateAsync(member, json);
        Assert.Equal(400, reply.Status);
        Assert.StartsWith($"{member}: ", reply.Text("message"), StringComparison.Ordinal);
        Assert.EndsWith($"got '{key}'", reply.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeysAreHeldAgainstTheDefinitionOfAConfigurationToo()
    {
        await using var workspace = await Workspace.StartAsync();
        var body = Workspace.With(
            ("workflowInstanceId", null),
            ("workflowInstanceConfiguration", Offered.ConfigurationJson),
            ("dataSources", """{"source-9":{}}""")
        );
        Assert.Equal(400, (await workspace.CreateAsync(body)).Status);
    }

    [Theory]
    [InlineData(Offered.UnreadyLayer, 409)]
    [InlineData("layer-unheard-of", 422)]
    [InlineData("Layer-Ready", 422)]
    [InlineData("", 422)]
    public async Task ALayerThatIsNotReadyIsRejectedByItsName(string layer, int status)
    {
        await using var workspace = await Workspace.StartAsync();
        var reply = await workspace.CreateAsync("layers", $"""["{Offered.ReadyLayer}","{layer}"]""");
        Assert.Equal(status, reply.Status);
        Assert.Contains($"'{layer}'", reply.Text("message"), StringComparison.Ordinal);
    }
}
