using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;

namespace Conformance.Reference.Tests.BedrockFlows;

/// <summary>Each test makes the implementation wrong, or right in another way, by exchanging one step.</summary>
public sealed class BedrockFlowsBehaviourTests
{
    private static readonly BedrockFlowsBehaviour Correct = BedrockFlowsBehaviour.Correct;
    private static readonly FlowEvent Completed = FlowEvent.Completion("SUCCESS");

    public static TheoryData<string, string> Runs =>
        new()
        {
            { "without completion", "flowOutputEvent" },
            { "without output", "flowCompletionEvent" },
            { "without anything", "" },
            { "completed twice", "flowOutputEvent flowCompletionEvent flowCompletionEvent" },
            { "output after completion", "flowCompletionEvent flowOutputEvent" },
            { "exception and completion", "flowOutputEvent throttlingException flowCompletionEvent" },
            { "unknown events between", "futureEvent flowOutputEvent futureEvent flowCompletionEvent" },
        };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task TheEventsCanBeAnyInAnyOrder(string how, string names)
    {
        await using var bedrock = await Invocations.StartAsync(
            Correct with
            {
                Run = call => Wrong(how, FlowRun.Of(call)),
            }
        );
        var reply = await bedrock.EchoAsync();
        Assert.Equal(200, reply.Status);
        Assert.Equal(names, string.Join(' ', reply.Events().Select(e => e.Name)));
    }

    [Fact]
    public async Task ALaxImplementationCanDoWithoutADocument()
    {
        await using var bedrock = await Invocations.StartAsync(
            Correct with
            {
                Members = new() { Document = Checks.Nothing },
            }
        );
        var reply = await bedrock.PostAsync(
            Invocations.EchoPath,
            """{"inputs":[{"content":{},"nodeName":"FlowInputNode"}]}"""
        );
        Assert.Equal("{}", reply.Events()[0].Json.GetProperty("content").GetRawText());
    }

    [Fact]
    public async Task OtherStepsCanBeExchangedToo()
    {
        await using var bedrock = await Invocations.StartAsync(
            Correct with
            {
                Find = (directory, _, _) => directory.Flows[0],
                FitsFlow = (_, _) => null,
                Finish = response => response.Status == 200 ? response with { Status = 201 } : response,
                Stamp = (response, _) => response,
            }
        );
        var reply = await bedrock.PostAsync(
            Invocations.Path("NOSUCHFLOW"),
            Invocations.Body().Replace("FlowInputNode", "Other", StringComparison.Ordinal)
        );
        Assert.Equal((201, null), (reply.Status, reply.RequestId));
    }

    [Fact]
    public async Task WhatAStepThrowsIsADocumentedError()
    {
        await using var bedrock = await Invocations.StartAsync(
            Correct with
            {
                Run = _ => throw new InvalidOperationException("secret"),
            }
        );
        var reply = await bedrock.EchoAsync();
        Assert.Equal((500, "InternalServerException"), (reply.Status, reply.Error));
        Assert.DoesNotContain("secret", reply.Text("message"), StringComparison.Ordinal);
        Assert.NotNull(reply.RequestId);
    }

    private static IAsyncEnumerable<FlowEvent> Wrong(string how, IAsyncEnumerable<FlowEvent> events)
    {
        var future = new FlowEvent("futureEvent", false, "{}"u8.ToArray());
        return how switch
        {
            "without completion" => events.Take(1),
            "without output" => events.Skip(1),
            "without anything" => events.Take(0),
            "completed twice" => events.Append(Completed),
            "output after completion" => events.Reverse(),
            "exception and completion" => events
                .Take(1)
                .Append(FlowEvent.Exception(FlowError.Throttling))
                .Append(Completed),
            "unknown events between" => events.SelectMany(e => (FlowEvent[])[future, e]),
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, "expected a known way"),
        };
    }
}
