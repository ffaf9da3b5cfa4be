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
        return WithTexts(request, source, combination, with) with
        {
            Framing = (Framing)combination.Of(Framings.All),
            Spelling = (JsonSpelling)combination.Of(JsonSpellings.All),
            Combination = combination,
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
        ValidRequests.SureValue(source, member)
        ?? source.Values.Ordinary(member, draw.For(member.Path)).Value;

    private static RequestDraft WithTexts(
        RequestDraft request,
        RequestSource source,
        Combination combination,
        Member? with
    )
    {
        var (text, size) = (combination.Of(TextKind.Dimension), combination.Of(SizeKind.Dimension));
        if (text == 0 && size == 0)
            return request;
        foreach (var member in request.Operation.Body.SelectMany(m => m.SelfAndBelow()))
        {
            if (member.Path == with?.Path || request.Body?.At(member.Path) is null)
                continue;
            if (FreeMembers.IsText(source, member) && Text(source, member, text, size) is { } value)
                request = request.With(member, value);
            else if (FreeMembers.IsOpenObject(source, member))
                request = request.With(
                    member,
                    new JsonObject([new JsonProperty(OpenMember, new JsonText(Made(text, SizeKind.All[size].Bytes)))])
                );
        }
        return request;
    }

    /// <summary>As large as asked for, or as the member may be at most; null where such texts are not legal.</summary>
    private static JsonText? Text(RequestSource source, Member member, int text, int size)
    {
        var most = member.Find<MaxLength>()?.Limit ?? int.MaxValue;
        var made = new JsonText(Made(text, Math.Min(SizeKind.All[size].Bytes, most)));
        return FreeMembers.IsLegal(source, member, made) ? made : null;
    }

    private static string Made(int text, int bytes) => TextKind.All[text].OfBytes(bytes);
}
