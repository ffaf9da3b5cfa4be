using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>What can be done with workflow definitions.</summary>
internal static class DefinitionOperations
{
    public static Response Create(NovaActCall call) =>
        call.WithMembers(call.Api.Behaviour.Definition.Read, asked => Create(call, asked));

    public static Response Get(NovaActCall call) =>
        call.Store.FindDefinition(call.DefinitionName) is { } definition
            ? Response.Json(200, writer => Shapes.Definition(writer, definition, call.DefinitionArn(definition.Name)))
            : call.NotFound();

    public static Response List(NovaActCall call) => call.WithMembers(Listing.ReadFor(call), page => List(call, page));

    /// <summary>The definition is gone at once, and its runs with it (interpretation R17).</summary>
    public static Response Delete(NovaActCall call) =>
        call.Store.DeleteDefinition(call.DefinitionName)
            ? Response.Json(202, writer => writer.WriteString("status", DefinitionStatus.Deleting))
            : call.NotFound();

    private static Response Create(NovaActCall call, Tokened<DefinitionParameters> asked)
    {
        var (creation, definition) = call.Store.CreateDefinition(asked);
        return creation switch
        {
            Creation.TokenSpentOnOtherRequest => Conflict(
                call,
                definition,
                "a clientToken that is fresh or repeats a request"
            ),
            Creation.NameTaken => Conflict(call, definition, "a name that is not taken"),
            _ => Response.Json(201, writer => writer.WriteString("status", DefinitionStatus.Active)),
        };
    }

    private static Response Conflict(NovaActCall call, WorkflowDefinition definition, string expected) =>
        call.Reject(Rejections.Conflict($"expected {expected}, got another", Rejections.Definition, definition.Name));

    private static Response List(NovaActCall call, PageRequest request)
    {
        var page = call.Store.ListDefinitions(request);
        return Response.Json(
            200,
            writer =>
            {
                writer.WriteStartArray("workflowDefinitionSummaries");
                foreach (var definition in page.Items)
                    Shapes.DefinitionSummary(writer, definition, call.DefinitionArn(definition.Name));
                writer.WriteEndArray();
                Listing.WriteNextToken(writer, request, page.LastNumber);
            }
        );
    }
}
