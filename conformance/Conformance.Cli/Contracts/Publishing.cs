using Conformance.Cli.Output;
using Conformance.Contracts.Broker;
using Conformance.Contracts.Provider;
using Conformance.Engine.Running;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Cli.Contracts;

/// <summary>Tells a broker what came of the pacts that it gave.</summary>
internal static class Publishing
{
    /// <summary>Publishes one result for each pact, where that was asked for; says so where that fails.</summary>
    /// <returns>Whether nothing failed.</returns>
    public static async Task<bool> Try(
        ContractScope? scope,
        ImmutableArray<ForeignPact> pacts,
        RunReport report,
        Terminal terminal,
        CancellationToken cancel
    )
    {
        try
        {
            await Of(scope, pacts, report, terminal, cancel);
            return true;
        }
        catch (BrokerException e)
        {
            terminal.Error.UntrustedLine($"conformance: not published: {e.Message}");
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            terminal.Error.Line("conformance: not published: interrupted");
        }
        return false;
    }

    private static async Task Of(
        ContractScope? scope,
        ImmutableArray<ForeignPact> pacts,
        RunReport report,
        Terminal terminal,
        CancellationToken cancel
    )
    {
        if (scope is not { Publication: { } publication, Broker: { } url })
            return;
        using var broker = BrokerAccess.To(url, terminal.EnvironmentVariable, terminal.Secrets);
        var apis = SchemaCatalog.Embedded().ToDictionary(api => api.Name);
        foreach (var pact in pacts.Where(p => p.Publish is not null))
        {
            var verdicts = VerdictsOn(apis[pact.Api], pacts, pact, report);
            var consumer = pact.Interactions[0].Consumer;
            // What was skipped or errored says neither, and a broker knows only yes and no.
            if (
                verdicts.Length < pact.Interactions.Length
                || verdicts.Any(v => v.Outcome is Outcome.Errored or Outcome.Skipped)
            )
            {
                terminal.Out.UntrustedLine($"not published: not all of {consumer}'s pact was judged");
                continue;
            }
            var result = new VerificationResult(
                verdicts.All(v => v.Outcome == Outcome.Passed),
                publication.Version,
                publication.Branch,
                Kit.Version
            );
            await broker.Publish(pact.Publish!, pact.Interactions[0].Provider, result, cancel);
            terminal.Out.UntrustedLine(
                $"published: version {publication.Version} {(result.IsSuccess ? "keeps to" : "breaks")} {consumer}'s pact"
            );
        }
    }

    private static ImmutableArray<Verdict> VerdictsOn(
        Api api,
        ImmutableArray<ForeignPact> pacts,
        ForeignPact pact,
        RunReport report
    )
    {
        var all = pacts.Where(p => p.Api == pact.Api).SelectMany(p => p.Interactions);
        var ids = PactRequirements
            .Named(api, all)
            .Where(named => pact.Interactions.Contains(named.Pact))
            .Select(named => named.Id)
            .ToHashSet();
        return [.. report.Verdicts.Where(v => ids.Contains(v.Requirement.Id))];
    }
}
