using System.Net.Sockets;
using System.Text;

namespace Conformance.Reference.Tests.Http;

public sealed class HostileBodiesTests
{
    [Theory]
    [InlineData("{")]
    [InlineData("{\"modelId\":\"m\",}")]
    [InlineData("{'modelId':'m'}")]
    [InlineData("// no\n{}")]
    [InlineData("{} {}")]
    [InlineData("{}x")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("1")]
    [InlineData(" ")]
    [InlineData("\0")]
    [InlineData("{\"modelId\":NaN}")]
    [InlineData("{\"modelId\":\"\\ud800\"}")]
    [InlineData("{\"modelId\":\"\\udc00\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"modelId\":\"a\nb\"}")]
    [InlineData("\ufeff{}")]
    public Task WhatIsNotOneJsonObjectInUnicodeIsRejected(string body) =>
        AssertRejectedAsync(Encoding.UTF8.GetBytes(body), "application/json", 400, "SerializationException");

    [Theory]
    [InlineData(new byte[] { 0x22, 0xff, 0x22 })]
    [InlineData(new byte[] { 0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d })]
    [InlineData(new byte[] { 0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d })]
    [InlineData(new byte[] { 0xfe, 0xff, 0x00, 0x7b, 0x00, 0x7d })]
    public Task OctetsThatAreNotUtf8AreRejected(byte[] body) =>
        AssertRejectedAsync(body, "application/json", 400, "SerializationException");

    [Theory]
    [InlineData(65)]
    [InlineData(100_000)]
    public Task DeepNestingIsRejected(int depth)
    {
        var body = $$"""{"x":{{Valid.Repeat("[", depth)}}{{Valid.Repeat("]", depth)}}}""";
        return AssertRejectedAsync(Encoding.UTF8.GetBytes(body), "application/json", 400, "SerializationException");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/jsonx")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    public Task AnotherContentTypeIsRejected(string? contentType) =>
        AssertRejectedAsync(Encoding.UTF8.GetBytes(Valid.Run), contentType, 415, "UnsupportedMediaTypeException");

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    public async Task JsonIsAcceptedUnderEveryOfItsNames(string contentType)
    {
        await using var nova = await Emulator.WithDemoAsync();
        var reply = await nova.SendAsync("PUT", Valid.DemoRuns, Encoding.UTF8.GetBytes(Valid.Run), contentType);
        Assert.Equal(201, reply.Status);
    }

    [Fact]
    public async Task ABodyOfTheLimitIsReadAndOneByteMoreIsRejected()
    {
        await using var nova = await Emulator.WithDemoAsync(new() { LargestBodyBytes = 1000 });
        Assert.Equal(201, (await nova.PutAsync(Valid.DemoRuns, Valid.Run.PadRight(1000))).Status);
        var rejected = await nova.PutAsync(Valid.DemoRuns, Valid.Run.PadRight(1001));
        Assert.Equal((413, "RequestEntityTooLargeException"), (rejected.Status, rejected.Error));
        Assert.NotNull(rejected.Text("message"));
    }

    [Fact]
    public Task AMegabyteTooMuchIsReceivedAndRejected() =>
        AssertRejectedAsync(new byte[9 * 1024 * 1024], "application/json", 413, "RequestEntityTooLargeException");

    [Fact]
    public async Task ABodyWithBrokenChunksIsRejectedInTheDocumentedForm()
    {
        await using var nova = await Emulator.WithDemoAsync();
        var response = await ExchangeAsync(
            nova,
            $"PUT {Valid.DemoRuns} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
        );
        Assert.StartsWith("HTTP/1.1 400 ", response, StringComparison.Ordinal);
        Assert.Contains("X-Amzn-ErrorType: SerializationException", response, StringComparison.Ordinal);
        Assert.Contains("x-amzn-RequestId: ", response, StringComparison.Ordinal);
    }

    private static async Task AssertRejectedAsync(byte[] body, string? contentType, int status, string error)
    {
        await using var nova = await Emulator.WithDemoAsync();
        var reply = await nova.SendAsync("PUT", Valid.DemoRuns, body, contentType);
        Assert.Equal((status, error), (reply.Status, reply.Error));
        Assert.False(string.IsNullOrEmpty(reply.Text("message")));
        Assert.Equal("application/json", reply.ContentType?.MediaType);
        Assert.Equal(
            0,
            (await nova.PostAsync(Valid.DemoRuns)).Json.GetProperty("workflowRunSummaries").GetArrayLength()
        );
    }

    private static async Task<string> ExchangeAsync(Emulator nova, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(nova.Server.BaseAddress.Host, nova.Server.BaseAddress.Port, Emulator.Stop);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Emulator.Stop);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync(Emulator.Stop);
    }
}
