using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.NovaAct;

/// <summary>There is one definition of a name.</summary>
public static class Uniqueness
{
    /// <summary>A second definition of the name is refused as a conflict, whatever else it says.</summary>
    public static async Task<Finding> RefusesDuplicate(TestSession test)
    {
        var expected = Expectation.Refused(test.Operation, ErrorCause.Conflict);
        (string Says, Func<RequestDraft, RequestDraft> Change)[] seconds =
        [
            ("the same name again, both without a token", request => request),
            ("the same name with another token", request => Creation.WithToken(request, Creation.Token(test))),
            (
                "the same name with another description",
                request => request.With(test.MemberOf("description"), new JsonText("Another description"))
            ),
        ];
        var judged = 0;
        foreach (var (says, change) in seconds)
        {
            test.BeginCase();
            var request = Definitions.Fresh(test);
            await test.Arrange(request, "a definition");
            var second = await test.Send(change(request), says);
            if (second.SaysNothing())
                return Finding.Errored($"{says}: {second.InWords()}");
            if (expected.IsMetBy(second))
            {
                judged++;
                continue;
            }
            var failure = test.Fails(says, expected.Says, second.InWords(), seconds.Length);
            if (second.IsAccepted() || await IsAcceptedWhenFresh(test, change))
                return failure;
        }
        return judged > 0
            ? Finding.Passed(judged)
            : Finding.Skipped(SkipReason.NotIsolated, "the same requests are refused with fresh names as well");
    }

    /// <summary>A request that is refused with a fresh name as well says nothing about names that are taken.</summary>
    private static async Task<bool> IsAcceptedWhenFresh(TestSession test, Func<RequestDraft, RequestDraft> change) =>
        (await test.Send(change(Definitions.Fresh(test)), "the twin: the same with a fresh name")).IsAccepted();

    /// <summary>Of several requests for one name at the same time, under different tokens, exactly one is accepted.</summary>
    public static async Task<Finding> HoldsWhenAtOnce(TestSession test)
    {
        var atOnce = test.Session.Profile.AtOnce;
        await test.Arrange(Creation.WithToken(test, Creation.Token(test)), "a definition alone");
        for (var round = 0; round < test.Session.Profile.Races; round++)
        {
            test.BeginCase();
            var request = Definitions.Fresh(test) with { IsAtOnceWithOthers = true };
            var rivals = Enumerable
                .Range(0, atOnce)
                .Select(_ => Creation.WithToken(request, Creation.Token(test)))
                .ToList();
            var answers = await Task.WhenAll(
                rivals.Select((rival, n) => test.Send(rival, $"request {n + 1} of {atOnce} for one name at once"))
            );
            // As often as the client lets a server error pass, and no more.
            if (answers.Any(a => a.IsPassingFault()))
            {
                round--;
                continue;
            }
            if (answers.Any(a => a.SaysNothing()))
                return Finding.Errored("some of the requests at once got no answer");
            var accepted = answers.Count(a => a.IsAccepted());
            if (accepted != 1)
                return test.Fails(
                    $"{atOnce} requests at once for one name, each with its own token",
                    "exactly one to be accepted",
                    $"{accepted} accepted",
                    round + 1
                );
        }
        return Finding.Passed(test.Session.Profile.Races);
    }

    /// <summary>No document says whether names that differ only in case are the same (R26).</summary>
    public static async Task<Finding> ObserveCase(TestSession test)
    {
        var prefix = test.Session.Draw.Prefix;
        var stem = $"-case-{test.NextDraw().Seed:x8}";
        var small = Definitions.Named(Definitions.Fresh(test), prefix + stem[..12]);
        await test.Arrange(small, "a definition with its name in small letters");
        var capital = Definitions.Named(Definitions.Fresh(test), prefix + stem[..12].ToUpperInvariant());
        var second = await test.Send(capital, "the same name in capitals");
        return Finding.Observed(
            test.Observe("", "R26", "a second definition whose name differs only in case", second.InWords())
        );
    }
}
