using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>What belongs to one request is kept where another one finds it.</summary>
internal static class SharedMemory
{
    private const int BufferBytes = 4096;

    /// <summary>Long enough for another request to come in between.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "GivesRunsAtOnceTheSameResponse",
                "gives runs that are started at once the response of the last of them",
                ["CreateWorkflowRun/concurrency/own-responses"],
                GivesTheLastResponse
            )
            .AlsoBreaking("CreateWorkflowRun/*"),
        Row(
            "QuotesTheBufferBehindBrokenJson",
            "quotes what stands in its buffer behind a body that is cut off",
            ["*/robustness/no-leak"],
            QuotesBuffer
        ),
        Row(
                "GivesTheFirstNotFoundAgain",
                "gives the error of the first thing that it did not find for everything that it does not find",
                ["CreateWorkflowRun/robustness/no-leak"],
                GivesTheFirstNotFound
            )
            .AlsoBreaking("CreateWorkflowRun/error/ResourceNotFoundException/*"),
        Row(
                "KeepsLogGroupOfTheConnection",
                "gives a run without log group the one of an earlier run on its connection",
                ["CreateWorkflowRun/supporting/get-shows-what-was-created"],
                KeepsLogGroup
            )
            .AlsoBreaking(
                "CreateWorkflowRun/supporting/*",
                "CreateWorkflowRun/robustness/no-leak",
                "CreateWorkflowRun/concurrency/*"
            ),
    ];

    /// <summary>Lets other requests come in between.</summary>
    public static void LetOthersIn() => Task.Delay(Pause, TimeProvider.System).Wait();

    /// <summary>The response is put down in one place for all requests before it is sent from there.</summary>
    private static NovaActBehaviour GivesTheLastResponse()
    {
        Response? last = null;
        return Twists.Responding(
            CreateRun,
            (_, response) =>
            {
                if (response.Status != 201)
                    return response;
                Volatile.Write(ref last, response);
                LetOthersIn();
                return Volatile.Read(ref last)!;
            }
        );
    }

    /// <summary>A connection has one buffer, which is not wiped between two requests.</summary>
    private static NovaActBehaviour QuotesBuffer()
    {
        var buffers = new ConcurrentDictionary<string, byte[]>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var response = Twists.Correct.Handle(call);
                var buffer = buffers.GetOrAdd(call.Request.Connection, _ => new byte[BufferBytes]);
                var length = Math.Min(call.Request.Body.Length, BufferBytes);
                string behind;
                lock (buffer)
                {
                    call.Request.Body.Span[..length].CopyTo(buffer);
                    behind = Encoding.UTF8.GetString(buffer.AsSpan(length)).TrimEnd('\0');
                }
                var isCutOff = response.Header("X-Amzn-ErrorType") == "SerializationException";
                return isCutOff ? response.Rewritten(e => e["message"] = $"unexpected text at {behind}") : response;
            },
        };
    }

    /// <summary>The exception is made once, and thrown ever after.</summary>
    private static NovaActBehaviour GivesTheFirstNotFound()
    {
        Rejection? first = null;
        return Twists.Rejecting(rejection =>
            rejection.Error == "ResourceNotFoundException"
                ? Interlocked.CompareExchange(ref first, rejection, null) ?? rejection
                : rejection
        );
    }

    /// <summary>A connection has one object for what its requests ask for, in which an absent member stays as it was.</summary>
    private static NovaActBehaviour KeepsLogGroup()
    {
        var last = new ConcurrentDictionary<string, string>();
        var kept = new ConcurrentDictionary<string, string>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var response = Twists.Correct.Handle(call);
                if (call.Operation == CreateRun && Replays.RunId(response) is { } id)
                    if (call.Text("logGroupName") is { } logGroup)
                        last[call.Request.Connection] = logGroup;
                    else if (last.TryGetValue(call.Request.Connection, out var earlier))
                        kept.TryAdd(id, earlier);
                return
                    call.Operation == NovaActOperation.GetWorkflowRun
                    && response.Status == 200
                    && kept.TryGetValue(call.RunId, out var shown)
                    ? response.Rewritten(run => run["logGroupName"] = JsonValue.Create(shown))
                    : response;
            },
        };
    }
}
