using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
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
    /// <summary>The evidence for the smallest failing value, with the path that led there.</summary>
    /// <param name="test">Where the tries are made.</param>
    /// <param name="first">The value that failed first.</param>
    /// <param name="evidence">The evidence for that value.</param>
    public async Task<Evidence> From(TestSession test, Sample first, Evidence evidence)
    {
        var path = ImmutableArray.CreateBuilder<string>();
        var smallest = first;
        var attempts = test.Session.Profile.ShrinkAttempts;
        while (await NextSmaller() is var (@case, exchange))
        {
            smallest = @case.Sample!;
            path.Add(smallest.Value.ToJson());
            evidence = evidence with { Case = @case.Says, Actual = exchange.InWords(), Exchanges = test.Trail };
        }
        return evidence with
        {
            OriginalValue = first.Value.ToJson(),
            SmallestValue = smallest.Value.ToJson(),
            ShrinkPath = path.ToImmutable(),
        };

        async Task<(Case, Exchange)?> NextSmaller()
        {
            foreach (var candidate in Smaller(smallest))
            {
                if (attempts-- <= 0)
                    return null;
                var @case = Case.Setting(Member, candidate);
                if (await Again(@case) is { } exchange)
                    return (@case, exchange);
            }
            return null;
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
        catch (GaveUpException)
        {
            return null;
        }
    }
}
