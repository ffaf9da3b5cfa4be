using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
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
        Free(request, isLookedUp: false)
            // What is optional is what a careless comparison forgets.
            .OrderBy(m => m.IsRequired)
            .Select(m => With(test, request, m))
            .FirstOrDefault(r => r is not null);

    /// <summary>
    /// The same request under the same name, with one member more or another each time: who compares only some members takes
    /// them for repeats.
    /// </summary>
    public static IEnumerable<(string Says, RequestDraft Other)> ChangedInPart(
        TestSession test,
        RequestDraft request
    ) =>
        Free(request, isLookedUp: true)
            .Select(m => (Says(request, m), Other: With(test, request, m)))
            .Where(part => part.Other is not null)
            .Take(MostParts)
            .Select(part => (part.Item1, part.Other!));

    private static string Says(RequestDraft request, Member member) =>
        request.Body?.At(member.Path) is null ? $"{member.Path} added" : $"another {member.Path}";

    private static RequestDraft? With(TestSession test, RequestDraft request, Member member) =>
        LegalValues.Another(test, member, request.At(member)) is { } value ? request.With(member, value) : null;

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
