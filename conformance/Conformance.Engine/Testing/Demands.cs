using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>
/// What a target demands beyond the documents: one such fault must not hide all others, so that requests have those members,
/// and the requirements about leaving them out say the fault.
/// </summary>
internal static class Demands
{
    /// <summary>The optional members that the target demands; none where their absence is not what it rejects.</summary>
    /// <param name="test">Where it is tried.</param>
    /// <param name="rejected">The response to a valid request with the required members alone.</param>
    public static async Task<ImmutableArray<Member>> Of(TestSession test, Exchange rejected)
    {
        if (!IsAboutTheContent(rejected))
            return [];
        var candidates = Candidates(test).ToList();
        if (candidates.Count == 0 || !await IsAccepted(test, candidates, "a valid request with every optional member"))
            return [];
        foreach (var member in candidates.ToList())
        {
            var others = candidates.Where(m => m != member).ToList();
            if (await IsAccepted(test, others, $"the same without {member.Path}"))
                candidates = others;
        }
        return [.. candidates];
    }

    /// <summary>What a report says of it.</summary>
    public static IEnumerable<string> InWords(ApiSession session) =>
        session.Demanded.Select(d =>
            $"{session.Api.Title}: the target rejects {d.Key} without {string.Join(" and ", d.Value.Select(m => m.Path))}, which no document demands: every other request has {(d.Value.Length == 1 ? "it" : "them")}, so that the rest could be tested."
        );

    /// <summary>Whether it may be the request's content that is rejected, and not who asks, how often, or what for.</summary>
    private static bool IsAboutTheContent(Exchange rejected) =>
        !rejected.SaysNothing()
        && rejected.EffectiveStatus() is >= 400 and < 500 and not (401 or 402 or 403 or 405 or 409 or 429);

    private static IEnumerable<Member> Candidates(TestSession test) =>
        FreeMembers
            .Optional(test.Session.Requests, test.Operation)
            .Concat(test.Operation.Body.Where(m => m is { Role: MemberRole.IdempotencyToken, IsRequired: false }));

    private static async Task<bool> IsAccepted(TestSession test, IReadOnlyCollection<Member> members, string says) =>
        (await test.SendFresh(() => test.Bare(test.Operation, members), says)).IsAccepted();
}
