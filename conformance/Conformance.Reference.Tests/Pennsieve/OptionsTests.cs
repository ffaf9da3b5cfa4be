using System.Net.Http.Headers;

namespace Conformance.Reference.Tests.Pennsieve;

public sealed class OptionsTests
{
    [Theory]
    [InlineData(null, 401)]
    [InlineData("Bearer other", 401)]
    [InlineData("Basic secret", 401)]
    [InlineData("Bearer secret", 201)]
    [InlineData("bearer secret", 201)]
    public async Task WhenATokenIsSetItIsDemanded(string? authorization, int status)
    {
        await using var workspace = await Workspace.StartAsync(
            options: Workspace.AtOnce with
            {
                BearerToken = "secret",
            }
        );
        var reply = await workspace.Emulator.SendAsync(
            "POST",
            Workspace.Runs,
            System.Text.Encoding.UTF8.GetBytes(Workspace.With()),
            prepare: request =>
            {
                if (authorization is not null)
                    request.Headers.TryAddWithoutValidation("Authorization", authorization);
            }
        );
        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 401, reply.Headers.WwwAuthenticate.Contains(new AuthenticationHeaderValue("Bearer")));
    }

    [Fact]
    public async Task PathsAndTheStatusAreSet()
    {
        var options = Workspace.AtOnce with
        {
            RunsPath = "/v2/runs",
            DefinitionsPath = "/registry/definitions",
            CreatedStatus = 200,
        };
        await using var workspace = await Workspace.StartAsync(options: options);
        var emulator = workspace.Emulator;
        var created = await emulator.PostAsync("/v2/runs", Workspace.With());
        Assert.Equal(200, created.Status);
        Assert.Equal(200, (await emulator.GetAsync($"/v2/runs/{created.Text("id")}")).Status);
        var definition = Workspace.Definition.Replace("/workflows/", "/registry/", StringComparison.Ordinal);
        Assert.Equal(200, (await emulator.GetAsync(definition)).Status);
        Assert.Equal(404, (await emulator.PostAsync(Workspace.Runs, Workspace.With())).Status);
    }

    [Fact]
    public async Task TwoServersShareNothing()
    {
        await using var one = await Workspace.StartAsync();
        await using var two = await Workspace.StartAsync();
        var created = await one.CreateAsync(Workspace.With());
        Assert.Equal((200, 404), ((await one.ReadAsync(created)).Status, (await two.ReadAsync(created)).Status));
    }
}
