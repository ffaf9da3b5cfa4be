using System.Collections.Concurrent;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;

namespace Conformance.Reference.Tests.Mutants;

/// <summary>
/// What an implementation remembers, it remembers for one server: the same conversation with a second server is the same,
/// byte for byte. An implementation that keeps the first of its kind keeps the same one again, and is not seen here.
/// </summary>
public sealed class MemoryTests
{
    private static readonly Implementation[] All = [.. AllMutants.List, .. AllVariants.List];

    /// <summary>Their streams never end, and would be waited for.</summary>
    private static readonly string[] LeaveStreamsOpen = ["FallsSilentWhenFailing", "NeverClosesFailedStreams"];

    [Theory]
    [InlineData("nova-act")]
    [InlineData("bedrock-flows")]
    [InlineData("pennsieve")]
    public async Task TheSecondServerKnowsNothingOfTheFirst(string api)
    {
        var differences = await DifferencesAsync(All.Where(row => row.Api == api && IsComparable(row)));
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void WhoLeavesStreamsOpenIsThere() => Assert.Empty(LeaveStreamsOpen.Except(All.Select(row => row.Name)));

    [Fact]
    public async Task WhatIsRememberedForAllServersIsNoticed()
    {
        var count = 0;
        var counting = new Mutant("CountsForAllServers", "nova-act", "counts the requests to all its servers")
        {
            Change = right =>
                right with
                {
                    NovaAct = right.NovaAct with
                    {
                        Finish = (_, response) =>
                            Interlocked.Increment(ref count) % 100 == 0 ? response with { Status = 500 } : response,
                    },
                },
        };
        Assert.Contains(counting.Name, await DifferencesAsync([counting]));
    }

    /// <summary>
    /// Were it made once for two servers, what shows rarely would show at other places with the second one: it has enough
    /// chances, and as many as leave a remainder.
    /// </summary>
    [Fact]
    public async Task TheConversationIsLongEnoughForWhatShowsRarely()
    {
        var rare = AllMutants.List.Where(mutant => mutant.ShowsOnceIn > 1).ToList();
        var differences = await DifferencesAsync(rare.Select(MadeOnce));
        Assert.NotEmpty(rare);
        Assert.Empty(rare.Select(mutant => mutant.Name).Except(differences.Keys));
    }

    /// <summary>
    /// What happens on the wire does not happen here. Who loses a race waits for a second call, and chance says which of the
    /// two is first.
    /// </summary>
    private static bool IsComparable(Implementation row) =>
        row.Wire is null && !LeaveStreamsOpen.Contains(row.Name) && !(row is Mutant mutant && IsRace(mutant));

    private static bool IsRace(Mutant mutant) =>
        mutant.Breaks.Any(IsAboutCallsAtOnce)
        && mutant.Breaks.All(id =>
            IsAboutCallsAtOnce(id) || id.EndsWith("/robustness/no-server-error", StringComparison.Ordinal)
        );

    private static bool IsAboutCallsAtOnce(string id) => id.Contains("/concurrent-", StringComparison.Ordinal);

    /// <summary>The same, but what it remembers is made once for all servers.</summary>
    private static Implementation MadeOnce(Implementation row)
    {
        var made = row.Change(new ReferenceOptions());
        return row with
        {
            Change = right =>
                row.Change(right) with
                {
                    NovaAct = made.NovaAct,
                    BedrockFlows = made.BedrockFlows,
                    Pennsieve = made.Pennsieve,
                },
        };
    }

    /// <summary>Where conversations with two servers differ first, by the implementation's name.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> DifferencesAsync(IEnumerable<Implementation> rows)
    {
        var differences = new ConcurrentDictionary<string, string>();
        await Parallel.ForEachAsync(
            rows,
            Emulator.Stop,
            async (row, _) =>
            {
                var (first, second) = (await TranscriptAsync(row), await TranscriptAsync(row));
                if (!first.SequenceEqual(second))
                    differences[row.Name] = first
                        .Zip(second)
                        .Where(pair => pair.First != pair.Second)
                        .Select(pair => $"{pair.First}\n{pair.Second}")
                        .FirstOrDefault("more responses from one of them");
            }
        );
        return differences;
    }

    private static async Task<IReadOnlyList<string>> TranscriptAsync(Implementation row)
    {
        await using var server = new QuietServer(row);
        await (
            row.Api switch
            {
                "nova-act" => NovaActConversation.HoldAsync(server),
                "bedrock-flows" => FlowConversation.HoldAsync(server),
                _ => PennsieveConversation.HoldAsync(server),
            }
        );
        return server.Transcript;
    }
}
