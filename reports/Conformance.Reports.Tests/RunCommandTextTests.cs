namespace Conformance.Reports.Tests;

public sealed class RunCommandTextTests
{
    private static readonly RequestedRun Plain = new()
    {
        Profile = "standard",
        Seed = 1,
        RunId = "k7f2aa",
        Out = "elsewhere",
    };

    [Fact]
    public void OnlyWhatDiffersFromTheDefaultsIsSaidAndAlwaysTheSeed() =>
        Assert.Equal("./run-conformance.sh --seed 1", RunCommandText.Of(Plain));

    [Fact]
    public void EverythingThatDecidesTheRunIsSaid() =>
        Assert.Equal(
            "./run-conformance.sh --target http://t/ --config 'a b.yaml' --schemas mine --api x --api y --operation Put "
                + "--only '*/name/*' --profile smoke --parallel 3 --strict --seed -5",
            RunCommandText.Of(
                Plain with
                {
                    Target = "http://t/",
                    Config = "a b.yaml",
                    Schemas = ["mine"],
                    Apis = ["x", "y"],
                    Operations = ["Put"],
                    Only = ["*/name/*"],
                    Profile = "smoke",
                    Parallel = 3,
                    IsStrict = true,
                    Seed = -5,
                }
            )
        );

    [Fact]
    public void ContractsAreACommandOfTheirOwn() =>
        Assert.Equal(
            "./run-conformance.sh contracts --pact-dir pacts --broker http://b/ --state-url http://s/ --seed 1",
            RunCommandText.Of(
                Plain with
                {
                    Contracts = new()
                    {
                        PactDirs = ["pacts"],
                        Broker = "http://b/",
                        StateUrl = "http://s/",
                    },
                }
            )
        );
}
