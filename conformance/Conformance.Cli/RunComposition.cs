using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Planning.Promotion;
using Conformance.Engine.Running;
using Conformance.Reference;
using Conformance.Schemas;
using Conformance.SelfTest;

namespace Conformance.Cli;

/// <summary>Puts together what a run needs, from arguments, file and environment.</summary>
internal static class RunComposition
{
    /// <summary>The configuration that was given, by file and environment.</summary>
    /// <exception cref="ConfigurationException">It can't be used.</exception>
    public static RunConfiguration ConfigurationOf(
        RunRequest request,
        ImmutableArray<PlannedApi> catalog,
        Terminal terminal
    )
    {
        var configuration = request.ConfigurationFile is { } file
            ? ConfigurationFile.Read(file, catalog)
            : new RunConfiguration();
        return ConfigurationEnvironment.Override(configuration, terminal.EnvironmentVariable);
    }

    /// <summary>The embedded target, where no other is named; else null.</summary>
    /// <exception cref="UsageException">An API is selected that it does not implement.</exception>
    public static async Task<ReferenceServer?> EmbeddedTarget(
        RunRequest request,
        RunConfiguration given,
        ImmutableArray<PlannedApi> catalog,
        CancellationToken cancel
    )
    {
        var selected = catalog.Select(c => c.Api.Name).Where(request.Selection.IncludesApi).ToList();
        if ((request.Target ?? given.Target) is not null || given.NamesEveryUrl(selected))
            return null;
        return selected.Find(name => !SchemaCatalog.EmbeddedNames.Contains(name)) is { } further
            ? throw new UsageException(
                $"the embedded reference target does not implement {further}; name yours with --target, or as apis.{further}.url in the configuration"
            )
            : await ReferenceServer.StartAsync(ReferenceConfiguration.EmbeddedOptions(), cancel);
    }

    /// <summary>Everything that decides what the run does.</summary>
    public static RunOptions Options(
        RunRequest request,
        RunConfiguration given,
        ImmutableArray<PlannedApi> catalog,
        ReferenceServer? embedded,
        Terminal terminal
    )
    {
        var configuration = embedded is null ? given : ReferenceConfiguration.UnderWithCredentials(given, catalog);
        return new()
        {
            Target =
                request.Target
                ?? given.Target
                ?? embedded?.BaseAddress
                ?? configuration.Apis.Values.First(a => a.Url is not null).Url!,
            IsEmbedded = embedded is not null,
            Configuration = request.Target is null ? configuration : configuration.WithoutUrls(),
            Selection = request.Selection,
            Profile = request.Profile,
            Seed = request.Seed,
            RunId = request.RunId,
            Parallelism = request.Parallel ?? configuration.Limits.Parallel ?? Environment.ProcessorCount * 2,
            IsStrict = request.IsStrict,
            Request = RepeatedRun.DataOf(request),
            EnvironmentVariable = embedded is null
                ? terminal.EnvironmentVariable
                : ReferenceConfiguration.Variables(terminal.EnvironmentVariable),
            Time = terminal.Time,
            Secrets = terminal.Secrets,
            Hurry = terminal.Hurry,
            Promoted = PromotedFile.Of(configuration, PromotedFile.DirectoryOf(request.ConfigurationFile)),
        };
    }
}
