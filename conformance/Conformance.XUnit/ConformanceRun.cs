using System.Security.Cryptography;
using Conformance.Apis;
using Conformance.Engine.Configuration;
using Conformance.Engine.Running;
using Conformance.Reports;
using Conformance.Reports.Writing;
using Conformance.XUnit.Running;
using Xunit;

namespace Conformance.XUnit;

/// <summary>
/// One run of the suite against one target, shared by all rows of a test class: xunit makes it before the first row and
/// ends it after the last.
/// </summary>
/// <typeparam name="TTarget">The implementation that is judged.</typeparam>
public sealed class ConformanceRun<TTarget> : IAsyncLifetime
    where TTarget : ConformanceTarget, new()
{
    private const int RunIdLength = 6;
    private const string RunIdCharacters = "abcdefghijklmnopqrstuvwxyz0123456789";

    private RunReport? report;
    private bool isStopped;

    /// <summary>The target, up from the first row to the last.</summary>
    public TTarget Target { get; } = new();

    /// <summary>What the run found out.</summary>
    /// <exception cref="InvalidOperationException">The run has not ended.</exception>
    public RunReport Report =>
        report
        ?? throw new InvalidOperationException(
            "expected a run that has ended, got none; read the report from a test of a class with this fixture"
        );

    internal bool IsInProcess { get; private set; }

    /// <summary>The report's files that could not be written, each with why.</summary>
    internal ImmutableArray<UnwrittenFile> Unwritten { get; private set; } = [];

    /// <summary>Starts the target, tests the selected requirements, and writes the report's files.</summary>
    /// <exception cref="ConfigurationException">The target's settings can't be used.</exception>
    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        try
        {
            await Target.StartAsync(cancel).ConfigureAwait(false);
            await Test(cancel).ConfigureAwait(false);
        }
        catch
        {
            // Nobody promises that what failed to initialize is disposed of.
            await DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Stops the target.</summary>
    public ValueTask DisposeAsync()
    {
        if (isStopped)
            return default;
        isStopped = true;
        return Target.DisposeAsync();
    }

    private async Task Test(CancellationToken cancel)
    {
        var catalog = Catalog.Load(folders: RunSettings.SchemaFolders(Target));
        var options = RunSettings.Of(
            Target,
            catalog,
            Environment.GetEnvironmentVariable,
            () => RandomNumberGenerator.GetString(RunIdCharacters, RunIdLength)
        );
        IsInProcess = options.Handler is not null;
        BeginReport();
        // The kit awaits as a program does, so it runs outside of xunit's synchronization context.
        var found = await Task.Run(() => new Runner(options).Run(catalog, cancel), cancel).ConfigureAwait(false);
        report = InProcessNote.On(found, IsInProcess);
        if (Target.ReportDirectory is { } directory)
            // Also when the run was cut short: that is when the report is needed most.
            Unwritten = await Task.Run(
                    () => ReportFiles.WriteAll(report, BesideTheTests.Path(directory), CancellationToken.None),
                    CancellationToken.None
                )
                .ConfigureAwait(false);
    }

    /// <summary>An earlier run's files go first: should this one be killed, nobody takes them for its own.</summary>
    private void BeginReport()
    {
        if (Target.ReportDirectory is not { } given)
            return;
        var directory = BesideTheTests.Path(given);
        var problem =
            OutputDirectory.Problem(directory, ReportFiles.Names)
            ?? OutputDirectory
                .Remove(directory, ReportFiles.Names)
                .Select(file => $"{file.Name}: {file.Why}")
                .FirstOrDefault();
        if (problem is not null)
            throw new ConfigurationException(
                $"the target's ReportDirectory can't be written to: {directory}: {problem}; make room there, or name another"
            );
    }
}
