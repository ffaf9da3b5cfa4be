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
    public static async Task<Finding> LeaveTheNameFree(Workbench bench)
    {
        var judged = 0;
        await bench.Arrange(Definitions.Fresh(bench), "a valid request");
        foreach (var breach in Breaches(bench))
        {
            bench.BeginCase();
            var valid = Definitions.Fresh(bench);
            if (!await IsRefused(bench, breach.Apply(valid), breach.Says))
                continue;
            judged++;
            if (await HoldsARun(bench, Definitions.NameIn(valid)) is { } run)
                return bench.Fails(
                    $"a refused request ({breach.Says})",
                    "no definition of that name",
                    $"a run of it: {run}",
                    judged
                );
            var plain = Definitions.Named(Definitions.Fresh(bench), Definitions.NameIn(valid));
            var after = await bench.Send(plain, "a valid request for the same name");
            if (after.MayConflictWithItself())
                return Finding.Errored(after.ConflictWithItself(), judged);
            if (after.SaysNothing())
                return Finding.Errored($"the valid request got {after.InWords()}", judged);
            if (!after.IsAccepted())
                return bench.Fails(
                    $"a refused request ({breach.Says})",
                    "the name still free",
                    after.InWords(),
                    judged
                );
        }
        return NoneRefused(judged) ?? Finding.Passed(judged);
    }

    /// <summary>A definition that only refused requests named holds no run.</summary>
    public static async Task<Finding> StartNoRun(Workbench bench)
    {
        var definition = await Definitions.Own(bench);
        var valid = Runs.In(Runs.Fresh(bench), definition);
        var judged = 0;
        foreach (var breach in Breaches(bench))
        {
            bench.BeginCase();
            // Counted each time: a target that wrongly accepts one of these has a run more, and is told so elsewhere.
            var before = await Runs.Count(bench, valid);
            if (!await IsRefused(bench, breach.Apply(valid), breach.Says))
                continue;
            judged++;
            var after = await Runs.Count(bench, valid);
            if (before is null || after is null)
                return Finding.Skipped(SkipReason.NotObservable, Runs.WhyNotCounted(bench));
            if (after > before)
                return bench.Fails($"a refused request ({breach.Says})", "no run", $"{after - before} more", judged);
        }
        return NoneRefused(judged) ?? Finding.Passed(judged);
    }

    /// <summary>Whether a token that only a refused request used is free again is for the target to say (R18).</summary>
    public static async Task<Finding> ObserveItsToken(Workbench bench)
    {
        var valid = Creation.WithToken(bench, Creation.Token(bench));
        var breach = Breaches(bench)[0];
        if (!await IsRefused(bench, breach.Apply(valid), breach.Says))
            return Finding.Skipped(SkipReason.NotIsolated, "the broken request was not refused");
        var after = await bench.Send(valid, "the request put right, with the same token");
        return Finding.Observed(
            bench.Observe("", "R18", "a valid request with a token that only a refused request used", after.InWords())
        );
    }

    /// <summary>Breaches that a target finds at different depths: in the body's shape, in a type, in a length.</summary>
    private static List<Case> Breaches(Workbench bench)
    {
        var members = bench.Operation.Body;
        var token = bench.Operation.Playing(MemberRole.IdempotencyToken)!;
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
    private static async Task<string?> HoldsARun(Workbench bench, string definition)
    {
        var creation = bench.Session.Api.Operation(Runs.Create);
        if (bench.Session.Gaps.Contains(creation.Id))
            return null;
        var request = Runs.In(Runs.Fresh(bench), definition);
        var run = await bench.Send(request, "a run of the definition that was refused");
        return run.IsAccepted() ? run.InWords() : null;
    }

    private static async Task<bool> IsRefused(Workbench bench, RequestDraft broken, string says) =>
        Expectation.AnyClientError.IsMetBy(await bench.Send(broken, says));

    private static Finding? NoneRefused(int judged) =>
        judged > 0 ? null : Finding.Skipped(SkipReason.NotIsolated, "none of the broken requests was refused");
}
