using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>There is one resource of a name.</summary>
internal static class Uniqueness
{
    private const int Tries = 8;

    public static readonly ImmutableArray<Scenario> All =
    [
        new("uniqueness/duplicate-name", DuplicatesAreRejected) { Lacks = Lacking.Name },
        new("uniqueness/concurrent-duplicates", HoldsAtOnce) { Lacks = Lacking.Name },
        new("uniqueness/name-case", ObserveCase) { Lacks = Lacking.Name },
    ];

    private sealed record Second(string Says, Func<RequestDraft, RequestDraft?> Change)
    {
        /// <summary>The name of the first, made from an ordinary one; null where there is none of the kind.</summary>
        public Func<string, string?> Name { get; init; } = name => name;
    }

    /// <summary>A second resource of the name is rejected as a conflict, whatever else the request says.</summary>
    public static async Task<Finding> DuplicatesAreRejected(TestSession test)
    {
        var resource = Resource.Of(test);
        var expected = Expectation.Rejected(test.Operation, ErrorCause.Conflict);
        var judged = 0;
        var tried = 0;
        foreach (var kind in Seconds(test, resource))
        {
            await test.NextCase();
            var (says, change) = kind;
            var request = resource.Fresh(test);
            if (kind.Name(request.TextAt(resource.Name)!) is not { } name)
                continue;
            request = resource.Named(test, request, name);
            if (change(request) is not { } other)
                continue;
            tried++;
            await test.Arrange(request, "a resource of a fresh name");
            var second = await test.Send(other, says);
            if (second.SaysNothing())
                return Finding.Errored($"{says}: {second.InWords()}");
            if (expected.IsMetBy(second))
            {
                judged++;
                continue;
            }
            var failure = test.Fails(says, expected.Says, second.InWords(), tried);
            if (second.IsAccepted() || await IsAcceptedWhenFresh(test, resource, change))
                return failure;
        }
        return judged > 0
            ? Finding.Passed(judged)
            : Finding.Skipped(SkipReason.NotIsolated, "the same requests are rejected with fresh names as well");
    }

    private static IEnumerable<Second> Seconds(TestSession test, Resource resource)
    {
        // Under the same token it would be a replay and no duplicate.
        if (!IsNeeded(test, resource.Token))
            yield return new("the same name again, both without a token", request => request);
        if (resource.Token is { } token)
            yield return new(
                "the same name with another token",
                request => request.UnderToken(test, TokenValues.Fresh(test, token))
            );
        yield return new(
            "the same name in a request that asks for something else",
            request =>
                OtherRequests.PartlyOther(test, request) is not { } other ? null
                : resource.Token is { } needed && IsNeeded(test, needed)
                    ? other.UnderToken(test, TokenValues.Fresh(test, needed))
                : other
        );
        if (IsNeeded(test, resource.Token))
            yield break;
        yield return new("the same name of the greatest length again", request => request)
        {
            Name = name => LegalValues.Longest(test, resource.Name!, name),
        };
        yield return new("the same short name again", request => request)
        {
            Name = name => Short(test, resource.Name!, name),
        };
    }

    private static bool IsNeeded(TestSession test, Member? token) =>
        token is not null && (token.IsRequired || test.Session.Demands(test.Operation, token));

    // Characters behind the run's prefix, of a value that no other test makes.
    private const int Few = 4;

    /// <summary>A name hardly longer than the run's prefix; null where there is none that is nobody's.</summary>
    private static string? Short(TestSession test, Member member, string name) =>
        name.StartsWith(test.Session.Draw.Prefix, StringComparison.Ordinal)
        && name.Length > test.Session.Draw.Prefix.Length + Few
            ? LegalValues.OfLength(test, member, name, test.Session.Draw.Prefix.Length + Few)
            : null;

    /// <summary>A request that is rejected with a fresh name as well says nothing about names that are taken.</summary>
    private static async Task<bool> IsAcceptedWhenFresh(
        TestSession test,
        Resource resource,
        Func<RequestDraft, RequestDraft?> change
    ) =>
        change(resource.Fresh(test)) is { } fresh
        && (await test.Send(fresh, "the control: the same with a fresh name")).IsAccepted();

    /// <summary>Of several requests for one name at the same time, under different tokens, exactly one is accepted.</summary>
    public static async Task<Finding> HoldsAtOnce(TestSession test)
    {
        var resource = Resource.Of(test);
        LegalValues.DemandRoom(test, resource.Name!);
        var atOnce = test.Session.Profile.AtOnce;
        await test.Arrange(Rival(test, resource, resource.Fresh(test)), "a request alone");
        for (var round = 0; round < test.Session.Profile.Races; round++)
        {
            await test.NextCase();
            var request = resource.Fresh(test) with { IsAtOnceWithOthers = true };
            var rivals = Enumerable.Range(0, atOnce).Select(_ => Rival(test, resource, request)).ToList();
            var responses = await Task.WhenAll(
                rivals.Select((rival, n) => test.Send(rival, $"request {n + 1} of {atOnce} for one name at once"))
            );
            // As often as the client lets a server error pass, and no more.
            if (responses.Any(r => r.IsPassingFault()))
            {
                round--;
                continue;
            }
            if (responses.Any(r => r.SaysNothing()))
                return Finding.Errored("some of the requests at once got no response");
            var accepted = responses.Count(r => r.IsAccepted());
            if (accepted != 1)
                return test.Fails(
                    $"{atOnce} requests at once for one name{(resource.Token is null ? "" : ", each with its own token")}",
                    "exactly one to be accepted",
                    $"{accepted} accepted",
                    round + 1,
                    accepted > 1 ? new Cause(CauseKind.SecondResource) : null
                );
        }
        return Finding.Passed(test.Session.Profile.Races);
    }

    private static RequestDraft Rival(TestSession test, Resource resource, RequestDraft request) =>
        resource.Token is { } token ? request.UnderToken(test, TokenValues.Fresh(test, token)) : request;

    /// <summary>Whether names that differ only in case are the same is recorded.</summary>
    public static async Task<Finding> ObserveCase(TestSession test)
    {
        var resource = Resource.Of(test);
        for (var n = 0; n < Tries; n++)
        {
            var first = resource.Fresh(test);
            if (LegalValues.InOtherCase(test, resource.Name!, first.TextAt(resource.Name)!) is not { } other)
                continue;
            await test.Arrange(first, "a resource of a fresh name");
            var renamed = resource.Named(test, resource.Fresh(test), other);
            var second = await test.Send(renamed, "the same name with its letters in the other case");
            return Finding.Observed(
                test.Observe("", "a second resource whose name differs only in case", second.InWords())
            );
        }
        return Finding.Skipped(
            SkipReason.NotApplicable,
            $"no two legal values of {resource.Name!.Path} differ in case only"
        );
    }
}
