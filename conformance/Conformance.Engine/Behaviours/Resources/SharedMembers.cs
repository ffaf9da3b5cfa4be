using System.Text.Json;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Webhooks;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>The members of a request that reading the resource shows again.</summary>
internal static class SharedMembers
{
    /// <summary>A member, where the read shows it, and what has to be there.</summary>
    public sealed record Expected(Member Member, string Path, JsonValue Sent);

    /// <summary>
    /// The single values of the request that the read documents under the same path and with the same type. One of a few
    /// values may be a state that goes on, where the response to the request has it as well.
    /// </summary>
    public static IEnumerable<Member> Of(Resource resource) =>
        resource
            .Creation.RequestMembers()
            .Where(m => m.Kind is JsonKind.String or JsonKind.Integer or JsonKind.Number or JsonKind.Boolean)
            .Where(m => m.Role != MemberRole.IdempotencyToken && IsShown(resource, m) && !MayGoOn(resource, m));

    /// <summary>What a read of the resource has to show.</summary>
    public static ImmutableArray<Expected> Shown(Resource resource, RequestDraft request, Exchange created)
    {
        var sent =
            from member in Of(resource)
            let value = request.At(member)
            where value is JsonText or JsonRaw { IsNull: false }
            select new Expected(member, ShownAs(resource, member), value);
        return
            resource.Identifier is { } identifier && IsShown(resource, identifier) && resource.IdOf(created) is { } id
            ? [new(identifier, ShownAs(resource, identifier), Given(identifier, id)), .. sent]
            : [.. sent];
    }

    /// <summary>The first member that the read does not show as it was sent or given, and what it shows in words; null for none.</summary>
    public static (Expected Member, string Saw)? Difference(
        Resource resource,
        RequestDraft request,
        Exchange created,
        Exchange shown
    )
    {
        foreach (var expected in Shown(resource, request, created))
            if (At(shown, expected.Path) is var value && (value is null || !IsSame(expected.Sent, value.Value)))
                return (expected, value?.Written() ?? "none");
        return null;
    }

    /// <summary>The value at this path of the response's body; null where there is none.</summary>
    public static JsonElement? At(Exchange shown, string path)
    {
        var at = shown.Json();
        foreach (var name in path.Split('.'))
            at = at is { ValueKind: JsonValueKind.Object } container ? ExchangeReading.Member(container, name) : null;
        return at;
    }

    /// <summary>Whether the value that came says the same, however it is written.</summary>
    public static bool IsSame(JsonValue sent, JsonElement came) =>
        sent switch
        {
            JsonText text => came.ValueKind == JsonValueKind.String
                && ReceivedJson.TryText(came, out var other)
                && other == text.Value,
            JsonRaw { IsNumber: true } number => came.ValueKind == JsonValueKind.Number
                && JsonNumber.Read(number.Text) == JsonNumber.Read(came.Written()),
            _ => came.Written() == sent.ToJson(),
        };

    /// <summary>The path as the response has it, where a convention gives other names.</summary>
    public static string ShownAs(Resource resource, Member member)
    {
        var names = member.Path.Split('.');
        var top = resource.Reads!.Success.Members.First(m => m.Name == names[0]);
        return string.Join('.', names.Skip(1).Prepend(top.WireName));
    }

    private static JsonValue Given(Member identifier, string id) =>
        identifier.Kind == JsonKind.String ? new JsonText(id) : new JsonRaw(id);

    private static bool IsShown(Resource resource, Member member) =>
        !member.Path.Contains("[]", StringComparison.Ordinal)
        && resource
            .Reads!.Success.Members.SelectMany(m => m.SelfAndBelow())
            .Any(m => m.Path == member.Path && m.Kind == member.Kind);

    private static bool MayGoOn(Resource resource, Member member) =>
        member.Find<OneOf>() is not null
        && resource.Creation.Success.Members.SelectMany(m => m.SelfAndBelow()).Any(m => m.Path == member.Path);
}
