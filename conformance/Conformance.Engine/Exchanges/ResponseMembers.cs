using System.Text.Json;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Exchanges;

/// <summary>Finds a member of a response's body, wherever it lives, and holds it against a constraint.</summary>
internal static class ResponseMembers
{
    /// <summary>
    /// Whether the constraint holds everywhere the member can be. A member that is absent, and a body that is no JSON
    /// object, break only that it has to be there; they show nothing of its other constraints.
    /// </summary>
    public static CheckResult At(Exchange exchange, ImmutableArray<Member> top, Member member, Constraint constraint)
    {
        if (exchange.Json() is { ValueKind: JsonValueKind.Object } body)
            return In(body, MemberPath.Of(member, top), constraint);
        if (exchange.Unread() is { } limit)
            return CheckResult.NotRead(limit);
        return constraint is Required && top.Contains(member)
            ? CheckResult.At(
                $"a body that is no JSON object{Because(exchange)}: {exchange.InWords()}",
                new Cause(CauseKind.BodyNotJson)
            )
            : default;
    }

    private static string Because(Exchange exchange) =>
        exchange is { Response: { IsTruncated: false } response, StreamedError: null }
            ? NoObject.Because(response.Body.Span)
            : "";

    /// <summary>The same in the events of this kind that the response's stream holds.</summary>
    public static CheckResult InEvents(Exchange exchange, EventKind kind, Member member, Constraint constraint)
    {
        var path = MemberPath.Of(member, kind.Members);
        var stream = StreamDecoder.Decode(exchange.Response!);
        var isShown = false;
        var limit = stream.Unread;
        foreach (var @event in stream.Events.Where(e => e.Name == kind.Name))
        {
            limit ??= @event.Unread;
            if (@event.Payload is not { ValueKind: JsonValueKind.Object } payload)
                continue;
            var look = In(payload, path, constraint);
            if (look.Problem is not null)
                return look;
            isShown |= look.IsShown;
        }
        return new CheckResult(isShown, null).Within(limit);
    }

    private static Cause CauseOf(Member member, Constraint constraint) =>
        constraint is Required
            ? new Cause(CauseKind.MemberMissing) { Member = member.Path }
            : new Cause(CauseKind.MemberWrong) { Member = member.Path, Constraint = constraint.Keyword };

    /// <summary>The same in an object.</summary>
    public static CheckResult In(JsonElement body, MemberPath path, Constraint constraint)
    {
        var isShown = false;
        foreach (var value in path.Places(body))
        {
            if (constraint is not Required && value is null or { ValueKind: JsonValueKind.Null })
                continue;
            isShown = true;
            if (ConstraintCheck.Problem(constraint, value) is { } problem)
                return CheckResult.At($"{path.Member.Path}: {problem}", CauseOf(path.Member, constraint));
        }
        return new(isShown, null);
    }
}
