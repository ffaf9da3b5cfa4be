using System.Diagnostics;
using System.Text.Json;
using Conformance.Contracts.Native;
using Conformance.Contracts.Provider;

namespace Conformance.Contracts.Tests.Provider;

public sealed class VerifierProcessTests
{
    private static readonly VerifierTask Task1 = new(
        "{}",
        "nova-act",
        new("http://127.0.0.1:1/"),
        new("http://127.0.0.1:1/s")
    );

    [Fact]
    public async Task AProcessThatEndsIsNoVerdict()
    {
        await using var process = new VerifierProcess(_ => new ProcessStartInfo("dotnet", "--version"));
        var lost = await Assert.ThrowsAsync<VerifierLostException>(() => process.Verify(Task1, Cancel));
        Assert.Contains("ended early", lost.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<VerifierLostException>(() => process.Verify(Task1, Cancel));
    }

    [Fact]
    public async Task AProcessThatCanNotBeStartedIsNoVerdict()
    {
        await using var process = new VerifierProcess(_ => new ProcessStartInfo("no-such-program-anywhere"));
        await Assert.ThrowsAsync<VerifierLostException>(() => process.Verify(Task1, Cancel));
    }

    [Fact]
    public async Task ItsProcessSeesTheEnvironmentOfAVerifier()
    {
        var info = new ProcessStartInfo("dotnet", "--version");
        await using var process = new VerifierProcess(_ => info);
        await Assert.ThrowsAsync<VerifierLostException>(() => process.Verify(Task1, Cancel));
        Assert.All(VerifierEnvironment.Variables, seen => Assert.Equal(seen.Value, info.Environment[seen.Key]));
    }

    [Fact]
    public async Task EveryCallGetsAResponseAndAFaultIsTold()
    {
        using var calls = new StringReader($"{Call(1, "one")}\n{Call(2, "fails")}\n");
        using var responses = new StringWriter();
        await VerifierHost.Serve(calls, responses, Verify, Cancel);
        var said = responses
            .ToString()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(VerifierCall.Parse)
            .OrderBy(c => c.Id)
            .ToList();
        Assert.Equal(new VerifierResponse(0, "one"), said[0].Response);
        Assert.Equal((null, "VerifierLostException: it fell over"), (said[1].Response, said[1].Fault));
    }

    [Fact]
    public async Task WhatPactSaysAtLengthIsShortenedBeforeItTravels()
    {
        var report = $$"""{"interactionResults":[{"description":"{{new string('x', 900_000)}}"}]}""";
        using var calls = new StringReader(Call(1, "one"));
        using var responses = new StringWriter();
        await VerifierHost.Serve(calls, responses, (_, _) => Task.FromResult(new VerifierResponse(1, report)), Cancel);
        Assert.InRange(responses.ToString().Length, 1, 20_000);
    }

    private static Task<VerifierResponse> Verify(VerifierTask task, CancellationToken cancel) =>
        task.Provider == "fails"
            ? throw new VerifierLostException("it fell over")
            : Task.FromResult(new VerifierResponse(0, task.Provider));

    private static string Call(int id, string provider) =>
        JsonSerializer.Serialize(new VerifierCall(id, Task1 with { Provider = provider }, null, null));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
