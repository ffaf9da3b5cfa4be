using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Behaviours;

/// <summary>Identical requests at the same time create one resource and agree on it.</summary>
internal static class ReplaysAtOnce
{
    public static readonly Scenario Agree = new("idempotency/concurrent-replays", AgreeOnOne) { Lacks = Lacking.Token };

    public static async Task<Finding> AgreeOnOne(TestSession test)
    {
        var resource = Resource.Of(test);
        var atOnce = test.Session.Profile.AtOnce;
        var rounds = test.Session.Profile.Races;
        await test.Arrange(resource.FreshWithToken(test), "a request alone");
        for (var round = 1; round <= rounds; round++)
        {
            await test.NextCase();
            var request = resource.FreshWithToken(test);
            var rival = request with { IsAtOnceWithOthers = true };
            var responses = await Task.WhenAll(
                Enumerable.Range(1, atOnce).Select(n => test.Send(rival, $"request {n} of {atOnce} at once"))
            );
            // As often as the client lets a server error pass, and no more.
            if (responses.Any(r => r.IsPassingFault()))
            {
                round--;
                continue;
            }
            var last = await test.Send(request, "the same once more, afterwards");
            if (Disagreement(resource, responses, last) is { } problem)
                return test.Fails(
                    $"{atOnce} identical requests at once with one token",
                    "one resource that all accepted responses agree on",
                    problem,
                    round
                );
        }
        return Finding.Passed(rounds * atOnce);
    }

    private static string? Disagreement(Resource resource, Exchange[] responses, Exchange last)
    {
        if (responses.Append(last).Any(r => r.SaysNothing()))
            throw new CannotArrangeException(SkipReason.NotIsolated, "some of the requests at once got no response");
        if (!last.IsAccepted())
            return $"{last.InWords()} for the repeat afterwards";
        if (!responses.Any(r => r.IsAccepted()))
            return $"none was accepted; the first got {responses[0].InWords()}";
        if (responses.FirstOrDefault(r => r.Response!.Status >= 500) is { } broken)
            return $"one of them got {broken.InWords()}";
        var ids = responses.Append(last).Where(r => r.IsAccepted()).Select(resource.SureIdOf).Distinct().ToList();
        return ids.Count > 1 ? $"{ids.Count} different resources, such as {string.Join(" and ", ids.Take(2))}" : null;
    }
}
