using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.NovaAct;

/// <summary>One token with other parameters (reading R6): a conflict, and in no case a second resource.</summary>
public static class OtherParameters
{
    /// <summary>The second request makes nothing.</summary>
    public static async Task<Finding> MakeNoSecondResource(Workbench bench)
    {
        var rounds = bench.Session.Profile.Rounds;
        for (var round = 1; round <= rounds; round++)
        {
            var (first, second, other) = await Send(bench);
            if (await Made(bench, first, second, other) is { } problem)
                return bench.Fails("the same token with other parameters", "no second resource", problem, round);
        }
        return Finding.Passed(rounds);
    }

    /// <summary>The second request is refused as a conflict; another refusal is only noted.</summary>
    public static async Task<Finding> Conflict(Workbench bench)
    {
        var expected = Expectation.Refused(bench.Operation, ErrorCause.Conflict);
        var (_, second, _) = await Send(bench);
        if (second.SaysNothing())
            return Finding.Errored($"the second request got {second.InWords()}");
        if (expected.IsMetBy(second))
            return await ConflictInPart(bench, expected);
        if (!Expectation.AnyClientError.IsMetBy(second))
            return bench.Fails("the same token with other parameters", expected.Says, second.InWords());
        var seen = bench.Observe("", "R6", "the same token with other parameters", second.InWords());
        return Finding.Skipped(SkipReason.ReadingAllows, $"refused, though not as a conflict (R6): {seen.Saw}", 1) with
        {
            Observations = [seen],
        };
    }

    /// <summary>
    /// A target that tells some parameters apart tells all of them apart. What it may look up it may also refuse as unknown
    /// (reading R24), so that any refusal will do.
    /// </summary>
    private static async Task<Finding> ConflictInPart(Workbench bench, Expectation expected)
    {
        bench.BeginCase();
        var request = Creation.WithToken(bench, Creation.Token(bench));
        await bench.Arrange(request, "a request with a token");
        var judged = 1;
        foreach (var (says, other) in Creation.ChangedInPart(bench, request))
        {
            var answer = await bench.Send(other, $"the same token with {says}");
            if (answer.SaysNothing())
                return Finding.Errored($"the request with {says} got {answer.InWords()}", judged);
            judged++;
            if (answer.IsAccepted())
                return bench.Fails($"the same token with {says}", expected.Says, answer.InWords(), judged);
        }
        return Finding.Passed(judged);
    }

    private static async Task<(Exchange First, Exchange Second, RequestDraft Other)> Send(Workbench bench)
    {
        bench.BeginCase();
        var request = Creation.WithToken(bench, Creation.Token(bench));
        var first = await bench.Arrange(request, "a request with a token");
        var other = Creation.Changed(bench, request);
        var second = await bench.Send(other, "the same token with other parameters");
        return (first, second, other);
    }

    private static async Task<string?> Made(Workbench bench, Exchange first, Exchange second, RequestDraft other)
    {
        if (second.SaysNothing())
            throw new CannotArrangeException(SkipReason.NotIsolated, $"the second request got {second.InWords()}");
        if (!second.IsAccepted())
            return null;
        if (Creation.MakesDefinitions(other.Operation))
            return await Definitions.Exists(bench, other) ? $"a second definition: {second.InWords()}" : null;
        return Creation.SureIdOf(bench, first) == Creation.SureIdOf(bench, second)
            ? null
            : $"a second run: {second.InWords()}";
    }
}
