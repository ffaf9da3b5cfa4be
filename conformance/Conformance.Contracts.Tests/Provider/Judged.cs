using System.Collections.Immutable;
using Conformance.Contracts.Provider;
using Conformance.Reference;
using Conformance.Reports;
using Conformance.Suite.Configuration;
using Conformance.Suite.Planning;
using Conformance.Suite.Running;

namespace Conformance.Contracts.Tests.Provider;

/// <summary>Runs of contracts against an implementation.</summary>
internal static class Judged
{
    public static readonly ImmutableArray<PlannedApi> Contracts = Catalog.Load(api =>
        ContractRequirements.Of(api, Quiet.Verify)
    );

    private const string Example = "docs/examples/reference.yaml";

    /// <summary>What the reference target offers; more may be said in front.</summary>
    public static RunConfiguration Configuration(string yaml = "")
    {
        var reference = ConfigurationFile.Parse(File.ReadAllText(Checkout.File(Example)), Example, Contracts);
        return ConfigurationFile.Parse(yaml, "test.yaml", Contracts).Over(reference);
    }

    /// <summary>The verdicts on an implementation that is started for this alone.</summary>
    public static async Task<RunReport> Of(Implementation implementation)
    {
        await using var target = await implementation.StartAsync(TestContext.Current.CancellationToken);
        var options = Options(target.BaseAddress, Configuration(implementation.Configuration)) with
        {
            Selection = new Selection([implementation.Api], [], []) { Groups = [ContractRequirements.Group] },
            EnvironmentVariable = name => target.Secret(name) ?? Variables(name),
        };
        return await new Runner(options).Run(Contracts, TestContext.Current.CancellationToken);
    }

    public static RunOptions Options(Uri target, RunConfiguration configuration) =>
        new()
        {
            Target = target,
            IsEmbedded = true,
            Configuration = configuration,
            Selection = Selection.All with { Groups = [ContractRequirements.Group] },
            Profile = Profile.Smoke,
            RunId = "pact01",
            EnvironmentVariable = Variables,
        };

    private static string? Variables(string name) =>
        name.StartsWith("REFERENCE_CALLBACK_", StringComparison.Ordinal) ? "AKIDREFERENCE" : null;
}
