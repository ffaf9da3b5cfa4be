using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Planning.Promotion;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Reports.Secrecy;

namespace Conformance.Engine.Running;

/// <summary>Everything that decides what a run does.</summary>
public sealed record RunOptions
{
    /// <summary>Base URL of the target, where the configuration gives none for an API.</summary>
    public required Uri Target { get; init; }

    /// <summary>Whether that is the kit's own reference target.</summary>
    public bool IsEmbedded { get; init; }

    public RunConfiguration Configuration { get; init; } = new();

    public Selection Selection { get; init; } = Selection.All;

    /// <summary>Whether the report says which classes of values each constraint saw; costs half a second.</summary>
    public bool ReportsCoverage { get; init; } = true;

    /// <summary>Cases of earlier runs that this one tries first.</summary>
    public PromotedFile Promoted { get; init; } = PromotedFile.None;

    public Profile Profile { get; init; } = Profile.Standard;

    /// <summary>What makes the values; several runs may share it, since it takes half a second to read all patterns.</summary>
    public ValueSource Values { get; init; } = new();

    /// <summary>Seed of every random choice.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Short prefix of every name and token that the run makes: letters a to z and digits.</summary>
    public required string RunId { get; init; }

    /// <summary>Requirements tested at once.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount * 2;

    /// <summary>Whether a failed should counts.</summary>
    public bool IsStrict { get; init; }

    /// <summary>What was asked for, as the report shows it; null for what these options say.</summary>
    public RequestedRun? Request { get; init; }

    /// <summary>Reads environment variables; injected so that tests need none.</summary>
    public Func<string, string?> EnvironmentVariable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The secrets of the process: the run adds its own, and leaves none of them in its report.</summary>
    public Secrets Secrets { get; init; } = new();

    /// <summary>Clock of rate limits, deadlines and the report.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Ends cleaning up at once: whoever waits for the end of a cancelled run asked again.</summary>
    public CancellationToken Hurry { get; init; }

    /// <summary>Sends requests instead of a network connection; for in-process hosts.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
