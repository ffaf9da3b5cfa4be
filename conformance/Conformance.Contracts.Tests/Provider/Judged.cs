using Conformance.Apis;
using Conformance.Contracts.Provider;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reference;
using Conformance.Reports;
using Conformance.SelfTest;

namespace Conformance.Contracts.Tests.Provider;

/// <summary>Runs of contracts alone.</summary>
internal static class Judged
{
    public static readonly ImmutableArray<PlannedApi> Contracts = Catalog.Load(api =>
        ContractRequirements.Of(api, Quiet.Verify)
    );

    private const string RunId = "pact01";

    private static readonly Judge Judge = new(Contracts, new ValueSource());

    /// <summary>What the reference target offers; more may be said in front.</summary>
    public static RunConfiguration Configuration(string yaml = "") =>
        ReferenceConfiguration.Under(ConfigurationFile.Parse(yaml, "test.yaml", Contracts), Contracts) with
        {
            // Nothing hangs here, and the machine may be busy.
            Limits = new() { RequestTimeoutSeconds = 90 },
        };

    /// <summary>The verdicts on an implementation that is started for this alone.</summary>
    /// <param name="implementation">What is judged.</param>
    /// <param name="ids">Globs over the ids of the contracts; none for all of its API.</param>
    public static async Task<RunReport> Of(Implementation implementation, params ImmutableArray<string> ids)
    {
        var judgement = await Judge.Of(
            implementation,
            options =>
                options with
                {
                    Selection = options.Selection with { Groups = [RequirementGroup.Contract], Ids = ids },
                    RunId = RunId,
                },
            TestContext.Current.CancellationToken
        );
        return judgement.Report;
    }

    public static RunOptions Options(Uri target, RunConfiguration configuration) =>
        new()
        {
            Target = target,
            IsEmbedded = true,
            Configuration = configuration,
            Selection = Selection.All with { Groups = [RequirementGroup.Contract] },
            Profile = Profile.Smoke,
            RunId = RunId,
            EnvironmentVariable = ReferenceConfiguration.Variables(_ => null),
        };
}
