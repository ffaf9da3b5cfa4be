using Conformance.Schemas;

namespace Conformance.Engine.Requests;

/// <summary>Members of which exactly one stands in a valid request.</summary>
internal static class Alternatives
{
    /// <summary>
    /// The one for requests that hold this member as well: the member itself where it is one of them or below one, else
    /// the usual one. Null where the operation has none.
    /// </summary>
    public static Member? ChosenFor(Operation operation, Member? with)
    {
        var choices = operation.ExactlyOneOf.Select(name => operation.Body.First(m => m.Name == name)).ToList();
        return choices.FirstOrDefault(c => c.SelfAndBelow().Any(m => m.Path == with?.Path)) ?? choices.FirstOrDefault();
    }

    /// <summary>Another one that can stand in the place of this member; null where the member is none of them.</summary>
    public static Member? OtherThan(Operation operation, Member member) =>
        operation.ExactlyOneOf.Contains(member.Path)
            ? operation.Body.FirstOrDefault(m => operation.ExactlyOneOf.Contains(m.Name) && m.Path != member.Path)
            : null;

    /// <summary>The request without all of them but the usual one.</summary>
    public static RequestDraft OneIn(RequestDraft request) =>
        request
            .Operation.Body.Where(m => request.Operation.ExactlyOneOf.Skip(1).Contains(m.Name))
            .Aggregate(request, (one, other) => one.Without(other));
}
