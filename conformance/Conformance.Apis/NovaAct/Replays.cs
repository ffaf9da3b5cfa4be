using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Apis.NovaAct;

/// <summary>The same token with the same parameters is the same request: it gives the first answer and makes nothing new.</summary>
public static class Replays
{
    /// <summary>
    /// A repeated request succeeds with the same identifier, also after others came between: a few in each round, and all
    /// of them for the very first.
    /// </summary>
    public static async Task<Finding> GiveTheFirstAnswer(TestSession test)
    {
        var rounds = test.Session.Profile.Rounds;
        var oldest = default((RequestDraft Request, Exchange First)?);
        for (var round = 1; round <= rounds; round++)
        {
            test.BeginCase();
            var request = Creation.WithToken(test, Creation.Token(test));
            var first = await test.Arrange(request, "a request with a token");
            oldest ??= (request, first);
            for (var others = 0; others < round; others++)
                await test.Arrange(
                    Creation.WithToken(test, Creation.Token(test)),
                    "another request with another token"
                );
            if (await ProblemWith(test, request, first) is { } problem)
                return test.Fails("a request repeated with its token", Expected(first), problem, round);
        }
        if (oldest is var (old, answer) && await ProblemWith(test, old, answer) is { } late)
            return test.Fails("a request repeated with its token after many others", Expected(answer), late, rounds);
        return Finding.Passed(rounds + 1);
    }

    private static async Task<string?> ProblemWith(TestSession test, RequestDraft request, Exchange first) =>
        Problem(test, first, await test.Send(request, "the first request again, unchanged"));

    /// <summary>A repeated request with its members in another order and other white space is still the same.</summary>
    public static async Task<Finding> IgnoreTheBodysLayout(TestSession test)
    {
        var request = Creation.WithToken(test, Creation.Token(test));
        var first = await test.Arrange(request, "a request with a token");
        var again = await test.Send(
            Layout.Reversed(request),
            "the same with its members in reverse order and spread over lines"
        );
        return Problem(test, first, again) is { } problem
            ? test.Fails("a request repeated with its members in another order", Expected(first), problem)
            : Finding.Passed(1);
    }

    /// <summary>After repeats there is one run, not several.</summary>
    public static async Task<Finding> StartNoSecondRun(TestSession test)
    {
        var definition = await Definitions.Own(test);
        var request = Runs.In(Creation.WithToken(test, Creation.Token(test)), definition);
        var before = await Runs.Count(test, request);
        await test.Arrange(request, "a run with a token");
        for (var repeat = 0; repeat < 2; repeat++)
            await test.Send(request, "the same again");
        var after = await Runs.Count(test, request);
        if (before is null || after is null)
            return Finding.Skipped(SkipReason.NotObservable, Runs.WhyNotCounted(test));
        return after - before > 1
            ? test.Fails("a request repeated twice with its token", "one run", $"{after - before} runs", 3)
            : Finding.Passed(3);
    }

    /// <summary>Identical requests at the same time make one resource and agree on it.</summary>
    public static async Task<Finding> AgreeWhenAtOnce(TestSession test)
    {
        var atOnce = test.Session.Profile.AtOnce;
        var rounds = test.Session.Profile.Races;
        await test.Arrange(Creation.WithToken(test, Creation.Token(test)), "a request alone");
        for (var round = 1; round <= rounds; round++)
        {
            test.BeginCase();
            var request = Creation.WithToken(test, Creation.Token(test));
            var rival = request with { IsAtOnceWithOthers = true };
            var answers = await Task.WhenAll(
                Enumerable.Range(1, atOnce).Select(n => test.Send(rival, $"request {n} of {atOnce} at once"))
            );
            // As often as the client lets a server error pass, and no more.
            if (answers.Any(a => a.IsPassingFault()))
            {
                round--;
                continue;
            }
            var last = await test.Send(request, "the same once more, afterwards");
            if (Disagreement(test, [.. answers, last]) is { } problem)
                return test.Fails(
                    $"{atOnce} identical requests at once with one token",
                    "one resource that all accepted answers agree on",
                    problem,
                    round
                );
        }
        return Finding.Passed(rounds * atOnce);
    }

    private static string? Disagreement(TestSession test, Exchange[] answers)
    {
        var last = answers[^1];
        if (answers.Any(a => a.SaysNothing()))
            throw new CannotArrangeException(SkipReason.NotIsolated, "some of the requests at once got no answer");
        if (!last.IsAccepted())
            return $"the repeat afterwards got {last.InWords()}";
        if (!answers[..^1].Any(a => a.IsAccepted()))
            return $"none was accepted; the first got {answers[0].InWords()}";
        if (answers.FirstOrDefault(a => a.Response!.Status >= 500) is { } broken)
            return $"one of them got {broken.InWords()}";
        var ids = answers.Where(a => a.IsAccepted()).Select(a => Creation.SureIdOf(test, a)).Distinct().ToList();
        return ids.Count > 1 ? $"{ids.Count} different runs, such as {string.Join(" and ", ids.Take(2))}" : null;
    }

    private static string Expected(Exchange first) =>
        Creation.IdOf(first) is { } id
            ? $"success with the same workflowRunId {id}"
            : "success and a status, as the first time";

    private static string? Problem(TestSession test, Exchange first, Exchange again)
    {
        if (again.SaysNothing())
            throw new CannotArrangeException(SkipReason.NotIsolated, $"the repeat got {again.InWords()}");
        if (!again.IsAccepted())
            return again.InWords();
        UnreadResponseException.ThrowIfUnread(first);
        UnreadResponseException.ThrowIfUnread(again);
        var named = Creation.MakesDefinitions(test.Operation) ? "status" : "workflowRunId";
        if (first.Text(named) is not { } before)
            throw new CannotArrangeException(
                SkipReason.NotIsolated,
                $"an accepted answer gives no {named} to compare: {first.InWords()}"
            );
        if (again.Text(named) is not { } after)
            return $"an answer without {named}: {again.InWords()}";
        // The status of a repeat may be the first or the present one (interpretation R16).
        return Creation.MakesDefinitions(test.Operation) || before == after ? null : $"workflowRunId {after}";
    }
}
