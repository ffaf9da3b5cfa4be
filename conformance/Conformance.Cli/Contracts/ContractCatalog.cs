using Conformance.Apis;
using Conformance.Contracts.Native;
using Conformance.Contracts.Provider;
using Conformance.Engine.Planning;
using Conformance.Reports;

namespace Conformance.Cli.Contracts;

/// <summary>All requirements: those of the engine, and contracts.</summary>
internal static class ContractCatalog
{
    /// <summary>For a run.</summary>
    /// <param name="verify">Pact's verifier.</param>
    /// <param name="scope">Which contracts alone it is about; null for all requirements.</param>
    /// <param name="pacts">Other people's pacts.</param>
    /// <param name="environment">Reads environment variables.</param>
    /// <param name="folders">Folders of further APIs.</param>
    public static ImmutableArray<PlannedApi> Load(
        Verify verify,
        ContractScope? scope,
        ImmutableArray<ForeignPact> pacts,
        Func<string, string?> environment,
        ImmutableArray<string> folders
    )
    {
        var elsewhere = scope?.States is { } url ? StateEndpoint.At(url, environment) : null;
        return Catalog.Load(
            api =>
                [
                    .. ContractRequirements.Of(api, verify),
                    .. PactRequirements.Of(
                        api,
                        pacts.Where(p => p.Api == api.Name).SelectMany(p => p.Interactions),
                        verify,
                        elsewhere
                    ),
                ],
            folders
        );
    }

    /// <summary>For whoever only reads what is to be tested.</summary>
    public static ImmutableArray<PlannedApi> ToList(ImmutableArray<string> folders) =>
        Load((_, _) => throw new InvalidOperationException("nothing is to be tested"), null, [], _ => null, folders);

    /// <summary>The run without what it is not about.</summary>
    public static RunRequest Narrowed(RunRequest request) =>
        request.Contracts is { } scope
            ? request with
            {
                Selection = request.Selection with
                {
                    Groups = [scope.IsForeign ? RequirementGroup.Pact : RequirementGroup.Contract],
                },
            }
            : request;

    /// <summary>The report, with a remark where contracts could not be verified.</summary>
    public static RunReport Noted(RunReport report) =>
        ContractRequirements.NoteOn(report, PactLibrary.Find()) is { } note
            ? report with
            {
                Notes = report.Notes.Add(note),
            }
            : report;
}
