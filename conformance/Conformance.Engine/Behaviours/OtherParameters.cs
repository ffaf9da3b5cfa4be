using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>One token with other parameters: a conflict, and in no case a second resource.</summary>
internal static class OtherParameters
{
    private const string Same = "the same token with other parameters";

    public static readonly ImmutableArray<Scenario> All =
    [
        new("idempotency/other-parameters/no-second-resource", CreateNoSecond) { Lacks = Lacking.Token },
        new("idempotency/other-parameters/conflict", Conflict) { Lacks = Lacking.Token },
    ];

    /// <summary>The second request creates nothing.</summary>
    public static async Task<Finding> CreateNoSecond(TestSession test)
    {
        var resource = Resource.Of(test);
        if (resource is { Identifier: null, Name: { } name })
            LegalValues.DemandRoom(test, name);
        var rounds = test.Session.Profile.Rounds;
        for (var round = 1; round <= rounds; round++)
        {
            var (first, second, other) = await Send(test, resource);
            if (await Created(test, resource, first, second, other) is { } problem)
                return test.Fails(Same, "no second resource", problem, round, new Cause(CauseKind.SecondResource));
        }
        return resource.Identifier is null
            ? await NoOtherName(test, resource, rounds)
            : await NoOtherIdentifier(test, resource, rounds);
    }

    /// <summary>Nor does one that differs in just one member, and there hardly.</summary>
    private static async Task<Finding> NoOtherIdentifier(TestSession test, Resource resource, int judged)
    {
        test.BeginCase();
        var (request, first, others) = await HardlyOther(test, resource);
        foreach (var (says, other) in others)
        {
            var second = await test.Send(other, $"the same token with {says}");
            if (second.SaysNothing())
                return Finding.Errored($"the request with {says} got {second.InWords()}", judged);
            judged++;
            if (second.IsAccepted() && resource.SureIdOf(first) != resource.SureIdOf(second))
                return Second(test, says, second, judged);
        }
        return await NoneMore(test, resource, judged);
    }

    /// <summary>Nor does one that is rejected, which only a list of what is there shows.</summary>
    private static async Task<Finding> NoneMore(TestSession test, Resource resource, int judged)
    {
        if (resource.WhyNotCounted(test) is not null)
            return Finding.Passed(judged);
        test.BeginCase();
        var parent = resource.Parent!;
        var request = resource.FreshWithToken(test).In(test, parent, await Creating.OwnParent(test, parent));
        await test.Arrange(request, "a request with a token in a place of its own");
        var before = await resource.Count(test, request);
        if (
            resource.Changed(test, request) is not { } other
            || await test.Send(other, Same) is var second && (second.SaysNothing() || second.IsAccepted())
        )
            return Finding.Passed(judged);
        return await resource.Count(test, request) is { } after && after > before
            ? test.Fails(
                $"{Same}, which got {second.InWords()}",
                "no second resource",
                $"{after - before} more in the list",
                judged + 1,
                new Cause(CauseKind.SecondResource)
            )
            : Finding.Passed(judged + 1);
    }

    /// <summary>Nor does a longest name that differs in its last character.</summary>
    private static async Task<Finding> NoOtherName(TestSession test, Resource resource, int judged)
    {
        test.BeginCase();
        var request = resource.FreshWithToken(test);
        if (
            LegalValues.Longest(test, resource.Name!, request.TextAt(resource.Name)!) is not { } longest
            || LegalValues.WithAnotherEnd(test, resource.Name!, longest) is not { } end
        )
            return Finding.Passed(judged);
        request = resource.Named(test, request, longest);
        var first = await test.Arrange(request, "a request with a token and the longest name");
        var other = resource.Named(test, request, end);
        var second = await test.Send(other, "the same token with a name that differs in its last character");
        return await Created(test, resource, first, second, other) is null
            ? Finding.Passed(judged + 1)
            : Second(test, "a name that differs in its last character", second, judged + 1);
    }

    private static Finding Second(TestSession test, string says, Exchange second, int judged) =>
        test.Fails(
            $"the same token with {says}",
            "no second resource",
            $"a second resource: {second.InWords()}",
            judged,
            new Cause(CauseKind.SecondResource)
        );

    /// <summary>A request with a token, and those that hardly differ from it.</summary>
    private static async Task<(
        RequestDraft Request,
        Exchange First,
        ImmutableArray<(string Says, RequestDraft Other)> Others
    )> HardlyOther(TestSession test, Resource resource)
    {
        LegalValues.DemandRoom(test, resource.Token!);
        var token = TokenValues.Fresh(test, resource.Token!);
        var (request, first) = await resource.Accepted(
            test,
            r => OtherRequests.WithLongTexts(test, r).UnderToken(test, token)
        );
        return (request, first, Portion.Of(test, OtherRequests.HardlyOther(test, request)));
    }

    /// <summary>The second request is rejected as a conflict; another rejection is only noted.</summary>
    public static async Task<Finding> Conflict(TestSession test)
    {
        var resource = Resource.Of(test);
        var expected = Expectation.Rejected(test.Operation, ErrorCause.Conflict);
        var (_, second, _) = await Send(test, resource);
        if (second.SaysNothing())
            return Finding.Errored($"the second request got {second.InWords()}");
        if (expected.IsMetBy(second))
            return await ConflictInPart(test, resource, expected);
        if (!Expectation.AnyClientError.IsMetBy(second))
            return test.Fails(Same, expected.Says, second.InWords());
        var seen = test.Observe("", Same, second.InWords());
        return Finding.Skipped(
            SkipReason.InterpretationAllows,
            $"rejected, though not as a conflict{Interpretations(test)}: {seen.Saw}",
            1
        ) with
        {
            Observations = [seen],
        };
    }

    /// <summary>
    /// A target that tells some parameters apart tells all of them apart. What it may look up it may also reject as unknown,
    /// so that any rejection will do.
    /// </summary>
    private static async Task<Finding> ConflictInPart(TestSession test, Resource resource, Expectation expected)
    {
        await test.NextCase();
        var request = resource.FreshWithToken(test);
        await test.Arrange(request, "a request with a token");
        var finding = await AllConflict(test, [.. resource.ChangedInPart(test, request)], expected, judged: 1);
        if (finding.Outcome != Outcome.Passed)
            return finding;
        test.BeginCase();
        var (_, _, others) = await HardlyOther(test, resource);
        return await AllConflict(test, others, expected, finding.Cases);
    }

    private static async Task<Finding> AllConflict(
        TestSession test,
        ImmutableArray<(string Says, RequestDraft Other)> others,
        Expectation expected,
        int judged
    )
    {
        foreach (var (says, other) in others)
        {
            var response = await test.Send(other, $"the same token with {says}");
            if (response.SaysNothing())
                return Finding.Errored($"the request with {says} got {response.InWords()}", judged);
            judged++;
            if (response.IsAccepted())
                return test.Fails($"the same token with {says}", expected.Says, response.InWords(), judged);
        }
        return Finding.Passed(judged);
    }

    private static async Task<(Exchange First, Exchange Second, RequestDraft Other)> Send(
        TestSession test,
        Resource resource
    )
    {
        await test.NextCase();
        var request = resource.FreshWithToken(test);
        var other =
            resource.Changed(test, request)
            ?? throw new CannotArrangeException(
                SkipReason.NotApplicable,
                $"no member of {resource.Creation.Id} can have another value, beside its token and what exists already"
            );
        var first = await test.Arrange(request, "a request with a token");
        return (first, await test.Send(other, Same), other);
    }

    private static async Task<string?> Created(
        TestSession test,
        Resource resource,
        Exchange first,
        Exchange second,
        RequestDraft other
    )
    {
        if (second.SaysNothing())
            throw new CannotArrangeException(SkipReason.NotIsolated, $"the second request got {second.InWords()}");
        if (!second.IsAccepted())
            return null;
        if (resource.Identifier is null)
            return await resource.Exists(test, other) ? $"a second resource: {second.InWords()}" : null;
        return resource.SureIdOf(first) == resource.SureIdOf(second) ? null : $"a second resource: {second.InWords()}";
    }

    private static string Interpretations(TestSession test) =>
        test.Requirement.Interpretations.IsEmpty ? "" : $" ({string.Join(", ", test.Requirement.Interpretations)})";
}
