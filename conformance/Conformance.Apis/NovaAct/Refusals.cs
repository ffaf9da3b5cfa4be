using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.NovaAct;

/// <summary>A refused request leaves no trace.</summary>
public static class Refusals
{
    /// <summary>A name that only refused requests used is still free.</summary>
    public static async Task<Finding> LeaveTheNameFree(TestSession test)
    {
        var judged = 0;
        await test.Arrange(Definitions.Fresh(test), "a valid request");
        foreach (var breach in Violations(test))
        {
            test.BeginCase();
            var valid = Definitions.Fresh(test);
            if (!await IsRefused(test, breach.Apply(valid), breach.Says))
                continue;
            judged++;
            if (await HoldsARun(test, Definitions.NameIn(valid)) is { } run)
                return test.Fails(
                    $"a refused request ({breach.Says})",
                    "no definition of that name",
                    $"a run of it: {run}",
                    judged
                );
            var plain = Definitions.Named(Definitions.Fresh(test), Definitions.NameIn(valid));
            var after = await test.Send(plain, "a valid request for the same name");
            if (after.MayConflictWithItself())
                return Finding.Errored(after.ConflictWithItself(), judged);
            if (after.SaysNothing())
                return Finding.Errored($"the valid request got {after.InWords()}", judged);
            if (!after.IsAccepted())
                return test.Fails($"a refused request ({breach.Says})", "the name still free", after.InWords(), judged);
        }
        return NoneRefused(judged) ?? Finding.Passed(judged);
    }

    /// <summary>A definition that only refused requests named holds no run.</summary>
    public static async Task<Finding> StartNoRun(TestSession test)
    {
        var definition = await Definitions.Own(test);
        var valid = Runs.In(Runs.Fresh(test), definition);
        var judged = 0;
        foreach (var breach in Violations(test))
        {
            test.BeginCase();
            // Counted each time: a target that wrongly accepts one of these has a run more, and is told so elsewhere.
            var before = await Runs.Count(test, valid);
            if (!await IsRefused(test, breach.Apply(valid), breach.Says))
                continue;
            judged++;
            var after = await Runs.Count(test, valid);
            if (before is null || after is null)
                return Finding.Skipped(SkipReason.NotObservable, Runs.WhyNotCounted(test));
            if (after > before)
                return test.Fails($"a refused request ({breach.Says})", "no run", $"{after - before} more", judged);
        }
        return NoneRefused(judged) ?? Finding.Passed(judged);
    }

    /// <summary>Whether a token that only a refused request used is free again is for the target to say (R18).</summary>
    public static async Task<Finding> ObserveItsToken(TestSession test)
    {
        var valid = Creation.WithToken(test, Creation.Token(test));
        var breach = Violations(test)[0];
        if (!await IsRefused(test, breach.Apply(valid), breach.Says))
            return Finding.Skipped(SkipReason.NotIsolated, "the broken request was not refused");
        var after = await test.Send(valid, "the request put right, with the same token");
        return Finding.Observed(
            test.Observe("", "R18", "a valid request with a token that only a refused request used", after.InWords())
        );
    }

    /// <summary>Violations that a target finds at different depths: in the body's shape, in a type, in a length.</summary>
    private static List<Case> Violations(TestSession test)
    {
        var members = test.Operation.Body;
        var token = test.Operation.Playing(MemberRole.IdempotencyToken)!;
        var inner = members.SelectMany(m => m.Members).First(m => m.IsRequired);
        var parent = members.First(m => m.Members.Any(c => c.Path == inner.Path));
        return
        [
            new Case("incomplete", $"without {inner.Path}", r => r.With(parent, JsonValue.Parse("{}"))),
            new Case("short-token", $"a {token.Name} of one character", r => r.With(token, new JsonText("a"))),
            new Case("number", $"{token.Name} as a number", r => r.With(token, JsonValue.Parse("12"))),
        ];
    }

    /// <summary>The answer to a run of a definition where it is accepted; null where it is not.</summary>
    private static async Task<string?> HoldsARun(TestSession test, string definition)
    {
        var creation = test.Session.Api.Operation(Runs.Create);
        if (test.Session.Gaps.Contains(creation.Id))
            return null;
        var request = Runs.In(Runs.Fresh(test), definition);
        var run = await test.Send(request, "a run of the definition that was refused");
        return run.IsAccepted() ? run.InWords() : null;
    }

    private static async Task<bool> IsRefused(TestSession test, RequestDraft broken, string says) =>
        Expectation.AnyClientError.IsMetBy(await test.Send(broken, says));

    private static Finding? NoneRefused(int judged) =>
        judged > 0 ? null : Finding.Skipped(SkipReason.NotIsolated, "none of the broken requests was refused");
}
