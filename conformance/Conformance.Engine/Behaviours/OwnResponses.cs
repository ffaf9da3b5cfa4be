using System.Globalization;
using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>Requests at the same time don't get into each other's way: every response belongs to its request.</summary>
internal static class OwnResponses
{
    private const int MostRounds = 2;

    public static readonly Scenario Belong = new("concurrency/own-responses", BelongToTheirRequests)
    {
        Lacks = Lacking.ReadingOrIdentifier,
        Across = Across.None,
    };

    /// <summary>Requests that differ in everything are sent at once; each made what it asks for, and nothing else.</summary>
    public static async Task<Finding> BelongToTheirRequests(TestSession test)
    {
        var resource = Resource.Of(test);
        Creating.DemandSupported(test, resource.Creation);
        if (resource.Identifier is null && WhyNotRead(test, resource) is { } why)
            return Finding.Skipped(SkipReason.NotObservable, why);
        var (alone, _) = await resource.Accepted(test, request => Marked(test, request, 0));
        var rounds = Math.Min(MostRounds, test.Session.Profile.Rounds);
        var judged = 0;
        for (var (round, number) = (0, 0); round < rounds; round++)
        {
            test.BeginCase();
            var requests = Enumerable
                .Range(0, test.Session.Profile.AtOnce)
                .Select(_ => Other(test, resource, alone, ++number))
                .ToList();
            var responses = await Task.WhenAll(
                requests.Select(
                    (r, n) =>
                        test.Send(r with { IsAtOnceWithOthers = true }, $"request {n + 1} of {requests.Count} at once")
                )
            );
            // As often as the client lets a server error pass, and no more.
            if (responses.Any(r => r.IsPassingFault()))
            {
                round--;
                continue;
            }
            if (responses.Any(r => r.SaysNothing()))
                return Finding.Errored("some of the requests at once got no response", judged);
            var all = requests.Zip(responses).ToImmutableArray();
            if (await Problem(test, resource, all) is { } problem)
                return problem with { Cases = judged + requests.Count };
            judged += requests.Count;
        }
        return Finding.Passed(judged);
    }

    private static async Task<Finding?> Problem(
        TestSession test,
        Resource resource,
        ImmutableArray<(RequestDraft Request, Exchange Response)> all
    )
    {
        var says = $"{all.Length} different requests at once";
        foreach (var (request, response) in all.Where(one => !one.Response.IsAccepted()))
            if ((await test.Send(request, "a request that was rejected, alone")).IsAccepted())
                return test.Fails(says, "all to be accepted", response.InWords());
        var accepted = all.Where(one => one.Response.IsAccepted()).ToList();
        if (accepted.Count == 0)
            return Finding.Skipped(SkipReason.NotIsolated, $"none was accepted: {all[0].Response.InWords()}");
        if (accepted.GroupBy(one => resource.SureIdOf(one.Response)).FirstOrDefault(Shared) is { Key: var shared })
            return test.Fails(says, "a resource for each", $"{resource.Identifier!.WireName} {shared} twice");
        if (WhyNotRead(test, resource) is not null)
            return null;
        foreach (var (request, response) in accepted)
        {
            var read = resource.About(resource.Reads!, request, response);
            var (shown, _) = await Lag.Wait(
                test,
                () => test.Send(read, "what one of them created is read"),
                e => e.IsAccepted()
            );
            if (shown.SaysNothing())
                return Finding.Errored($"reading what one of them created got {shown.InWords()}");
            if (!shown.IsAccepted())
                return test.Fails(says, "what each created to be found", shown.InWords());
            UnreadResponseException.ThrowIfUnread(shown);
            if (SharedMembers.Difference(resource, request, response, shown) is var (wrong, saw))
                return test.Fails(says, $"{wrong.Path} {wrong.Sent.ToJson()} of its own request", saw);
        }
        return null;

        static bool Shared(IGrouping<string?, (RequestDraft, Exchange)> group) =>
            group.Key is not null && group.Skip(1).Any();
    }

    /// <summary>The same request with another name, another token and other texts.</summary>
    private static RequestDraft Other(TestSession test, Resource resource, RequestDraft request, int number)
    {
        var other = Marked(test, resource.Renamed(test, request), number);
        return resource.Token is { } token && request.TextAt(token) is not null
            ? other.UnderToken(test, TokenValues.Fresh(test, token))
            : other;
    }

    /// <summary>The same request with texts that begin alike, are of one length, and end in a number of their own.</summary>
    private static RequestDraft Marked(TestSession test, RequestDraft request, int number)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"{number:0000}");
        return request
            .Operation.Body.SelectMany(m => m.SelfAndBelow())
            .Where(m => m is { Role: MemberRole.Plain, Kind: JsonKind.String, IsLookedUp: false })
            .Aggregate(
                request,
                (marked, member) =>
                    marked.TextAt(member) is { Length: > 0 } text
                    && new JsonText((number == 0 ? text : text[..Math.Max(0, text.Length - mark.Length)]) + mark)
                        is var own
                    && LegalValues.IsLegal(test, member, own)
                        ? marked.With(member, own)
                        : marked
            );
    }

    private static string? WhyNotRead(TestSession test, Resource resource) =>
        resource.Reads is { } reads
            ? Support.WhyNot(test, reads)
            : $"nothing reads what {resource.Creation.Id} creates";
}
