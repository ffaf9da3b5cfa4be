using System.Text;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Tests.Pennsieve;

public sealed class ModeTests
{
    private const string Named = $"\"workflowDefinitionId\":\"{Offered.DefinitionId}\"";
    private const string Fresh = "{" + Named + ""","limits":{"cpus":[1,2],"gb":0.5}}""";

    [Theory]
    [InlineData("neither", null, null)]
    [InlineData("neither", "null", "null")]
    [InlineData("both", $"\"{Offered.InstanceId}\"", Offered.ConfigurationJson)]
    public async Task ExactlyOneModeIsTaken(string got, string? id, string? configuration)
    {
        await using var workspace = await Workspace.StartAsync();
        var reply = await workspace.CreateAsync(
            Workspace.With(("workflowInstanceId", id), ("workflowInstanceConfiguration", configuration))
        );
        Assert.Equal(400, reply.Status);
        Assert.Equal(
            $"expected either workflowInstanceId or workflowInstanceConfiguration, got {got}",
            reply.Text("message")
        );
    }

    [Fact]
    public async Task AnUnknownInstanceIsNotFound()
    {
        await using var workspace = await Workspace.StartAsync();
        var reply = await workspace.CreateAsync("workflowInstanceId", Valid.Quoted(Offered.DefinitionId));
        Assert.Equal(404, reply.Status);
        Assert.Contains(Offered.DefinitionId, reply.Text("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("""{"workflowDefinitionId":null}""", 400)]
    [InlineData("""{"workflowDefinitionId":"demo"}""", 400)]
    [InlineData($$"""{"workflowDefinitionId":"{{Offered.InstanceId}}"}""", 404)]
    public async Task AConfigurationNamesADefinitionThatExists(string configuration, int status)
    {
        await using var workspace = await Workspace.StartAsync();
        Assert.Equal(status, (await workspace.CreateAsync(Workspace.Configured(configuration))).Status);
    }

    [Theory]
    [InlineData(true, Fresh)]
    [InlineData(true, """ { "limits": {"gb":5e-1, "cpus":[1.0,2]}, """ + Named + " }")]
    [InlineData(false, "{" + Named + ""","limits":{"cpus":[2,1],"gb":0.5}}""")]
    [InlineData(false, "{" + Named + ""","limits":{"cpus":[1,2],"gb":"0.5"}}""")]
    [InlineData(false, "{" + Named + "}")]
    public async Task TheSameConfigurationFindsTheInstanceThatItCreated(bool isSame, string configuration)
    {
        await using var workspace = await Workspace.StartAsync();
        var first = await workspace.CreateAsync(Workspace.Configured(Fresh));
        var second = await workspace.CreateAsync(Workspace.Configured(configuration));
        Assert.Equal((201, 201), (first.Status, second.Status));
        Assert.Equal(isSame, first.Text("workflowInstanceId") == second.Text("workflowInstanceId"));
        Assert.NotEqual(first.Text("id"), second.Text("id"));
    }

    [Fact]
    public async Task AnInstanceThatWasCreatedExistsForTheOtherMode()
    {
        await using var workspace = await Workspace.StartAsync();
        var created = await workspace.CreateAsync(Workspace.Configured(Fresh));
        var id = created.Text("workflowInstanceId")!;
        var reply = await workspace.CreateAsync("workflowInstanceId", Valid.Quoted(id.ToUpperInvariant()));
        Assert.Equal((201, id), (reply.Status, reply.Text("workflowInstanceId")));
    }

    [Fact]
    public async Task TheConfigurationOfTheOfferedInstanceFindsIt()
    {
        await using var workspace = await Workspace.StartAsync();
        var reply = await workspace.CreateAsync(Workspace.Configured(Offered.ConfigurationJson));
        Assert.Equal((201, Offered.InstanceId), (reply.Status, reply.Text("workflowInstanceId")));
    }

    [Fact]
    public async Task ManyAtOnceCreateOneInstance()
    {
        await using var workspace = await Workspace.StartAsync();
        var body = Encoding.UTF8.GetBytes(Workspace.Configured(Fresh));
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => workspace.Emulator.SendAsync("POST", Workspace.Runs, body))
        );
        Assert.Single(replies.Select(r => r.Text("workflowInstanceId")).Distinct());
    }
}
