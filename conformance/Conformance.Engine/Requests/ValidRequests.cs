using Conformance.Engine.Configuration;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Requests;

/// <summary>Requests that break nothing: the base of every probe.</summary>
internal static class ValidRequests
{
    // Of fewer characters too many would come again, and the digest of requests could not tell them from other text.
    private const int FewestFresh = 4;

    /// <summary>Required members only, and one more with the parents it lives in.</summary>
    /// <exception cref="CannotArrangeException">The configuration names no value for a member that needs one.</exception>
    public static RequestDraft Minimal(RequestSource source, Operation operation, Member? with, Draw draw)
    {
        var request = Build(source, operation, withOptional: false, draw);
        var alternative = Alternatives.ChosenFor(operation, with);
        if (with is { Place: Place.Query } && request.At(with) is null)
            request = request.With(with, new JsonText(ValueOf(source, operation, with, draw)));
        foreach (var member in Chain(operation.Body, alternative).Concat(Chain(operation.Body, with)))
            if (request.Body?.At(member.Path) is null)
                request = request.With(member, source.Values.Ordinary(member, draw.For(member.Path)).Value);
        return Settled(source, request, with);
    }

    /// <summary>Every member, optional ones included; without those that need a configured value and have none.</summary>
    /// <exception cref="CannotArrangeException">The configuration names no value for a member that needs one.</exception>
    public static RequestDraft Full(RequestSource source, Operation operation, Draw draw) =>
        Settled(source, Alternatives.OneIn(Build(source, operation, withOptional: true, draw)), with: null);

    /// <summary>
    /// The request without optional members whose values a target may look up and no fixture names; what
    /// can't be without them goes with them.
    /// </summary>
    public static RequestDraft WithoutLookedUp(RequestSource source, RequestDraft request)
    {
        foreach (var member in request.Operation.Body.Where(m => !m.IsRequired))
            if (member.SelfAndBelow().Any(m => m.IsLookedUp && source.Fixtures.For(m.Path) is null))
                request = request.Without(member);
        return request;
    }

    /// <summary>The request with values that work for this member and all below it, where it names them at all.</summary>
    public static RequestDraft WithSureValues(RequestSource source, RequestDraft request, Member top)
    {
        foreach (var member in top.SelfAndBelow())
            if (SureValue(source, member) is { } sure && request.Body?.At(member.Path) is not null)
                request = request.With(member, sure);
        return request;
    }

    /// <summary>The member and what it lives in, outermost first.</summary>
    private static IEnumerable<Member> Chain(ImmutableArray<Member> members, Member? wanted) =>
        wanted is not { Place: Place.Body }
            ? []
            : members
                .SelectMany(m => m.SelfAndBelow())
                .Where(m => m.SelfAndBelow().Any(below => below.Path == wanted.Path));

    private static RequestDraft Build(RequestSource source, Operation operation, bool withOptional, Draw draw)
    {
        var segments = operation
            .Parameters.Where(p => p.Place == Place.Path)
            .ToImmutableDictionary(p => p.Name, p => Octets.Encoded(ValueOf(source, operation, p, draw)));
        var body = operation.HasBody ? source.Values.Body(operation.Body, withOptional, draw) : null;
        var request = operation
            .Parameters.Where(p => p.Place == Place.Query && (withOptional || p.IsRequired))
            .Aggregate(
                new RequestDraft(operation, segments, body),
                (one, p) => one.With(p, new JsonText(ValueOf(source, operation, p, draw)))
            );
        foreach (var member in source.Demanded.GetValueOrDefault(operation.Id, []))
            if (request.Body?.At(member.Path) is null)
                request = request.With(
                    member,
                    SureValue(source, member) ?? source.Values.Ordinary(member, draw.For(member.Path)).Value
                );
        return Fresh(source, request, draw).Flagged();
    }

    /// <summary>
    /// The request with names and tokens that differ from run to run also where the run's prefix has no place in them. Few
    /// values are that short that none would be left.
    /// </summary>
    private static RequestDraft Fresh(RequestSource source, RequestDraft request, Draw draw)
    {
        foreach (var member in request.Operation.RequestMembers().Where(IsOwn))
        {
            if (
                request.TextAt(member) is not { Length: >= FewestFresh } text
                || text.Contains(draw.Prefix, StringComparison.Ordinal)
                || source.Fixtures.For(member.Path) is not null
                || source.Values.Ordinary(member, draw.OfTheRun().For(member.Path)).Value is not JsonText fresh
            )
                continue;
            request = request.With(member, fresh) with { Given = request.Given.Add(fresh.Value) };
        }
        return request;

        static bool IsOwn(Member member) => member.Role is MemberRole.UniqueName or MemberRole.IdempotencyToken;
    }

    private static string ValueOf(RequestSource source, Operation operation, Member member, Draw draw)
    {
        if (source.Fixtures.TextFor(member.Path) is { } configured)
            return configured;
        if (member.Role == MemberRole.Known)
            throw Missing(source, member);
        if (member.RefersTo is not { } reference)
            return RequestDraft.TextOf(source.Values.Ordinary(member, draw.For(member.Path)).Value);
        return source.Known.GetValueOrDefault(reference)
            ?? throw new CannotArrangeException(
                SkipReason.NotIsolated,
                $"{operation.Id} needs a value for {member.Name}, and {reference.Operation} gave none; "
                    + $"name an existing one in the configuration as the fixture {member.Path}"
            );
    }

    /// <summary>What the configuration names, else what implementations are likely to know.</summary>
    public static JsonValue? SureValue(RequestSource source, Member member) =>
        source.Fixtures.For(member.Path)
        ?? (member is { Role: not MemberRole.Known, Example: { } example } ? new JsonText(example) : null);

    /// <summary>The request with values that work, and without optional members for which only the configuration has one.</summary>
    private static RequestDraft Settled(RequestSource source, RequestDraft request, Member? with)
    {
        foreach (var top in request.Operation.Body)
            request = WithSureValues(source, request, top);
        foreach (var known in request.Operation.Body.SelectMany(m => m.SelfAndBelow()).Where(IsKnown))
            if (source.Fixtures.For(known.Path) is null && request.Body?.At(known.Path) is not null)
                request = CanBeWithout(known) ? request.Without(known) : throw Missing(source, known);
        // Without ids that the target knows such an object is empty, and may be rejected for it.
        foreach (
            var keyed in request.Operation.Body.SelectMany(m => m.SelfAndBelow()).Where(m => m.KeyedBy is not null)
        )
            if (
                source.Fixtures.For(keyed.Path) is null
                && request.Body?.At(keyed.Path) is not null
                && CanBeWithout(keyed)
            )
                request = request.Without(keyed);
        return request;

        bool CanBeWithout(Member known) =>
            !known.IsRequired
            && !known.SelfAndBelow().Any(m => m.Path == with?.Path)
            && !request.Operation.ExactlyOneOf.Contains(known.Path);
    }

    private static bool IsKnown(Member member) => member.Role == MemberRole.Known;

    private static CannotArrangeException Missing(RequestSource source, Member member) =>
        new(SkipReason.MissingFixture, FixtureAdvice.Missing(source.Api, member.Path));
}
