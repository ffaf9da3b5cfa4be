using System.Text.Json;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Holds the response to a repeat against the first one.</summary>
internal static class SameResponse
{
    /// <summary>
    /// What the second response to a request lacks of the first, or has in another way, in words; null where it is the same.
    /// What may go on since, such as a state, need only be there.
    /// </summary>
    public static string? Difference(RequestDraft request, Exchange first, Exchange again)
    {
        UnreadResponseException.ThrowIfUnread(first);
        UnreadResponseException.ThrowIfUnread(again);
        if (again.Response!.Status != first.Response!.Status)
            return $"{again.InWords()}, and not {first.Response.Status} as the first time";
        var type = first.Response.Header("Content-Type")?.Split(';')[0].Trim();
        if (type is not null && MediaType.Problem(again.Response, type) is { } problem)
            return $"{problem}, and not {type} as the first time";
        if (first.Json() is not { ValueKind: JsonValueKind.Object } before)
            return null;
        if (again.Json() is not { ValueKind: JsonValueKind.Object } after)
            return $"a body that is no JSON object: {again.InWords()}";
        return request
            .Operation.Success.Members.Select(m => InMember(request, m, before, after))
            .FirstOrDefault(p => p is not null);
    }

    private static string? InMember(RequestDraft request, Member member, JsonElement first, JsonElement again)
    {
        if (ExchangeReading.Member(first, member.WireName) is not { ValueKind: not JsonValueKind.Null } before)
            return null;
        if (ExchangeReading.Member(again, member.WireName) is not { } after || after.ValueKind != before.ValueKind)
            return $"a response without the {member.Path} of the first";
        if (before.ValueKind == JsonValueKind.Object)
            return member.Members.Select(m => InMember(request, m, before, after)).FirstOrDefault(p => p is not null);
        return IsFixed(request, member, before) && after.Written() != before.Written()
            ? $"another {member.Path}: {after.Written()}, and not {before.Written()} as the first time"
            : null;
    }

    /// <summary>An identifier, or what the client gave and the response repeats.</summary>
    private static bool IsFixed(RequestDraft request, Member member, JsonElement before) =>
        member.Role == MemberRole.Identifier
        || (request.Body?.At(member.Path) is { } sent && SharedMembers.IsSame(sent, before));
}
