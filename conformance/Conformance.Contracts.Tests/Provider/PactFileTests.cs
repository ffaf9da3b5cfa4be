using Conformance.Contracts.Provider;

namespace Conformance.Contracts.Tests.Provider;

public sealed class PactFileTests
{
    [Theory]
    [InlineData("""{"description":"a","providerState":"s","request":{"method":"put","path":"/x"}}""", "s")]
    [InlineData(
        """{"description":"a","providerStates":[{"name":"s"},{"name":"t","params":{"n":1}}]}""",
        "s, t{\"n\":1}"
    )]
    [InlineData("""{"type":"Synchronous/HTTP","description":"a"}""", "")]
    public void StatesAreReadFromEveryVersion(string interaction, string states)
    {
        var read = Assert.Single(PactFile.Read(Pact($"\"interactions\":[{interaction}]")));
        Assert.True(read.IsHttp);
        Assert.Equal(
            states,
            string.Join(
                ", ",
                read.States.Select(s => s.Name + (s.Parameters.Count > 0 ? s.Parameters.ToJsonString() : ""))
            )
        );
    }

    [Fact]
    public void EveryInteractionStandsInAPactOfItsOwn()
    {
        var read = PactFile.Read(Pact("\"interactions\":[{\"description\":\"a (1)\"},{\"description\":\"b\"}]"));
        Assert.Equal(["a (1)", "b"], read.Select(i => i.Description));
        Assert.All(read, i => Assert.Equal(i.Description, Assert.Single(PactFile.Read(i.Pact)).Description));
        Assert.All(read, i => Assert.Equal(("shop", "nova-act"), (i.Consumer, i.Provider)));
    }

    [Theory]
    [InlineData("\"messages\":[{\"description\":\"m\"}]")]
    [InlineData("\"interactions\":[{\"description\":\"m\",\"type\":\"Asynchronous/Messages\"}]")]
    public void MessagesAreToldApart(string members) =>
        Assert.False(Assert.Single(PactFile.Read(Pact(members))).IsHttp);

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("[]", "JSON object")]
    [InlineData("""{"consumer":1,"consumer":2}""", "no member is repeated")]
    [InlineData("{}", "name of its consumer")]
    [InlineData("""{"consumer":{"name":"shop"}}""", "name of its provider")]
    public void WhatIsNoPactIsRefused(string text, string says) =>
        Assert.Contains(
            says,
            Assert.Throws<FormatException>(() => PactFile.Read(text)).Message,
            StringComparison.Ordinal
        );

    private static string Pact(string members) =>
        $$"""{"consumer":{"name":"shop"},"provider":{"name":"nova-act"},{{members}}}""";
}
