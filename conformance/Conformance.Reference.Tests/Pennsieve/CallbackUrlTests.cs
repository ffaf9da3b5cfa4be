using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Tests.Pennsieve;

public sealed class CallbackUrlTests
{
    [Theory]
    [InlineData("http://h/a/%41%2f%7E", "/a/%41%2f%7E")]
    [InlineData("http://h/a//b/?", "/a//b/?")]
    [InlineData("http://h/a?x=%41&y=a+b%20&y", "/a?x=%41&y=a+b%20&y")]
    [InlineData("HTTP://H:80/A?q=/./", "/A?q=/./")]
    public void PathAndQueryStayAsTheyAreGiven(string given, string sent) =>
        Assert.Equal(sent, CallbackUrl.Read(given)!.PathAndQuery);

    [Theory]
    [InlineData("http://h", "/")]
    [InlineData("http://h?a=b", "/?a=b")]
    [InlineData("http://h/a#b", "/a")]
    [InlineData("http://h/a/../b", "/b")]
    [InlineData("http://h/a/%2E%2e/b", "/b")]
    [InlineData("http://h/a|é", "/a%7C%C3%A9")]
    public void WhatNoClientSendsIsMended(string given, string sent) =>
        Assert.Equal(sent, CallbackUrl.Read(given)!.PathAndQuery);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hook")]
    public void WhatIsNoUrlIsNone(string? given) => Assert.Null(CallbackUrl.Read(given));

    [Theory]
    [InlineData("?a=1&b=%2F&a=2+3")]
    [InlineData("/%41/")]
    public async Task WebhooksArriveThere(string end)
    {
        await using var workspace = await Workspace.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        await workspace.CreateAsync("completionCallbackUrl", Valid.Quoted(receiver.Url + end));
        Assert.Equal("/hook" + end, (await receiver.NextAsync()).Request.RawTarget);
    }
}
