using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing.Cleaning;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>The way from a failing value to the smallest that still fails.</summary>
/// <param name="Member">The member that holds the value.</param>
/// <param name="Smaller">Smaller values that show the same thing, boldest first.</param>
/// <param name="FailsAgain">Tries one on the target: the failing exchange, or null where it does not fail.</param>
internal sealed record Shrinking(
    Member Member,
    Func<Sample, IEnumerable<Sample>> Smaller,
    Func<Case, Task<Exchange?>> FailsAgain
)
{
    /// <summary>
    /// The failing sample with another value, or null where that shows something else: with it the size comes first, and ends
    /// exactly where the failures begin. Null where values have no size that matters.
    /// </summary>
    public Func<Sample, Func<JsonValue, Sample?>>? Alike { get; init; }

    /// <summary>The evidence for the smallest failing value, with the path that led there.</summary>
    /// <param name="test">Where the tries are made.</param>
    /// <param name="first">The value that failed first.</param>
    /// <param name="evidence">The evidence for that value.</param>
    public async Task<Evidence> From(TestSession test, Sample first, Evidence evidence)
    {
        var path = ImmutableArray.CreateBuilder<string>();
        var smallest = first;
        var attempts = test.Session.Profile.ShrinkAttempts;
        // The same once more would cost a try and show nothing, and a name that was accepted is taken.
        var tried = new HashSet<JsonValue> { first.Value };
        if (Alike?.Invoke(first) is { } alike)
            await new EdgeSearch(
                value => alike(value) is not null,
                async value => alike(value) is { } sample && await Fails(sample)
            ).From(first.Value, first.Identity);
        while (await HasSmaller()) { }
        return evidence with
        {
            OriginalValue = first.Value.ToJson(),
            SmallestValue = smallest.Value.ToJson(),
            ShrinkPath = path.ToImmutable(),
        };

        async Task<bool> HasSmaller()
        {
            foreach (var candidate in Smaller(smallest).TakeWhile(_ => attempts > 0))
                if (await Fails(candidate))
                    return true;
            return false;
        }

        async Task<bool> Fails(Sample candidate)
        {
            if (attempts <= 0 || !tried.Add(candidate.Value))
                return false;
            attempts--;
            var @case = Case.Setting(Member, candidate);
            if (await Again(@case) is not { } exchange)
                return false;
            smallest = candidate;
            path.Add(smallest.Value.ToJson());
            evidence = evidence with { Case = @case.Says, Actual = exchange.InWords(), Exchanges = test.Trail };
            return true;
        }
    }

    /// <summary>A value that can't be sent says nothing; the failure that began all this still stands.</summary>
    private async Task<Exchange?> Again(Case smaller)
    {
        try
        {
            return await FailsAgain(smaller);
        }
        catch (CannotArrangeException cannot) when (cannot.Skip == SkipReason.NotApplicable)
        {
            return null;
        }
        catch (Exception e) when (e is GaveUpException or NoRoomException)
        {
            return null;
        }
    }
}
