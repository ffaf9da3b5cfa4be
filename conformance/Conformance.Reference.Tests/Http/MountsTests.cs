using Conformance.Reference.Http;
using Microsoft.AspNetCore.Http;

namespace Conformance.Reference.Tests.Http;

public sealed class MountsTests
{
    [Theory]
    [InlineData("/flows/a", "flows")]
    [InlineData("/flows", "flows")]
    [InlineData("/flows/", "flows")]
    [InlineData("/flows?x=/workflows/", "flows")]
    [InlineData("/%66lows/a", "flows")]
    [InlineData("http://host/flows/a", "flows")]
    [InlineData("/workflows/runs", "workflows")]
    [InlineData("/flowsx/a", "otherwise")]
    [InlineData("/FLOWS/a", "otherwise")]
    [InlineData("//flows/a", "otherwise")]
    [InlineData("/flows%2Fa", "otherwise")]
    [InlineData("/%zz/flows", "otherwise")]
    [InlineData("/", "otherwise")]
    [InlineData("*", "otherwise")]
    public async Task TheFirstSegmentDecides(string target, string expected)
    {
        var mounts = new Mounts(
            [new("flows", Responding("flows")), new("workflows", Responding("workflows"))],
            Responding("otherwise")
        );
        var request = new Incoming("GET", target, new HeaderDictionary(), default);
        var response = await mounts.RespondAsync(request, Emulator.Stop);
        Assert.Equal(expected, response.Header("X-Who"));
    }

    [Fact]
    public async Task WhatAnApiOwnsEndsWithTheServer()
    {
        var ended = new Ended();
        await using (new Mounts([new("flows", Responding("flows")) { Owned = ended }], Responding("otherwise")))
            Assert.Equal(0, ended.Times);
        Assert.Equal(1, ended.Times);
    }

    private static Handler Responding(string who) =>
        (_, _) =>
            ValueTask.FromResult(
                new Response(200, default, ImmutableArray<KeyValuePair<string, string>>.Empty).WithHeader("X-Who", who)
            );

    private sealed class Ended : IAsyncDisposable
    {
        public int Times { get; private set; }

        public ValueTask DisposeAsync()
        {
            Times++;
            return ValueTask.CompletedTask;
        }
    }
}
