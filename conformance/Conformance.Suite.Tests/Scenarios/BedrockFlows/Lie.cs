using System.Collections.Immutable;
using Conformance.Generators;
using Conformance.Reference.BedrockFlows;
using Conformance.Reports;
using Conformance.Suite.Planning;

namespace Conformance.Suite.Tests.Scenarios.BedrockFlows;

/// <summary>A wrong implementation of InvokeFlow, and which requirements have to notice.</summary>
/// <param name="Says">What it does wrong, in words that follow "the target".</param>
/// <param name="Behaviour">The implementation.</param>
/// <param name="Breaks">Globs over what follows <c>InvokeFlow/</c>: each has to match a requirement that failed, and no other may fail.</param>
internal sealed record Lie(string Says, BedrockFlowsBehaviour Behaviour, params ImmutableArray<string> Breaks)
{
    /// <summary>All that is about flows, not about HTTP and JSON.</summary>
    public static readonly ImmutableArray<string> AllAboutFlows =
    [
        "stream/*",
        "response/*",
        "document/*",
        "failure/*",
        "not-found/*",
        "nodes/*",
        "identifiers/*",
    ];

    /// <summary>What is judged.</summary>
    public ImmutableArray<string> Judges { get; init; } = AllAboutFlows;

    /// <summary>Globs over requirements that it breaks honestly, but that need not notice.</summary>
    public ImmutableArray<string> MayBreak { get; init; } = [];

    public ImmutableDictionary<string, JsonValue> Fixtures { get; init; } = Judged.Fixtures;

    public double TimeoutSeconds { get; init; } = 20;

    /// <summary>Judges it: what it breaks has failed, and nothing else, and the kit has not erred.</summary>
    public async Task IsSeenThrough()
    {
        var report = await Judged.Of(Behaviour, Judges, Fixtures, TimeoutSeconds);
        var failed = report.Ids(Outcome.Failed);
        var unnoticed = Breaks.Where(glob => !failed.Any(id => Selection.Matches(glob, id)));
        var accused = failed.Where(id => !Breaks.Concat(MayBreak).Any(glob => Selection.Matches(glob, id)));
        Assert.True(!unnoticed.Any(), $"not noticed: {string.Join(", ", unnoticed)}\n{report.Shown()}");
        Assert.True(!accused.Any(), $"accused of more: {string.Join(", ", accused)}\n{report.Shown()}");
        Assert.True(report.Ids(Outcome.Errored).IsEmpty, report.Shown());
    }
}
