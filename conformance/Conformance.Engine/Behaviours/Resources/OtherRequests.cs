using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Requests that ask for something else than another does.</summary>
internal static class OtherRequests
{
    private const int MostParts = 8;

    /// <summary>
    /// The same request asking for something else: for another name, so that a second resource can come of it; where the
    /// client gives no name, with another value of a member. Null where nothing in it can differ.
    /// </summary>
    public static RequestDraft? Changed(this Resource resource, TestSession test, RequestDraft request) =>
        resource.Name is not null ? resource.Renamed(test, request) : PartlyOther(test, request);

    /// <summary>The same request under the same name asking for something else; null where nothing else can differ.</summary>
    public static RequestDraft? PartlyOther(TestSession test, RequestDraft request) =>
        Preferred(test, request).Select(part => part.Other).FirstOrDefault();

    /// <summary>The same request under the same name with another value of everything that can differ.</summary>
    public static RequestDraft AltogetherOther(TestSession test, RequestDraft request) =>
        Free(request, isLookedUp: false)
            .Aggregate(
                request,
                (other, member) =>
                    LegalValues.Another(test, member, request.At(member)) is { } value
                        ? other.With(member, value)
                        : other
            );

    /// <summary>
    /// The same request under the same name, with one member more or another each time: who compares only some members takes
    /// them for repeats. Without what <see cref="Changed"/> changes.
    /// </summary>
    public static IEnumerable<(string Says, RequestDraft Other)> ChangedInPart(
        this Resource resource,
        TestSession test,
        RequestDraft request
    )
    {
        var changed = resource.Name is null ? Preferred(test, request).FirstOrDefault().Member : null;
        return With(test, request, Free(request, isLookedUp: true).Where(m => m != changed))
            .Take(MostParts)
            .Select(part => (Says(request, part.Member), part.Other));
    }

    /// <summary>
    /// The same request, which has every member, with one of them left out, or with a value that hardly differs: who compares
    /// in part, cuts what is long or takes no notice of case takes them for repeats. Names stay.
    /// </summary>
    public static IEnumerable<(string Says, RequestDraft Other)> HardlyOther(TestSession test, RequestDraft request)
    {
        foreach (var member in request.Operation.Body.SelectMany(m => m.SelfAndBelow()))
        {
            if (member.Role != MemberRole.Plain || request.Body?.At(member.Path) is not { } value)
                continue;
            if (member.Find<Optional>() is not null)
                yield return ($"no {member.Path}", request.Without(member));
            foreach (var (says, text) in value is JsonText sent ? HardlyOther(test, member, sent.Value) : [])
                yield return ($"{member.Path} that differs {says}", request.With(member, new JsonText(text)));
            if (
                member.Path.Contains('.', StringComparison.Ordinal)
                && LegalValues.Another(test, member, value) is { } other
            )
                yield return ($"another {member.Path}", request.With(member, other));
        }
    }

    /// <summary>The same request with long texts wherever any are legal, so that a part of them is not all.</summary>
    public static RequestDraft WithLongTexts(TestSession test, RequestDraft request) =>
        request
            .Operation.Body.SelectMany(m => m.SelfAndBelow())
            .Where(m => m is { Role: MemberRole.Plain, Kind: JsonKind.String } && m.Find<OneOf>() is null)
            .Aggregate(
                request,
                (longer, member) =>
                    longer.TextAt(member) is { } text && LegalValues.Longest(test, member, text) is { } longest
                        ? longer.With(member, new JsonText(longest))
                        : longer
            );

    private static IEnumerable<(string Says, string Text)> HardlyOther(TestSession test, Member member, string text)
    {
        if (LegalValues.WithAnotherEnd(test, member, text) is { } end)
            yield return ("in its last character", end);
        // What is looked up may be the same for all spellings.
        if (!member.IsLookedUp && LegalValues.InOtherCase(test, member, text) is { } other)
            yield return ("in case only", other);
    }

    /// <summary>What is optional comes first: a careless comparison forgets it.</summary>
    private static IEnumerable<(Member Member, RequestDraft Other)> Preferred(TestSession test, RequestDraft request) =>
        With(test, request, Free(request, isLookedUp: false).OrderBy(m => m.IsRequired));

    private static string Says(RequestDraft request, Member member) =>
        request.Body?.At(member.Path) is null ? $"{member.Path} added" : $"another {member.Path}";

    private static IEnumerable<(Member Member, RequestDraft Other)> With(
        TestSession test,
        RequestDraft request,
        IEnumerable<Member> members
    )
    {
        foreach (var member in members)
            if (LegalValues.Another(test, member, request.At(member)) is { } value)
                yield return (member, request.With(member, value));
    }

    /// <summary>
    /// The members whose value is anybody's choice. Of an object that the request lacks the object itself, whole.
    /// </summary>
    private static IEnumerable<Member> Free(RequestDraft request, bool isLookedUp) =>
        request.Operation.Body.SelectMany(m => FreeIn(request, m, isLookedUp));

    private static IEnumerable<Member> FreeIn(RequestDraft request, Member member, bool isLookedUp)
    {
        if (request.Body?.At(member.Path) is not null && member is { Kind: JsonKind.Object, Members.IsEmpty: false })
            return member.Members.SelectMany(m => FreeIn(request, m, isLookedUp));
        var isFree =
            member.SelfAndBelow().All(m => m.Role == MemberRole.Plain && (isLookedUp || !m.IsLookedUp))
            && (!request.Operation.ExactlyOneOf.Contains(member.Path) || request.Body?.At(member.Path) is not null);
        return isFree ? [member] : [];
    }
}
