using Conformance.Engine.Behaviours;

namespace Conformance.Cli.Tests.FurtherApis;

/// <summary>The guide of schemas/README.md says what there is.</summary>
public sealed class SchemasGuideTests
{
    private static readonly string Guide = Checkout.Read("schemas", "README.md");

    [Fact]
    public void EveryScenarioThatNoProtocolHasIsInTheGuide() =>
        Assert.All(
            BehaviourBook.All.Select(s => s.Behaviour).Where(name => !IsOfProtocols(name)),
            name => Assert.Contains($"`{name}`", Guide, StringComparison.Ordinal)
        );

    [Fact]
    public void TheWorkedExampleIsTheOneThatIsTested()
    {
        var schema = Checkout.Read("schemas", "examples", "things", "openapi.json");
        var register = Checkout.Read("schemas", "examples", "things", "register.json");
        Assert.Contains(
            "\"x-api\": { \"name\": \"things\", \"protocol\": \"plain-json\" }",
            schema,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"x-api\": { \"name\": \"things\", \"protocol\": \"plain-json\" }",
            Guide,
            StringComparison.Ordinal
        );
        const string says = "The same request with the same token is accepted again and gets the same id.";
        Assert.Contains(says, register, StringComparison.Ordinal);
        Assert.Contains(says, Guide, StringComparison.Ordinal);
    }

    private static bool IsOfProtocols(string name) =>
        name.Split('/')[0] is "body" or "uri" or "authentication" or "robustness";
}
