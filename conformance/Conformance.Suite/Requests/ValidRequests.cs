using System.Collections.Immutable;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;
using Conformance.Suite.Proving;
using Conformance.Suite.Running;

namespace Conformance.Suite.Requests;

/// <summary>Requests that break nothing: the base of every probe.</summary>
public static class ValidRequests
{
    /// <summary>Required members only, and one more with the parents it lives in.</summary>
    public static RequestDraft Minimal(Session session, Operation operation, Member? with, Draw draw)
    {
        var request = Build(session, operation, withOptional: false, draw);
        if (with is { Place: Place.Body })
            foreach (var member in Chain(operation.Body, with))
                if (request.Body?.At(member.Path) is null)
                    request = request.With(member, session.Values.Ordinary(member, draw.For(member.Path)).Value);
        return WithFixtures(session, request);
    }

    /// <summary>Every member, optional ones included.</summary>
    public static RequestDraft Full(Session session, Operation operation, Draw draw) =>
        WithFixtures(session, Build(session, operation, withOptional: true, draw));

    /// <summary>
    /// The request without optional members whose values a target may look up (reading R24) and no fixture names; what
    /// can't be without them goes with them.
    /// </summary>
    public static RequestDraft WithoutLookedUp(Session session, RequestDraft request)
    {
        foreach (var member in request.Operation.Body.Where(m => !m.IsRequired))
            if (member.SelfAndBelow().Any(m => m.IsLookedUp && session.Fixtures.For(m.Path) is null))
                request = request.Without(member);
        return request;
    }

    /// <summary>The member and the objects that it lives in, outermost first.</summary>
    private static IEnumerable<Member> Chain(ImmutableArray<Member> members, Member wanted) =>
        members
            .SelectMany(m => m.SelfAndBelow())
            .Where(m => wanted.Path == m.Path || wanted.Path.StartsWith(m.Path + ".", StringComparison.Ordinal));

    private static RequestDraft Build(Session session, Operation operation, bool withOptional, Draw draw)
    {
        var segments = operation
            .Parameters.Where(p => p.Place == Place.Path)
            .ToImmutableDictionary(p => p.Name, p => Octets.Encoded(ValueOf(session, operation, p, draw)));
        var body = operation.HasBody ? session.Values.Body(operation.Body, withOptional, draw) : null;
        return new RequestDraft(operation, segments, body);
    }

    private static string ValueOf(Session session, Operation operation, Member member, Draw draw)
    {
        if (session.Fixtures.For(member.Path) is { } configured)
            return configured;
        if (member.RefersTo is not { } reference)
            return ((JsonText)session.Values.Ordinary(member, draw.For(member.Path)).Value).Value;
        return session.Known.GetValueOrDefault(reference)
            ?? throw new CannotArrangeException(
                SkipReason.NotIsolated,
                $"{operation.Id} needs a value for {member.Name}, and {reference.Operation} gave none; "
                    + $"name an existing one in the configuration as the fixture {member.Path}"
            );
    }

    /// <summary>What the configuration names, else what implementations are likely to know.</summary>
    private static string? SureValue(Session session, Member member) =>
        session.Fixtures.For(member.Path) ?? member.Example;

    private static RequestDraft WithFixtures(Session session, RequestDraft request) =>
        request.Operation.Body.Aggregate(request, (built, member) => WithSureValues(session, built, member));

    /// <summary>The request with values that work for this member and all below it, where it names them at all.</summary>
    public static RequestDraft WithSureValues(Session session, RequestDraft request, Member top)
    {
        foreach (var member in top.SelfAndBelow())
            if (SureValue(session, member) is { } sure && request.Body?.At(member.Path) is not null)
                request = request.With(member, new JsonText(sure));
        return request;
    }
}
