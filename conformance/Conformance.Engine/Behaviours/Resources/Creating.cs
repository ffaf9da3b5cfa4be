using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Requests that create a resource.</summary>
internal static class Creating
{
    /// <summary>A valid request with a fresh name, required members only.</summary>
    public static RequestDraft Fresh(this Resource resource, TestSession test) => test.Valid(resource.Creation);

    /// <summary>A valid request under a fresh token.</summary>
    /// <exception cref="CannotArrangeException">Tokens are so short that any may have been used before.</exception>
    public static RequestDraft FreshWithToken(this Resource resource, TestSession test)
    {
        LegalValues.DemandRoom(test, resource.Token!);
        return resource.Fresh(test).UnderToken(test, TokenValues.Fresh(test, resource.Token!));
    }

    /// <summary>The same request under this token.</summary>
    public static RequestDraft UnderToken(this RequestDraft request, TestSession test, string token) =>
        request.With(Resource.TokenOf(request.Operation)!, new JsonText(token)).Noting(test, token);

    /// <summary>The same request for a resource of this name.</summary>
    public static RequestDraft Named(this Resource resource, TestSession test, RequestDraft request, string name) =>
        request.With(resource.Name!, new JsonText(name)).Noting(test, name);

    /// <summary>The same request for a resource of another, fresh name; unchanged where the client gives no name.</summary>
    public static RequestDraft Renamed(this Resource resource, TestSession test, RequestDraft request) =>
        resource.Name is { } name ? resource.Named(test, request, LegalValues.Fresh(test, name)) : request;

    /// <summary>
    /// What tells two accepted responses apart: the identifier, or null where the name does.
    /// </summary>
    /// <exception cref="CannotArrangeException">The response gives no identifier.</exception>
    public static string? SureIdOf(this Resource resource, Exchange accepted) =>
        resource.Identifier is not { } identifier
            ? null
            : resource.IdOf(accepted)
                ?? throw new CannotArrangeException(
                    SkipReason.NotIsolated,
                    $"an accepted response gives no {identifier.WireName} to compare: {accepted.InWords()}"
                );

    /// <summary>Creates what this member of the path refers to, for the test alone; gives its name or identifier.</summary>
    /// <exception cref="CannotArrangeException">It could not be created.</exception>
    public static async Task<string> OwnParent(TestSession test, Member reference, Func<string, string>? renamed = null)
    {
        var parent =
            Resource.ReferredTo(test.Session.Api, reference)
            ?? throw new CannotArrangeException(
                SkipReason.NotApplicable,
                $"no operation creates what {reference.Path} names"
            );
        DemandSupported(test, parent.Creation);
        var request = parent.Fresh(test);
        var isByName = parent.IsByName(reference);
        if (isByName && renamed is not null)
            request = parent.Named(test, request, renamed(request.TextAt(parent.Name)!));
        var created = await test.Arrange(request, "a resource of its own to create in");
        return isByName ? request.TextAt(parent.Name)! : parent.SureIdOf(created)!;
    }

    /// <summary>The same request for a resource inside of this one.</summary>
    public static RequestDraft In(this RequestDraft request, TestSession test, Member reference, string key) =>
        request.WithSegment(reference.Name, Octets.Encoded(key)).Noting(test, key);

    /// <summary>Throws where the configuration says that the target has no such operation.</summary>
    /// <exception cref="CannotArrangeException">It has none.</exception>
    public static void DemandSupported(TestSession test, Operation operation)
    {
        if (test.Session.Unsupported.Contains(operation.Id))
            throw new CannotArrangeException(
                SkipReason.Unsupported,
                $"it needs {operation.Id}, declared unsupported by the target's owner"
            );
    }

    /// <summary>What does not hold the run's prefix is another one in each run: the digest of requests leaves it out.</summary>
    public static RequestDraft Noting(this RequestDraft request, TestSession test, string value) =>
        value.Contains(test.Session.Draw.Prefix, StringComparison.Ordinal) || request.Given.Contains(value)
            ? request
            : request with
            {
                Given = request.Given.Add(value),
            };
}
