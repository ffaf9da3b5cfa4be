using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Whether a resource of some name exists.</summary>
internal static class Existence
{
    /// <summary>
    /// Whether the resource that the request names exists: shown by a plain request for the same name, which is rejected as
    /// a duplicate exactly then. It needs no optional operation; afterwards the name exists.
    /// </summary>
    /// <exception cref="CannotArrangeException">The target shows neither.</exception>
    public static async Task<bool> Exists(this Resource resource, TestSession test, RequestDraft request)
    {
        var plain = resource.PlainFor(test, request);
        var conflict = plain.Operation.ErrorFor(ErrorCause.Conflict)?.Status ?? 409;
        var exchange = await test.Send(plain, "a plain request for the same name, to see whether it exists");
        if (exchange.IsAccepted())
        {
            // It exists now at the latest: a target that accepts it even so shows nothing by accepting.
            exchange = await test.Send(
                resource.PlainFor(test, request),
                "another, to see whether duplicates are rejected"
            );
            if (exchange.EffectiveStatus() == conflict)
                return false;
        }
        else if (exchange.EffectiveStatus() == conflict)
            return true;
        throw new CannotArrangeException(
            SkipReason.NotIsolated,
            $"whether the resource exists can't be seen: a plain request for its name got {exchange.InWords()}"
        );
    }

    /// <summary>A valid request for the name that this one has, under no token or another.</summary>
    public static RequestDraft PlainFor(this Resource resource, TestSession test, RequestDraft request) =>
        resource.Named(test, resource.Fresh(test), request.TextAt(resource.Name)!) with
        {
            Segments = request.Segments,
        };

    /// <summary>
    /// What shows that something of this name is there: an operation inside of it that is accepted, though it is not inside of
    /// what was never created. Null where nothing shows it.
    /// </summary>
    public static async Task<string?> TraceOf(this Resource resource, TestSession test, RequestDraft request)
    {
        foreach (var creation in resource.Inside.Where(o => !test.Session.Unsupported.Contains(o.Id)))
        {
            var key = creation.Parameters.Last(p => Resource.ReferredTo(test.Session.Api, p) == resource);
            if (!resource.IsByName(key))
                continue;
            var inside = test.Valid(creation).In(test, key, request.TextAt(resource.Name)!);
            var exchange = await test.Send(inside, $"{creation.Id} in the resource that was rejected");
            if (exchange.IsAccepted() && !await IsAcceptedAnywhere(resource, test, creation, key))
                return $"{creation.Id} in it: {exchange.InWords()}";
        }
        return null;
    }

    private static async Task<bool> IsAcceptedAnywhere(
        Resource resource,
        TestSession test,
        Operation creation,
        Member key
    )
    {
        var unknown = test.Valid(creation).In(test, key, LegalValues.Fresh(test, resource.Name!));
        return (await test.Send(unknown, $"the control: {creation.Id} in what was never created")).IsAccepted();
    }
}
