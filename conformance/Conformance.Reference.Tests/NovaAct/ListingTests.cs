using System.Text.Json;

namespace Conformance.Reference.Tests.NovaAct;

public sealed class ListingTests
{
    [Theory]
    [InlineData("{}", "a b c d e")]
    [InlineData("""{"sortOrder":"Ascending"}""", "a b c d e")]
    [InlineData("""{"sortOrder":"Descending"}""", "e d c b a")]
    public async Task DefinitionsComeInTheOrderAskedFor(string body, string expected)
    {
        await using var nova = await WithDefinitionsAsync();
        Assert.Equal(expected, Names(await nova.PostAsync(Valid.Definitions, body)));
    }

    [Theory]
    [InlineData("""{"sortOrder":"Ascending"}""", "a b|c d|e")]
    [InlineData("""{"sortOrder":"Descending"}""", "e d|c b|a")]
    public async Task PagesFollowOneAnotherUntilThereIsNoToken(string body, string expected)
    {
        await using var nova = await WithDefinitionsAsync();
        var pages = new List<string>();
        string? token = null;
        do
        {
            var page = await nova.PostAsync(
                $"{Valid.Definitions}?maxResults=2{(token is null ? "" : "&nextToken=" + token)}",
                body
            );
            pages.Add(Names(page));
            token = page.Text("nextToken");
        } while (token is not null);
        Assert.Equal(expected, string.Join('|', pages));
    }

    [Fact]
    public async Task APageThatIsJustFullHasNoToken()
    {
        await using var nova = await WithDefinitionsAsync();
        var page = await nova.PostAsync($"{Valid.Definitions}?maxResults=5");
        Assert.Equal(("a b c d e", null), (Names(page), page.Text("nextToken")));
    }

    [Fact]
    public async Task WhatIsDeletedBetweenTwoPagesHidesNothingElse()
    {
        await using var nova = await WithDefinitionsAsync();
        var first = await nova.PostAsync($"{Valid.Definitions}?maxResults=2");
        await nova.DeleteAsync("/workflow-definitions/b");
        await nova.DeleteAsync("/workflow-definitions/c");
        var second = await nova.PostAsync($"{Valid.Definitions}?nextToken={first.Text("nextToken")}");
        Assert.Equal("d e", Names(second));
    }

    [Fact]
    public async Task AListWithoutABodyIsAListWithoutAnOrder()
    {
        await using var nova = await WithDefinitionsAsync();
        Assert.Equal("a b c d e", Names(await nova.SendAsync("POST", Valid.Definitions)));
    }

    [Theory]
    [InlineData("maxResults=0", "maxResults")]
    [InlineData("maxResults=101", "maxResults")]
    [InlineData("maxResults=-1", "maxResults")]
    [InlineData("maxResults=", "maxResults")]
    [InlineData("maxResults=1.0", "maxResults")]
    [InlineData("maxResults=%201", "maxResults")]
    [InlineData("maxResults=99999999999", "maxResults")]
    [InlineData("maxResults=1&maxResults=1", "maxResults")]
    [InlineData("nextToken=", "nextToken")]
    [InlineData("nextToken=nonsense", "nextToken")]
    [InlineData("nextToken=d0000000000000001", "nextToken")]
    [InlineData("nextToken=affffffffffffffff", "nextToken")]
    [InlineData("nextToken=a7fffffffffffffff", "nextToken")]
    public async Task AnIllegalQueryIsRejectedByItsName(string query, string field)
    {
        await using var nova = await Emulator.WithDemoAsync();
        foreach (var path in (string[])[Valid.Definitions, Valid.DemoRuns])
        {
            var reply = await nova.PostAsync($"{path}?{query}");
            Assert.Equal((400, "ValidationException", field), (reply.Status, reply.Error, reply.Fields));
        }
    }

    [Theory]
    [InlineData("\"ascending\"")]
    [InlineData("\"\"")]
    [InlineData("1")]
    public async Task AnIllegalOrderIsRejectedByItsName(string order)
    {
        await using var nova = await Emulator.WithDemoAsync();
        var reply = await nova.PostAsync(Valid.DemoRuns, $$"""{"sortOrder":{{order}}}""");
        Assert.Equal((400, "sortOrder"), (reply.Status, reply.Fields));
    }

    [Fact]
    public async Task ABrokenEscapeInTheQueryIsRejected()
    {
        await using var nova = await Emulator.StartAsync();
        Assert.Equal(400, (await nova.PostAsync($"{Valid.Definitions}?x=%zz")).Status);
    }

    private static async Task<Emulator> WithDefinitionsAsync()
    {
        var nova = await Emulator.StartAsync();
        foreach (var name in "abcde")
            await nova.PutAsync(Valid.Definitions, $$"""{"name":"{{name}}"}""");
        return nova;
    }

    private static string Names(Reply reply) =>
        string.Join(' ', Summaries(reply).Select(s => s.GetProperty("workflowDefinitionName").GetString()));

    private static JsonElement.ArrayEnumerator Summaries(Reply reply) =>
        reply.Json.GetProperty("workflowDefinitionSummaries").EnumerateArray();
}
