using System.Text.RegularExpressions;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Planning.Promotion;
using Conformance.Engine.Running;
using Conformance.Reports;
using Conformance.Reports.Text;

namespace Conformance.XUnit.Running;

/// <summary>Makes the options of a run from what a target says, and refuses what can't be meant.</summary>
internal static partial class RunSettings
{
    private static readonly Uri AnyHost = new("http://localhost/");

    /// <summary>The options.</summary>
    /// <param name="target">A target that is up.</param>
    /// <param name="catalog">The APIs that the kit knows.</param>
    /// <param name="environment">Reads environment variables.</param>
    /// <param name="newRunId">Makes a prefix for a target that names none.</param>
    /// <exception cref="ConfigurationException">The message says which property, and what to do.</exception>
    public static RunOptions Of(
        ConformanceTarget target,
        IReadOnlyCollection<PlannedApi> catalog,
        Func<string, string?> environment,
        Func<string> newRunId
    )
    {
        Selecting.Check(target, [.. catalog.Select(planned => planned.Api)]);
        var configuration = ConfigurationEnvironment.Override(ConfigurationOf(target, catalog), environment);
        var handler = HandlerOf(target);
        var given = target.Url ?? target.Client?.BaseAddress ?? (handler is null ? null : AnyHost);
        var selected = catalog.Select(planned => planned.Api.Name).Where(Selecting.Of(target).IncludesApi).ToList();
        var url = given ?? configuration.Target ?? UrlOfAnApi(configuration, selected);
        var runId = RunIdOf(target.RunId) ?? newRunId();
        return new RunOptions
        {
            Target = Checked(url),
            Configuration = given is null ? configuration : configuration.WithoutUrls(),
            Selection = Selecting.Of(target),
            Profile = target.Profile,
            Seed = target.Seed,
            RunId = runId,
            Parallelism = configuration.Limits.Parallel ?? Environment.ProcessorCount * 2,
            IsStrict = target.IsStrict,
            Request = Requested(target, given, runId),
            EnvironmentVariable = environment,
            Promoted = PromotedFile.Of(
                configuration,
                PromotedFile.DirectoryOf(BesideTheTests.Path(target.ConfigurationFile ?? PromotedFile.UsualName))
            ),
            Handler = handler,
        };
    }

    /// <summary>Folders of further APIs that the target or its configuration names.</summary>
    /// <exception cref="ConfigurationException">The configuration can't be read.</exception>
    public static ImmutableArray<string> SchemaFolders(ConformanceTarget target) =>
        [
            .. target.Schemas.Select(BesideTheTests.Path),
            .. target.Configuration?.Schemas ?? [],
            .. target.ConfigurationFile is { } file ? ConfigurationFile.SchemaFolders(BesideTheTests.Path(file)) : [],
        ];

    /// <summary>The run as it would be asked for outside the tests; which requirements it is about, their rows say.</summary>
    private static RequestedRun Requested(ConformanceTarget target, Uri? url, string runId) =>
        new()
        {
            Target = url?.ToString(),
            Config = target.ConfigurationFile is { } file ? BesideTheTests.Path(file) : null,
            Schemas = [.. SchemaFolders(target)],
            Profile = target.Profile.Name,
            Seed = target.Seed,
            RunId = runId,
            IsStrict = target.IsStrict,
        };

    private static RunConfiguration ConfigurationOf(
        ConformanceTarget target,
        IReadOnlyCollection<PlannedApi> catalog
    ) =>
        (target.Configuration, target.ConfigurationFile) switch
        {
            (null, null) => new RunConfiguration(),
            (null, { } file) => ConfigurationFile.Read(BesideTheTests.Path(file), catalog),
            ({ } configuration, null) => configuration,
            _ => throw new ConfigurationException(
                "the target has both a Configuration and a ConfigurationFile; keep one"
            ),
        };

    private static HttpMessageHandler? HandlerOf(ConformanceTarget target) =>
        (target.Handler, target.Client) switch
        {
            (null, null) => null,
            ({ } handler, null) => handler,
            (null, { } client) => new ThroughClient(client),
            _ => throw new ConfigurationException("the target has both a Handler and a Client; keep one"),
        };

    /// <summary>The report names one URL, even where each API has its own.</summary>
    private static Uri UrlOfAnApi(RunConfiguration configuration, List<string> selected) =>
        selected.Count > 0 && configuration.NamesEveryUrl(selected)
            ? configuration.For(selected[0]).Url!
            : throw new ConfigurationException(
                "the target has no URL; override Url, Client or Handler, or name a URL in its configuration"
            );

    private static Uri Checked(Uri url)
    {
        if (!url.IsAbsoluteUri)
            throw new ConfigurationException(
                $"'{Shortened.OnALine(url.ToString())}' is no absolute URL; give one such as http://127.0.0.1:8080"
            );
        return TargetUrl.TryParse(url.AbsoluteUri, out _, out var problem)
            ? url
            : throw new ConfigurationException(problem);
    }

    private static string? RunIdOf(string? text) =>
        text is null || RunId().IsMatch(text)
            ? text
            : throw new ConfigurationException(
                $"RunId takes 6 lowercase letters or digits, got '{Shortened.OnALine(text)}'"
            );

    [GeneratedRegex(@"\A[a-z0-9]{6}\z")]
    private static partial Regex RunId();
}
