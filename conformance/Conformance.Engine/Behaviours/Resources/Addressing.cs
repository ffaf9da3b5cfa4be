using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Requests about a resource that a test created.</summary>
internal static class Addressing
{
    /// <summary>The request of an operation that reads or deletes, about what this request created.</summary>
    /// <param name="resource">What was created.</param>
    /// <param name="operation">The operation that reads or deletes it.</param>
    /// <param name="request">The request that created it.</param>
    /// <param name="created">The response to that.</param>
    /// <exception cref="CannotArrangeException">The response gives no identifier to name it by.</exception>
    public static RequestDraft About(
        this Resource resource,
        Operation operation,
        RequestDraft request,
        Exchange created
    ) => resource.Named(operation, request, resource.KeyIn(operation, request, created));

    /// <summary>The request that brings what this request created to this end.</summary>
    /// <exception cref="CannotArrangeException">The response gives no identifier to name it by.</exception>
    public static RequestDraft Ended(
        this Resource resource,
        TestSession test,
        RequestDraft request,
        Exchange created,
        string end
    )
    {
        var operation = resource.Ends!;
        var body = test.Session.Values.Body(operation.Body, withOptional: false, test.NextDraw());
        return resource.About(operation, request, created) with
        {
            Body = body.With(Resource.EndIn(operation)!.Path, new JsonText(end)),
        };
    }

    /// <summary>The same about another one beside it, by its name or identifier.</summary>
    public static RequestDraft Named(this Resource resource, Operation operation, RequestDraft sibling, string key)
    {
        var own = resource.KeyOf(operation)!;
        var segments = Segments(operation, sibling, own).SetItem(own.Name, Octets.Encoded(key));
        return new RequestDraft(operation, segments, null)
        {
            Given = resource.IsByName(own) ? sibling.Given : sibling.Given.Add(key),
        };
    }

    /// <summary>What names a created resource in the path of this operation.</summary>
    /// <exception cref="CannotArrangeException">The response gives no identifier to name it by.</exception>
    public static string KeyIn(this Resource resource, Operation operation, RequestDraft request, Exchange created) =>
        (resource.IsByName(resource.KeyOf(operation)!) ? request.TextAt(resource.Name) : resource.IdOf(created))
        ?? throw new CannotArrangeException(
            SkipReason.NotIsolated,
            $"the response gives no {resource.Identifier?.WireName} to name the resource by: {created.InWords()}"
        );

    /// <summary>The identifier that an accepted request was given, where it may stand in a URL; null where none was given.</summary>
    public static string? IdOf(this Resource resource, Exchange exchange) =>
        resource.Identifier is { } identifier
        && exchange.Identifier(identifier) is { } id
        && GivenIdentifier.MayStandInAUrl(id)
            ? id
            : null;

    /// <summary>A page of the list that the resource stands in which this request creates.</summary>
    public static RequestDraft Listed(TestSession test, Operation list, RequestDraft creation, string query) =>
        new(
            list,
            Segments(list, creation, except: null),
            list.Method == "POST" ? test.Session.Values.Body(list.Body, withOptional: false, test.NextDraw()) : null
        )
        {
            Query = query.Length == 0 ? null : query,
            Given = creation.Given,
        };

    /// <summary>The member of the other operation's path that names the same; null where it has none.</summary>
    public static Member? SameAs(Operation operation, Member parameter) =>
        operation.Parameters.FirstOrDefault(p =>
            p.Place == Place.Path && (parameter.RefersTo is { } r ? p.RefersTo == r : p.Name == parameter.Name)
        );

    private static ImmutableDictionary<string, string> Segments(
        Operation operation,
        RequestDraft creation,
        Member? except
    ) =>
        operation
            .Parameters.Where(p => p.Place == Place.Path && p != except)
            .Select(p => (p.Name, Same: SameAs(creation.Operation, p)))
            .Where(p => p.Same is not null)
            .ToImmutableDictionary(p => p.Name, p => creation.Segments[p.Same!.Name]);
}
