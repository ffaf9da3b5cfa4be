using System.Collections.Immutable;
using Conformance.Generators;
using Conformance.Reference.NovaAct;
using Conformance.Reports;
using Conformance.Suite.Configuration;
using Conformance.Suite.Planning;

namespace Conformance.Suite.Tests.EndToEnd;

/// <summary>A right implementation that reads the documents in its own way: it must not be accused of anything.</summary>
/// <param name="Says">What is its own, in words that follow "the target".</param>
/// <param name="Takes">Makes the implementation.</param>
internal sealed record Reading(string Says, Func<NovaActBehaviour> Takes)
{
    /// <summary>Globs over requirements of level should that it does not meet, because they are no duty.</summary>
    public ImmutableArray<string> Warned { get; init; } = [];

    /// <summary>Whether too much stays open to decide, since the configuration does not say what works.</summary>
    public bool MayBeUndecided { get; init; }

    /// <summary>What the configuration says exists on the target, by member.</summary>
    public ImmutableDictionary<string, string> Fixtures { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A row for each reading, under its name.</summary>
    public static IEnumerable<TheoryDataRow<string>> Rows(IEnumerable<Reading> readings) =>
        readings.Select(reading => new TheoryDataRow<string>(reading.Says)
        {
            TestDisplayName = $"ATargetIsNotAccusedThat {reading.Says}",
            Label = "",
        });

    /// <summary>Lets the kit judge the reading of this name.</summary>
    public static Task IsNotAccused(IEnumerable<Reading> readings, string says) =>
        readings.Single(reading => reading.Says == says).IsNotAccused();

    private async Task IsNotAccused() =>
        IsNotAccused(await Judging.Of(Takes(), options => options with { Configuration = Configured() }));

    /// <summary>Asserts that nothing is held against the target.</summary>
    public void IsNotAccused(RunReport report)
    {
        var accused = report.Ids(Outcome.Failed).Where(id => !Warned.Any(glob => Selection.Matches(glob, id)));
        Assert.True(!accused.Any(), $"accused of {string.Join(", ", accused)}\n{report.NotPassed()}");
        Assert.True(report.ExitCode() == 0 || (MayBeUndecided && report.ExitCode() == 3), report.NotPassed());
    }

    private RunConfiguration Configured() =>
        Judging.Reference with
        {
            Apis = Judging.Reference.Apis.SetItem(
                "nova-act",
                new ApiConfiguration
                {
                    Fixtures = new Fixtures(
                        Fixtures.ToImmutableDictionary(f => f.Key, f => (JsonValue)new JsonText(f.Value))
                    ),
                }
            ),
        };
}
