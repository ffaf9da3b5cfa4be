using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Conformance.Contracts.Provider;

/// <summary>What travels between a kit and the process that verifies for it, one JSON object on each line.</summary>
internal sealed record VerifierCall(int Id, VerifierTask? Task, VerifierResponse? Response, string? Fault)
{
    public string ToLine() => JsonSerializer.Serialize(this);

    public static VerifierCall Parse(string line) =>
        JsonSerializer.Deserialize<VerifierCall>(line) ?? throw new JsonException("expected a call, got null");
}

/// <summary>The other end of <see cref="VerifierProcess"/>: verifies what it is asked to, until nobody asks any more.</summary>
public static class VerifierHost
{
    /// <summary>Serves to the end of the input.</summary>
    /// <param name="calls">What to do.</param>
    /// <param name="responses">What came of it; nobody else may write to it.</param>
    /// <param name="verify">Does the work.</param>
    /// <param name="cancel">Ends it early.</param>
    public static async Task Serve(TextReader calls, TextWriter responses, Verify verify, CancellationToken cancel)
    {
        using var turn = new SemaphoreSlim(1);
        var open = new List<Task>();
        while (await calls.ReadLineAsync(cancel) is { } line)
        {
            open.RemoveAll(task => task.IsCompleted);
            open.Add(Respond(VerifierCall.Parse(line), verify, Say, cancel));
        }
        await Task.WhenAll(open);

        async Task Say(VerifierCall response)
        {
            await turn.WaitAsync(cancel);
            try
            {
                await responses.WriteLineAsync(response.ToLine().AsMemory(), cancel);
                await responses.FlushAsync(cancel);
            }
            finally
            {
                turn.Release();
            }
        }
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever goes wrong is told to the caller, who makes an errored verdict of it."
    )]
    private static async Task Respond(
        VerifierCall call,
        Verify verify,
        Func<VerifierCall, Task> say,
        CancellationToken cancel
    )
    {
        VerifierCall response;
        try
        {
            response = call with { Task = null, Response = VerifierReport.Brief(await verify(call.Task!, cancel)) };
        }
        catch (Exception fault)
        {
            response = call with { Task = null, Fault = $"{fault.GetType().Name}: {fault.Message}" };
        }
        await say(response);
    }
}
