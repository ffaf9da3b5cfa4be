using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators.Dimensions;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Running;

/// <summary>
/// Tests a behaviour with requests drawn across the dimensions, such as sizes, texts and framings. Whatever goes wrong there is
/// tested with ordinary requests as well, so that nothing is held against a target but what it does to requests that it is
/// known to accept, and the failure shown is the plainest.
/// </summary>
internal sealed class AcrossDimensions(PlannedRequirement planned, TestSession test)
{
    private const int MostSimpler = 8;

    private ApiSession Session => test.Session;

    /// <summary>The finding, after as many goes as it takes.</summary>
    public async Task<Finding> Test()
    {
        var known = await Known();
        if (planned.Across == Across.None || known.Values.All(k => k.Accepted.Length < 2))
            return await planned.Test(test);
        var turns = new CombinationTurns(known, Start(known));
        for (var cases = 0; ; )
        {
            var sent = test.Requests;
            var finding = await Try(turns);
            if (finding is not { Outcome: Outcome.Passed })
                return await Ordinary(finding, turns, known);
            cases += finding.Cases;
            // One that makes no request of its own meets no value, however often.
            if (planned.Across != Across.All || IsEnough(turns) || test.Requests == sent)
                return finding with { Cases = cases };
        }
    }

    private bool IsEnough(CombinationTurns turns) =>
        test.Requests >= Session.Profile.RequestsAcross || turns.AreThrough(planned.Operation.Id);

    /// <summary>A small budget begins somewhere else in each behaviour, so that the run meets all values.</summary>
    private int Start(ImmutableDictionary<string, Combinations.Known> known) =>
        Session.Profile.RequestsAcross > 0 ? 0 : test.NextDraw().Choice(known.Values.Max(k => k.Accepted.Length));

    private async Task<ImmutableDictionary<string, Combinations.Known>> Known()
    {
        var known = ImmutableDictionary.CreateBuilder<string, Combinations.Known>();
        if (planned.Across != Across.None)
            foreach (var operation in Operations())
                known[operation.Id] = await Session.Combinations.Of(Session, operation, test.Cancel);
        return known.ToImmutable();
    }

    /// <summary>The operation, and those that create what it refers to.</summary>
    private IEnumerable<Operation> Operations() =>
        planned
            .Operation.Parameters.Select(p => p.RefersTo?.Operation)
            .OfType<string>()
            .Select(id => Session.Api.Operations.FirstOrDefault(o => o.Id == id))
            .OfType<Operation>()
            .Append(planned.Operation)
            .Where(o => o.Role == OperationRole.Documented)
            .DistinctBy(o => o.Id);

    /// <summary>One go; null where something could not be brought about.</summary>
    private async Task<Finding?> Try(CombinationTurns? turns)
    {
        test.BeginCase();
        test.Turns = turns;
        try
        {
            return await planned.Test(test);
        }
        catch (Exception e) when (e is CannotArrangeException or UnreadResponseException && turns is not null)
        {
            return null;
        }
        finally
        {
            test.Turns = null;
        }
    }

    /// <summary>With ordinary requests; what fails only across the dimensions fails for the plainest of them.</summary>
    private async Task<Finding> Ordinary(
        Finding? across,
        CombinationTurns turns,
        ImmutableDictionary<string, Combinations.Known> known
    )
    {
        var drawn = turns.OfTheCase;
        var ordinary = (await Try(turns: null))!;
        if (across is not { Outcome: Outcome.Failed } || ordinary.Outcome == Outcome.Failed)
            return ordinary;
        foreach (var (operation, combination) in Simpler(drawn, known).Take(MostSimpler))
        {
            var simpler = await Try(CombinationTurns.Only(operation, known[operation], combination));
            if (simpler is { Outcome: Outcome.Failed })
                return Told(simpler, [(operation, combination)], known);
        }
        return Told(across, drawn, known);
    }

    /// <summary>One value of one dimension alone, and then each combination whole.</summary>
    private static IEnumerable<(string Operation, Combination Combination)> Simpler(
        ImmutableList<(string Operation, Combination Combination)> drawn,
        ImmutableDictionary<string, Combinations.Known> known
    )
    {
        var odd = drawn.Where(d => !d.Combination.Indexes.IsEmpty).Distinct().Reverse().ToList();
        var single =
            from d in odd
            from dimension in known[d.Operation].Dimensions
            where d.Combination.Of(dimension) > 0
            select (d.Operation, Combination.Ordinary.With(dimension, d.Combination.Of(dimension)));
        return single.Concat(odd).Distinct();
    }

    private static Finding Told(
        Finding failed,
        IEnumerable<(string Operation, Combination Combination)> drawn,
        ImmutableDictionary<string, Combinations.Known> known
    )
    {
        var words = drawn
            .Select(d => d.Combination.InWords(known[d.Operation].Dimensions))
            .Where(w => w.Length > 0)
            .Distinct()
            .ToList();
        if (words.Count == 0 || failed.Evidence is not { } evidence)
            return failed;
        var @case = $"{evidence.Case}, with {string.Join("; then with ", words)}";
        return Finding.Failed(evidence with { Case = @case }, failed.Cases, failed.Cause) with
        {
            Observations = failed.Observations,
        };
    }
}
