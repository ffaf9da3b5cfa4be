using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>Makes the resource exist that a request names.</summary>
public static class References
{
    /// <summary>
    /// Creates the resource under the name that the request uses. A name that is taken already serves as well.
    /// </summary>
    /// <returns>Null for a member that refers to nothing.</returns>
    public static Func<Workbench, RequestDraft, Task<bool>>? MakeExist(Workbench bench, Member member)
    {
        if (Creation(bench, member) is not { } create)
            return null;
        if (bench.Session.Gaps.Contains(member.RefersTo!.Operation))
            throw new CannotArrangeException(
                SkipReason.DeclaredGap,
                $"it needs {member.RefersTo.Operation}, a declared gap of the target"
            );
        return async (_, request) =>
        {
            var exchange = await create(request);
            var conflict = bench.Session.Api.Operation(member.RefersTo.Operation).ErrorFor(ErrorCause.Conflict);
            return exchange.IsAccepted() || (exchange.Response is { } response && response.Status == conflict?.Status);
        };
    }

    /// <summary>
    /// Tries to create the resource under an illegal name: a target that wrongly allows it there has to refuse it
    /// here, and one that rightly refuses it loses nothing.
    /// </summary>
    /// <returns>Null for a member that refers to nothing.</returns>
    public static Func<Workbench, RequestDraft, Task>? TryToMakeExist(Workbench bench, Member member) =>
        Creation(bench, member) is { } create && !bench.Session.Gaps.Contains(member.RefersTo!.Operation)
            ? (_, request) => create(request)
            : null;

    private static Func<RequestDraft, Task<Exchange>>? Creation(Workbench bench, Member member)
    {
        if (member.RefersTo is not { } reference)
            return null;
        var operation = bench.Session.Api.Operation(reference.Operation);
        var naming = operation.RequestMembers().First(m => m.Path == reference.Member);
        return request =>
            bench.Send(
                bench.Valid(operation).With(naming, request.At(member) ?? new JsonText("")),
                $"{operation.Id} with the {naming.Name} that the next request uses"
            );
    }
}
