using Conformance.Contracts.Broker;
using Conformance.Contracts.Provider;
using Conformance.Reports;
using Conformance.Reports.Text;
using Conformance.Schemas;

namespace Conformance.Cli.Contracts;

/// <summary>Somebody else's pact, taken apart.</summary>
/// <param name="Api">Short name of the API whose target is meant.</param>
/// <param name="Interactions">Its interactions.</param>
/// <param name="Publish">Where its broker takes results; null where it has none.</param>
internal sealed record ForeignPact(string Api, ImmutableArray<PactInteraction> Interactions, Uri? Publish);

/// <summary>Reads other people's pacts, from folders and from a broker.</summary>
internal static class ForeignPacts
{
    private const int MostBytes = 64 << 20;

    /// <summary>The pacts that the run is about; none for a run about the kit's own contracts.</summary>
    /// <exception cref="UsageException">There is no pact, or one can't be read.</exception>
    /// <exception cref="BrokerException">The broker doesn't give them.</exception>
    public static async Task<ImmutableArray<ForeignPact>> Of(
        RunRequest request,
        Terminal terminal,
        CancellationToken cancel
    )
    {
        if (request.Contracts is not { IsForeign: true } scope)
            return [];
        var names = SchemaCatalog.Embedded().Select(api => api.Name).ToList();
        var found = scope.Paths.SelectMany(FilesIn).SelectMany(file => Taken(TextOf(file), file, null, request, names));
        var pacts = found.ToList();
        if (scope.Broker is { } url)
        {
            using var broker = BrokerAccess.To(url, terminal.EnvironmentVariable, terminal.Secrets);
            foreach (var api in request.Selection.Apis.IsEmpty ? names : [.. request.Selection.Apis])
            foreach (var pact in await broker.PactsOf(api, cancel))
                pacts.AddRange(Taken(pact.Text, $"the pact at {pact.Url}", pact.Publish, request, names));
        }
        return pacts.Count > 0
            ? [.. pacts]
            : throw new UsageException("there is no pact to verify; name another --pact-dir or --broker");
    }

    private static IEnumerable<string> FilesIn(string path) =>
        File.Exists(path) ? [path]
        : Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal)
        : throw new UsageException($"there is no folder {Shortened.OnALine(path)} of --pact-dir; correct its path");

    private static string TextOf(string file)
    {
        try
        {
            return GivenFile.Text(file, MostBytes);
        }
        catch (GivenFileException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static IEnumerable<ForeignPact> Taken(
        string text,
        string where,
        Uri? publish,
        RunRequest request,
        List<string> apis
    )
    {
        ImmutableArray<PactInteraction> interactions;
        try
        {
            interactions = PactFile.Read(text);
        }
        catch (FormatException e)
        {
            throw new UsageException($"{where}: {e.Message}");
        }
        return interactions.IsEmpty
            ? []
            : [new(ApiOf(interactions[0].Provider, where, request, apis), interactions, publish)];
    }

    /// <summary>The API that the pact's provider is called after; where it has another name, the one that was asked for.</summary>
    private static string ApiOf(string provider, string where, RunRequest request, List<string> apis) =>
        apis.Find(name => name.Equals(provider, StringComparison.OrdinalIgnoreCase))
        ?? (
            request.Selection.Apis is [var only]
                ? apis.Find(name => name.Equals(only, StringComparison.OrdinalIgnoreCase))
                : null
        )
        ?? throw new UsageException(
            $"{where} is about the provider '{Shortened.OnALine(provider)}'; expected one of {string.Join(", ", apis)}, or --api NAME to say whose target it is"
        );
}
