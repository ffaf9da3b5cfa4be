using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.NovaAct;

/// <summary>Requests about workflow definitions.</summary>
public static class Definitions
{
    private const string Create = "CreateWorkflowDefinition";

    /// <summary>A valid definition with a fresh name and no token.</summary>
    public static RequestDraft Fresh(TestSession test) => test.Valid(test.Session.Api.Operation(Create));

    /// <summary>The name that the request gives its definition.</summary>
    public static string NameIn(RequestDraft request) => request.TextAt(NameOf(request.Operation))!;

    /// <summary>The same request for a definition of another, fresh name.</summary>
    public static RequestDraft Renamed(TestSession test, RequestDraft request) => Named(request, NameIn(Fresh(test)));

    /// <summary>The same request for a definition of this name.</summary>
    public static RequestDraft Named(RequestDraft request, string name) =>
        request.With(NameOf(request.Operation), new JsonText(name));

    /// <summary>
    /// Whether the definition that the request names exists: shown by a plain request for the same name, which is
    /// refused as a duplicate exactly then. It needs no optional operation; afterwards the name exists.
    /// </summary>
    public static async Task<bool> Exists(TestSession test, RequestDraft request)
    {
        var plain = Named(Fresh(test), NameIn(request));
        var exchange = await test.Send(plain, "a plain request for the same name, to see whether it exists");
        var conflict = plain.Operation.ErrorFor(ErrorCause.Conflict)!.Status;
        if (exchange.IsAccepted())
        {
            // It exists now at the latest: a target that accepts it even so shows nothing by accepting.
            exchange = await test.Send(plain, "the same, to see whether duplicates are refused");
            if (exchange.Response?.Status == conflict)
                return false;
        }
        else if (exchange.Response?.Status == conflict)
            return true;
        throw new CannotArrangeException(
            SkipReason.NotIsolated,
            $"whether the definition exists can't be seen: a plain request for its name got {exchange.InWords()}"
        );
    }

    /// <summary>A new definition of its own for a requirement that counts what is in it; gives its name.</summary>
    /// <exception cref="CannotArrangeException">It could not be created.</exception>
    public static Task<string> Own(TestSession test) => Made(test, name => name);

    /// <summary>A new definition whose name has this many characters; gives the name.</summary>
    /// <exception cref="CannotArrangeException">It could not be created.</exception>
    public static Task<string> OfLength(TestSession test, int length) =>
        Made(test, name => name.Length < length ? name.PadRight(length, 'q') : name[..length]);

    private static async Task<string> Made(TestSession test, Func<string, string> named)
    {
        if (test.Session.Gaps.Contains(Create))
            throw new CannotArrangeException(
                SkipReason.Unsupported,
                $"it needs {Create}, a declared gap of the target"
            );
        var request = Fresh(test);
        request = Named(request, named(NameIn(request)));
        await test.Arrange(request, "a workflow definition of its own");
        return NameIn(request);
    }

    /// <summary>GetWorkflowDefinition for this name.</summary>
    public static RequestDraft Get(TestSession test, string name) => About(test, "GetWorkflowDefinition", name);

    /// <summary>DeleteWorkflowDefinition for this name.</summary>
    public static RequestDraft Delete(TestSession test, string name) => About(test, "DeleteWorkflowDefinition", name);

    private static RequestDraft About(TestSession test, string operation, string name) =>
        new(
            test.Session.Api.Operation(operation),
            ImmutableDictionary<string, string>.Empty.Add("workflowDefinitionName", Octets.Encoded(name)),
            null
        );

    private static Member NameOf(Operation operation) => operation.Playing(MemberRole.UniqueName)!;
}
