using System.Text;
using Conformance.Generators;
using Conformance.Generators.Dimensions;
using Conformance.Schemas;

namespace Conformance.Engine.Requests;

/// <summary>A valid request with chosen values of the dimensions: as legal as before, by every interpretation.</summary>
internal static class Combining
{
    private const string OpenMember = "text";

    /// <summary>The request with these values.</summary>
    /// <param name="request">A valid request.</param>
    /// <param name="source">Where values come from.</param>
    /// <param name="combination">The values of the dimensions.</param>
    /// <param name="with">The member that the request is about, which stays as it is; null for none.</param>
    /// <param name="draw">Decides the values of members that are added.</param>
    public static RequestDraft In(
        this RequestDraft request,
        RequestSource source,
        Combination combination,
        Member? with,
        Draw draw
    )
    {
        var operation = request.Operation;
        var dimensions = FreeMembers.Dimensions(source, operation);
        if (dimensions.IsEmpty)
            return request;
        if (dimensions.FirstOrDefault(d => d.Name == FreeMembers.AlternativeName) is { } alternatives)
            request = InPlaceOfTheOthers(request, source, combination.Of(alternatives), with, draw);
        var choice = combination.Of(FreeMembers.MemberChoices);
        foreach (var (index, member) in FreeMembers.Optional(source, operation).Index())
            if (FreeMembers.Has(choice, index) && request.Body?.At(member.Path) is null)
                request = request.With(member, ValueOf(source, member, draw));
        return WithTexts(request, source, combination, with, draw) with
        {
            Framing = (Framing)combination.Of(Framings.All),
            Spelling = (JsonSpelling)combination.Of(JsonSpellings.All),
        };
    }

    private static RequestDraft InPlaceOfTheOthers(
        RequestDraft request,
        RequestSource source,
        int chosen,
        Member? with,
        Draw draw
    )
    {
        var all = FreeMembers.AlternativesOf(source, request.Operation);
        var isAboutOne = all.Any(m => m.SelfAndBelow().Any(below => below.Path == with?.Path));
        if (chosen == 0 || isAboutOne || request.Body?.At(all[0].Path) is null)
            return request;
        return request.Without(all[0]).With(all[chosen], ValueOf(source, all[chosen], draw));
    }

    private static JsonValue ValueOf(RequestSource source, Member member, Draw draw) =>
        ValidRequests.SureValue(source, member) ?? source.Values.Ordinary(member, draw.For(member.Path)).Value;

    /// <summary>The request with its texts like that; its combination says what of it the members could hold.</summary>
    private static RequestDraft WithTexts(
        RequestDraft request,
        RequestSource source,
        Combination combination,
        Member? with,
        Draw draw
    )
    {
        var (text, size) = (combination.Of(TextKind.Dimension), combination.Of(SizeKind.Dimension));
        if (text == 0 && size == 0)
            return request with { Combination = combination };
        request = WithCarrier(request, source, with, draw);
        var largest = 0;
        foreach (var member in Carriers(request, source, with))
            if (Value(source, member, text, size) is var (value, bytes))
                (request, largest) = (request.With(member, value), Math.Max(largest, bytes));
        return request with
        {
            Combination = combination
                .With(TextKind.Dimension, largest == 0 ? 0 : text)
                .With(SizeKind.Dimension, SizeKind.LargestWithin(largest)),
        };
    }

    /// <summary>The request with a member that can hold such texts, where there is one.</summary>
    private static RequestDraft WithCarrier(RequestDraft request, RequestSource source, Member? with, Draw draw)
    {
        if (Carriers(request, source, with).Any())
            return request;
        var carrier = FreeMembers
            .Optional(source, request.Operation)
            .FirstOrDefault(m => m.SelfAndBelow().Any(below => FreeMembers.HoldsTexts(source, below)));
        return carrier is null ? request : request.With(carrier, ValueOf(source, carrier, draw));
    }

    private static IEnumerable<Member> Carriers(RequestDraft request, RequestSource source, Member? with) =>
        request
            .Operation.Body.SelectMany(m => m.SelfAndBelow())
            .Where(m => m.Path != with?.Path && FreeMembers.HoldsTexts(source, m))
            .Where(m => request.Body?.At(m.Path) is not null);

    /// <summary>As large as asked for, or as the member may be at most, and its bytes; null where such texts are not legal.</summary>
    private static (JsonValue Value, int Bytes)? Value(RequestSource source, Member member, int text, int size)
    {
        var most = Math.Min(SizeKind.All[size].Bytes, member.Find<MaxLength>()?.Limit ?? int.MaxValue);
        var made = new JsonText(TextKind.All[text].OfBytes(most));
        var value = FreeMembers.IsText(source, member)
            ? (JsonValue)made
            : new JsonObject([new JsonProperty(OpenMember, made)]);
        return FreeMembers.IsLegal(source, member, value) ? (value, Encoding.UTF8.GetByteCount(made.Value)) : null;
    }
}
