using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>The ways in which a right implementation is twisted into another one.</summary>
internal static class Twists
{
    public static readonly NovaActBehaviour Correct = NovaActBehaviour.Correct;

    /// <summary>Other demands on the members of CreateWorkflowDefinition.</summary>
    public static NovaActBehaviour Definition(Func<DefinitionMembers, DefinitionMembers> change) =>
        Correct with
        {
            Definition = change(Correct.Definition),
        };

    /// <summary>Other demands on the members of CreateWorkflowRun.</summary>
    public static NovaActBehaviour Run(Func<RunMembers, RunMembers> change) =>
        Correct with
        {
            Run = change(Correct.Run),
        };

    /// <summary>A member that takes these values as well.</summary>
    public static Member<string> Taking(this Member<string> member, Func<string, bool> also) =>
        member with
        {
            Check = Taking(member.Check, also),
        };

    public static Check<string> Taking(Check<string> check, Func<string, bool> also) =>
        value => also(value) ? null : check(value);

    /// <summary>A member that takes all but these values.</summary>
    public static Member<string> Rejecting(this Member<string> member, Func<string, bool> also) =>
        member with
        {
            Check = Rejecting(member.Check, also),
        };

    public static Check<string> Rejecting(Check<string> check, Func<string, bool> also) =>
        value => also(value) ? "expected another value" : check(value);

    /// <summary>A member that takes JSON of this kind as well, and reads it as this value.</summary>
    public static Member<T> Interpretation<T>(this Member<T> member, Func<JsonElement, bool> also, T value) =>
        member with
        {
            Kind = json => also(json) ? new(value, null) : member.Kind(json),
        };

    /// <summary>Changes the responses of one operation.</summary>
    public static NovaActBehaviour Finishing(NovaActOperation operation, Func<Response, Response> change) =>
        Correct with
        {
            Finish = (found, response) => found == operation ? change(response) : response,
        };

    /// <summary>Changes rejections before they are written.</summary>
    public static NovaActBehaviour Rejecting(Func<Rejection, Rejection> change) =>
        Correct with
        {
            Reject = rejection => Correct.Reject(change(rejection)),
        };

    /// <summary>Changes the bodies of one operation before they are looked at; what is no JSON object stays.</summary>
    public static NovaActBehaviour Rewriting(NovaActOperation operation, Action<JsonObject> change) =>
        Correct with
        {
            Handle = call => Correct.Handle(call.Operation == operation ? call.Rewritten(change) : call),
        };

    public static NovaActCall Rewritten(this NovaActCall call, Action<JsonObject> change)
    {
        if (call.Json() is not { } body)
            return call;
        change(body);
        return call with { Request = call.Request with { Body = Encoding.UTF8.GetBytes(body.ToJsonString()) } };
    }

    /// <summary>The call's body, or null where it is no JSON object.</summary>
    public static JsonObject? Json(this NovaActCall call)
    {
        if (!Utf8.IsValid(call.Request.Body.Span))
            return null;
        try
        {
            var strict = new JsonDocumentOptions { AllowDuplicateProperties = false };
            var body = JsonNode.Parse(call.Request.Body.Span, documentOptions: strict) as JsonObject;
            // Half a surrogate pair shows only when it is written.
            body?.ToJsonString();
            return body;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A text member of the call's body, or null.</summary>
    public static string? Text(this NovaActCall call, string member) =>
        call.Json()?[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Changes the JSON object in a response.</summary>
    public static Response Rewritten(this Response response, Action<JsonObject> change)
    {
        var body = JsonNode.Parse(response.Body.Span)!.AsObject();
        change(body);
        return response with { Body = JsonSerializer.SerializeToUtf8Bytes(body) };
    }

    /// <summary>An implementation that changes calls of one operation before it handles them.</summary>
    public static NovaActBehaviour Handling(NovaActOperation operation, Func<NovaActCall, NovaActCall> change) =>
        Correct with
        {
            Handle = call => Correct.Handle(call.Operation == operation ? change(call) : call),
        };

    /// <summary>An implementation that changes its responses to one operation, knowing what was asked.</summary>
    public static NovaActBehaviour Responding(
        NovaActOperation operation,
        Func<NovaActCall, Response, Response> change
    ) =>
        Correct with
        {
            Handle = call => call.Operation == operation ? change(call, Correct.Handle(call)) : Correct.Handle(call),
        };

    /// <summary>An implementation that cuts a text of one operation after so many characters.</summary>
    public static NovaActBehaviour Cutting(NovaActOperation operation, string member, int characters) =>
        Rewriting(
            operation,
            body =>
            {
                if (
                    body[member] is JsonValue value
                    && value.TryGetValue<string>(out var text)
                    && text.Length > characters
                )
                    body[member] = text[..characters];
            }
        );
}
