using System.Text.Json;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>The texts of a request that created something, and where reading it shows them again.</summary>
internal static class SentTexts
{
    // Composed letters, letters of other scripts, a character beyond 16 bits and those of markup: what is damaged on its
    // way into a store and back.
    private const string Odd = "Grüße, żółw, 世界 and 😀, <b>\"&amp;\" and 'quotes'</b>, ";

    // Columns of 255 characters are usual.
    private static readonly string OddAndLong =
        Odd + string.Concat(Enumerable.Range(100, 100).Select(n => $"{n} ")) + "end";

    /// <summary>The same request with texts that are easily damaged, where any text is legal and is shown again.</summary>
    public static RequestDraft WithOddTexts(TestSession test, Resource resource, RequestDraft request)
    {
        foreach (var member in Comparable(resource).Where(m => m.Role == MemberRole.Plain && !m.IsLookedUp))
            if (request.TextAt(member) is not null && OddFor(test, member) is { } odd)
                request = request.With(member, odd);
        return request;
    }

    /// <summary>What a read of the resource has to show, by its path in the response.</summary>
    public static ImmutableArray<(string Path, string Text)> Shown(
        Resource resource,
        RequestDraft request,
        Exchange created
    )
    {
        var sent =
            from member in Comparable(resource)
            let text = request.TextAt(member)
            where text is not null
            select (ShownAs(resource, member), text);
        return
            resource.Identifier is { } identifier && IsShown(resource, identifier) && resource.IdOf(created) is { } id
            ? [(ShownAs(resource, identifier), id), .. sent]
            : [.. sent];
    }

    /// <summary>The text at this path of the response's body; null where there is none.</summary>
    public static string? At(Exchange shown, string path)
    {
        var at = shown.Json();
        foreach (var name in path.Split('.'))
            at = at is { ValueKind: JsonValueKind.Object } container ? ExchangeReading.Member(container, name) : null;
        return at is { ValueKind: JsonValueKind.String } value && ReceivedJson.TryText(value, out var text)
            ? text
            : null;
    }

    private static JsonText? OddFor(TestSession test, Member member) =>
        member.Find<Pattern>() is null
            ? new[] { OddAndLong, Odd.Trim() }
                .Select(text => new JsonText(text))
                .FirstOrDefault(text => LegalValues.IsLegal(test, member, text))
            : null;

    /// <summary>The request's texts that the read documents under the same path. One of a few values may be a state that goes on.</summary>
    private static IEnumerable<Member> Comparable(Resource resource) =>
        resource
            .Creation.RequestMembers()
            .Where(m => m.Kind == JsonKind.String && m.Find<OneOf>() is null && IsShown(resource, m))
            .Where(m => m.Role != MemberRole.IdempotencyToken);

    private static bool IsShown(Resource resource, Member member) =>
        !member.Path.Contains("[]", StringComparison.Ordinal)
        && resource
            .Reads!.Success.Members.SelectMany(m => m.SelfAndBelow())
            .Any(m => m.Path == member.Path && m.Kind == JsonKind.String);

    /// <summary>The path as the response has it, where a convention gives other names.</summary>
    private static string ShownAs(Resource resource, Member member)
    {
        var names = member.Path.Split('.');
        var top = resource.Reads!.Success.Members.First(m => m.Name == names[0]);
        return string.Join('.', names.Skip(1).Prepend(top.WireName));
    }
}
