using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>Makes the resource exist that a request names.</summary>
internal static class References
{
    /// <summary>
    /// Creates the resource under the name that the request uses. A name that is taken already serves as well.
    /// </summary>
    /// <returns>Null for a member that refers to nothing.</returns>
    public static Func<TestSession, RequestDraft, Task<bool>>? MakeExist(TestSession test, Member member)
    {
        if (Creation(test, member) is not { } create)
            return null;
        if (test.Session.Unsupported.Contains(member.RefersTo!.Operation))
            throw new CannotArrangeException(
                SkipReason.Unsupported,
                $"it needs {member.RefersTo.Operation}, declared unsupported by the target's owner"
            );
        return async (_, request) =>
        {
            var (creation, exchange) = await create(request);
            if (exchange.IsAccepted())
                return true;
            var conflict = creation.Operation.ErrorFor(ErrorCause.Conflict);
            // One that the run has deleted may be taken by what is still being deleted.
            return exchange.Response is { } response
                && response.Status == conflict?.Status
                && !(request.TextAt(member) is { } name && test.Session.Disposal.WasDeleted(creation, name));
        };
    }

    /// <summary>
    /// Tries to create the resource under an illegal name: a target that wrongly allows it there has to reject it
    /// here, and one that rightly rejects it loses nothing.
    /// </summary>
    /// <returns>Null for a member that refers to nothing.</returns>
    public static Func<TestSession, RequestDraft, Task>? TryToMakeExist(TestSession test, Member member) =>
        Creation(test, member) is { } create && !test.Session.Unsupported.Contains(member.RefersTo!.Operation)
            ? (_, request) => create(request)
            : null;

    /// <summary>Whether the member repeats an identifier that the service gave, so that no other value is known to exist.</summary>
    public static bool IsGiven(Api api, Member member) =>
        member.RefersTo is { } reference
        && !api.Operation(reference.Operation).RequestMembers().Any(m => m.Path == reference.Member);

    private static Func<RequestDraft, Task<(RequestDraft, Exchange)>>? Creation(TestSession test, Member member)
    {
        if (member.RefersTo is not { } reference)
            return null;
        var operation = test.Session.Api.Operation(reference.Operation);
        // What the service names itself can't be made under a name of ours.
        if (operation.RequestMembers().FirstOrDefault(m => m.Path == reference.Member) is not { } naming)
            return null;
        return async request =>
        {
            var creation = test.Valid(operation).With(naming, request.At(member) ?? new JsonText(""));
            var says = $"{operation.Id} with the {naming.Name} that the next request uses";
            return (creation, await test.Send(creation, says));
        };
    }
}
