using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.NovaAct;

/// <summary>One token with other parameters (interpretation R6): a conflict, and in no case a second resource.</summary>
public static class OtherParameters
{
    /// <summary>The second request makes nothing.</summary>
    public static async Task<Finding> MakeNoSecondResource(TestSession test)
    {
        var rounds = test.Session.Profile.Rounds;
        for (var round = 1; round <= rounds; round++)
        {
            var (first, second, other) = await Send(test);
            if (await Made(test, first, second, other) is { } problem)
                return test.Fails("the same token with other parameters", "no second resource", problem, round);
        }
        return Finding.Passed(rounds);
    }

    /// <summary>The second request is refused as a conflict; another refusal is only noted.</summary>
    public static async Task<Finding> Conflict(TestSession test)
    {
        var expected = Expectation.Refused(test.Operation, ErrorCause.Conflict);
        var (_, second, _) = await Send(test);
        if (second.SaysNothing())
            return Finding.Errored($"the second request got {second.InWords()}");
        if (expected.IsMetBy(second))
            return await ConflictInPart(test, expected);
        if (!Expectation.AnyClientError.IsMetBy(second))
            return test.Fails("the same token with other parameters", expected.Says, second.InWords());
        var seen = test.Observe("", "R6", "the same token with other parameters", second.InWords());
        return Finding.Skipped(
            SkipReason.InterpretationAllows,
            $"refused, though not as a conflict (R6): {seen.Saw}",
            1
        ) with
        {
            Observations = [seen],
        };
    }

    /// <summary>
    /// A target that tells some parameters apart tells all of them apart. What it may look up it may also refuse as unknown
    /// (interpretation R24), so that any refusal will do.
    /// </summary>
    private static async Task<Finding> ConflictInPart(TestSession test, Expectation expected)
    {
        test.BeginCase();
        var request = Creation.WithToken(test, Creation.Token(test));
        await test.Arrange(request, "a request with a token");
        var judged = 1;
        foreach (var (says, other) in Creation.ChangedInPart(test, request))
        {
            var answer = await test.Send(other, $"the same token with {says}");
            if (answer.SaysNothing())
                return Finding.Errored($"the request with {says} got {answer.InWords()}", judged);
            judged++;
            if (answer.IsAccepted())
                return test.Fails($"the same token with {says}", expected.Says, answer.InWords(), judged);
        }
        return Finding.Passed(judged);
    }

    private static async Task<(Exchange First, Exchange Second, RequestDraft Other)> Send(TestSession test)
    {
        test.BeginCase();
        var request = Creation.WithToken(test, Creation.Token(test));
        var first = await test.Arrange(request, "a request with a token");
        var other = Creation.Changed(test, request);
        var second = await test.Send(other, "the same token with other parameters");
        return (first, second, other);
    }

    private static async Task<string?> Made(TestSession test, Exchange first, Exchange second, RequestDraft other)
    {
        if (second.SaysNothing())
            throw new CannotArrangeException(SkipReason.NotIsolated, $"the second request got {second.InWords()}");
        if (!second.IsAccepted())
            return null;
        if (Creation.MakesDefinitions(other.Operation))
            return await Definitions.Exists(test, other) ? $"a second definition: {second.InWords()}" : null;
        return Creation.SureIdOf(test, first) == Creation.SureIdOf(test, second)
            ? null
            : $"a second run: {second.InWords()}";
    }
}
