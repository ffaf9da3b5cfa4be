using System.Text;

namespace Conformance.Reference.Tests.BedrockFlows;

public sealed class RequestBodyTests
{
    private const string Content = "\"content\":{\"document\":1}";
    private const string Node = "\"nodeName\":\"FlowInputNode\"";

    [Theory]
    [InlineData($$"""{"inputs":[{{{Content}},{{Node}}}]}""")]
    [InlineData($$"""{"inputs":[{{{Content}},{{Node}},"nodeOutputName":"document"}]}""")]
    [InlineData($$"""{"inputs":[{{{Content}},{{Node}},"nodeOutputName":null}]}""")]
    [InlineData($$"""{"inputs":[{{{Content}},{{Node}},"other":[1]}],"enableTrace":true,"other":{} }""")]
    [InlineData($$"""{"inputs":[{"content":{"document":1,"other":2},{{Node}}}]}""")]
    [InlineData($$"""{"inputs":[1,2],"inputs":[{{{Content}},{{Node}}}]}""")]
    public async Task ABodyInOrderIsAccepted(string body)
    {
        await using var bedrock = await Emulator.StartAsync();
        var reply = await bedrock.PostAsync(Invocations.EchoPath, body);
        Assert.Equal((200, "1"), (reply.Status, reply.Events()[0].Document()));
    }

    [Theory]
    [InlineData("{}", "inputs")]
    [InlineData("""{"inputs":null}""", "inputs")]
    [InlineData("""{"Inputs":[]}""", "inputs")]
    [InlineData("""{"inputs":{}}""", "inputs")]
    [InlineData("""{"inputs":"x"}""", "inputs")]
    [InlineData("""{"inputs":[]}""", "inputs")]
    [InlineData($$"""{"inputs":[{{{Content}},{{Node}}},{{{Content}},{{Node}}}]}""", "inputs")]
    [InlineData("""{"inputs":[null]}""", "inputs[0]")]
    [InlineData("""{"inputs":[[]]}""", "inputs[0]")]
    [InlineData($$"""{"inputs":[{{{Node}}}]}""", "inputs[0].content")]
    [InlineData($$"""{"inputs":[{"content":null,{{Node}}}]}""", "inputs[0].content")]
    [InlineData($$"""{"inputs":[{"content":"text",{{Node}}}]}""", "inputs[0].content")]
    [InlineData($$"""{"inputs":[{"content":[],{{Node}}}]}""", "inputs[0].content")]
    [InlineData($$"""{"inputs":[{"content":{},{{Node}}}]}""", "inputs[0].content.document")]
    [InlineData($$"""{"inputs":[{"content":{"other":1},{{Node}}}]}""", "inputs[0].content.document")]
    [InlineData($$"""{"inputs":[{{{Content}}}]}""", "inputs[0].nodeName")]
    [InlineData($$"""{"inputs":[{{{Content}},"nodeName":null}]}""", "inputs[0].nodeName")]
    [InlineData($$"""{"inputs":[{{{Content}},"nodeName":1}]}""", "inputs[0].nodeName")]
    [InlineData($$"""{"inputs":[{{{Content}},"nodeName":""}]}""", "inputs[0].nodeName")]
    [InlineData($$"""{"inputs":[{{{Content}},"nodeName":"Flow__InputNode"}]}""", "inputs[0].nodeName")]
    [InlineData($$"""{"inputs":[{{{Content}},"nodeName":"FlowInputNode\n"}]}""", "inputs[0].nodeName")]
    [InlineData($$"""{"inputs":[{{{Content}},"nodeName":"OtherNode"}]}""", "inputs[0].nodeName")]
    [InlineData($$"""{"inputs":[{{{Content}},"nodeName":"FlowOutputNode"}]}""", "inputs[0].nodeName")]
    [InlineData($$"""{"inputs":[{{{Content}},{{Node}},"nodeOutputName":1}]}""", "inputs[0].nodeOutputName")]
    [InlineData($$"""{"inputs":[{{{Content}},{{Node}},"nodeOutputName":"_"}]}""", "inputs[0].nodeOutputName")]
    [InlineData($$"""{"inputs":[{{{Content}},{{Node}},"nodeOutputName":"other"}]}""", "inputs[0].nodeOutputName")]
    public async Task ABodyOutOfOrderIsRejectedByTheMemberAtFault(string body, string member)
    {
        await using var bedrock = await Emulator.StartAsync();
        var reply = await bedrock.PostAsync(Invocations.EchoPath, body);
        Assert.Equal((400, "ValidationException"), (reply.Status, reply.Error));
        Assert.StartsWith($"{member}: expected ", reply.Text("message"), StringComparison.Ordinal);
        Assert.Equal(["message"], reply.Json.EnumerateObject().Select(m => m.Name));
    }

    [Theory]
    [InlineData("{", "application/json", 400, "SerializationException")]
    [InlineData("[]", "application/json", 400, "SerializationException")]
    [InlineData("\ufeff{}", "application/json", 400, "SerializationException")]
    [InlineData(
        """{"inputs":[{"content":{"document":"\ud800"}}]}""",
        "application/json",
        400,
        "SerializationException"
    )]
    [InlineData("{}", "text/plain", 415, "UnsupportedMediaTypeException")]
    public async Task WhatIsNoJsonIsRejectedAsSuch(string body, string contentType, int status, string error)
    {
        await using var bedrock = await Emulator.StartAsync();
        var bytes = Encoding.UTF8.GetBytes(body);
        var reply = await bedrock.SendAsync("POST", Invocations.EchoPath, bytes, contentType);
        Assert.Equal((status, error), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task NoBodyIsABodyWithoutMembers()
    {
        await using var bedrock = await Emulator.StartAsync();
        var reply = await bedrock.SendAsync("POST", Invocations.EchoPath, [], contentType: null);
        Assert.Equal((400, "ValidationException"), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task TooLargeABodyIsRejected()
    {
        await using var bedrock = await Emulator.StartAsync();
        var reply = await bedrock.EchoAsync(Valid.Quoted(new string('x', 8 * 1024 * 1024)));
        Assert.Equal((413, "RequestEntityTooLargeException"), (reply.Status, reply.Error));
    }
}
