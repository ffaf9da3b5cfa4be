using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>The same token with the same parameters is the same request: it gets the first response and creates nothing new.</summary>
internal static class Replays
{
    public static readonly ImmutableArray<Scenario> All =
    [
        new("idempotency/replay", GetTheFirstResponse) { Lacks = Lacking.Token },
        new("idempotency/reordered-body-is-a-replay", IgnoreTheBodysLayout) { Lacks = Lacking.Token },
        new("idempotency/replay-creates-no-second", CreateNoSecond) { Lacks = Lacking.TokenAndList },
    ];

    /// <summary>
    /// A repeated request succeeds with the same identifier, also after others came between: a few in each round, and all
    /// of them for the very first.
    /// </summary>
    public static async Task<Finding> GetTheFirstResponse(TestSession test)
    {
        var resource = Resource.Of(test);
        var rounds = test.Session.Profile.Rounds;
        var oldest = default((RequestDraft Request, Exchange First)?);
        for (var round = 1; round <= rounds; round++)
        {
            // The very first is repeated at the end, and stays till then.
            if (oldest is null)
                test.BeginCase();
            else
                await test.NextCase();
            var request = resource.FreshWithToken(test);
            var first = await test.Arrange(request, "a request with a token");
            oldest ??= (request, first);
            for (var others = 0; others < round; others++)
                await test.Arrange(resource.FreshWithToken(test), "another request with another token");
            if (await ProblemWith(test, request, first) is { } problem)
                return test.Fails("a request repeated with its token", Expected(resource, first), problem, round);
        }
        if (oldest is var (old, response) && await ProblemWith(test, old, response) is { } late)
            return test.Fails(
                "a request repeated with its token after many others",
                Expected(resource, response),
                late,
                rounds
            );
        return Finding.Passed(rounds + 1);
    }

    /// <summary>
    /// A repeated request in another spelling of the same JSON is still the same: its members in another order, white space,
    /// letters as escapes, a charset beside its media type.
    /// </summary>
    public static async Task<Finding> IgnoreTheBodysLayout(TestSession test)
    {
        var resource = Resource.Of(test);
        var request = resource.FreshWithToken(test);
        var first = await test.Arrange(request, "a request with a token");
        var again = await test.Send(
            Layout.Reversed(request),
            "the same with its members in reverse order and spread over lines"
        );
        var problem = Problem(resource, first, again);
        if (problem is not null && (again.IsAccepted() || await IsTakenAsLarge(test, resource, again)))
            return test.Fails(
                "a request repeated with its members in another order",
                Expected(resource, first),
                problem
            );
        var judged = problem is null ? 1 : 0;
        foreach (var form in Portion.Of(test, FormsOf(test, request)))
        {
            again = await test.Send(request with { Broken = form }, $"the same, {form.Says}");
            if (Problem(resource, first, again) is not { } wrong)
                judged++;
            else if (again.IsAccepted() || await IsTaken(test, resource, form, again))
                return test.Fails($"a request repeated, {form.Says}", Expected(resource, first), wrong, judged);
        }
        return judged > 0
            ? Finding.Passed(judged)
            : Finding.Skipped(SkipReason.NotIsolated, "the same spellings are rejected where they repeat nothing");
    }

    private static ImmutableArray<BrokenBody> FormsOf(TestSession test, RequestDraft request) =>
        BodyBreaks.Of(BodyViolation.LegalForm, request.WireBody!, request.Operation.WireBody(), test.NextDraw());

    /// <summary>The controls: a request in this form, and one as large, are accepted where they repeat none.</summary>
    private static async Task<bool> IsTaken(TestSession test, Resource resource, BrokenBody form, Exchange rejected)
    {
        var other = resource.FreshWithToken(test);
        var inForm = other with { Broken = FormsOf(test, other).First(f => f.Class == form.Class) };
        return (await test.Send(inForm, $"the control: another request, {form.Says}")).IsAccepted()
            && await IsTakenAsLarge(test, resource, rejected);
    }

    private static async Task<bool> IsTakenAsLarge(TestSession test, Resource resource, Exchange rejected) =>
        (
            await test.Send(
                resource.FreshWithToken(test).Padded(rejected.Request.Body?.Length ?? 0),
                "the control: another request, made as large by white space"
            )
        ).IsAccepted();

    /// <summary>After repeats there is one resource more, not several.</summary>
    public static async Task<Finding> CreateNoSecond(TestSession test)
    {
        var resource = Resource.Of(test);
        var parent = resource.Parent!;
        var own = await Creating.OwnParent(test, parent);
        var request = resource.FreshWithToken(test).In(test, parent, own);
        var before = await resource.Count(test, request);
        await test.Arrange(request, "a request with a token");
        for (var repeat = 0; repeat < 2; repeat++)
            await test.Send(request, "the same again");
        var after = await resource.Count(test, request);
        if (before is null || after is null)
            return Finding.Skipped(SkipReason.NotObservable, resource.WhyNoCount(test));
        return after - before > 1
            ? test.Fails(
                "a request repeated twice with its token",
                "one resource more",
                $"{after - before} resources more",
                3,
                new Cause(CauseKind.SecondResource)
            )
            : Finding.Passed(3);
    }

    private static async Task<string?> ProblemWith(TestSession test, RequestDraft request, Exchange first) =>
        Problem(Resource.Of(test), first, await test.Send(request, "the first request again, unchanged"));

    private static string Expected(Resource resource, Exchange first) =>
        resource.IdOf(first) is { } id
            ? $"success with the same {resource.Identifier!.WireName} {id}"
            : "success with the same members as the first time";

    private static string? Problem(Resource resource, Exchange first, Exchange again)
    {
        if (again.SaysNothing())
            throw new CannotArrangeException(SkipReason.NotIsolated, $"the repeat got {again.InWords()}");
        if (!again.IsAccepted())
            return again.InWords();
        UnreadResponseException.ThrowIfUnread(first);
        UnreadResponseException.ThrowIfUnread(again);
        if ((resource.Identifier ?? Telling(resource.Creation)) is not { WireName: var named })
            return null;
        if (first.Text(named) is not { } before)
            throw new CannotArrangeException(
                SkipReason.NotIsolated,
                $"an accepted response gives no {named} to compare: {first.InWords()}"
            );
        if (again.Text(named) is not { } after)
            return $"a response without {named}: {again.InWords()}";
        // What is no identifier may have changed since.
        return resource.Identifier is null || before == after ? null : $"{named} {after}";
    }

    /// <summary>Some text that every accepted response has.</summary>
    private static Member? Telling(Operation operation) =>
        operation.Success.Members.FirstOrDefault(m => m is { IsRequired: true, Kind: JsonKind.String });
}
