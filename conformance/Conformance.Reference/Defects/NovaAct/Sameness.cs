using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>The bytes of a repeat are compared, not what it asks for.</summary>
internal abstract class ComparesBytes(NovaActOperation operation, string says)
    : NovaActDefect(says, $"{operation}/idempotency/reordered-body-is-a-replay")
{
    protected sealed override NovaActBehaviour Twist()
    {
        var bodies = new ConcurrentDictionary<string, string>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var body = Convert.ToHexString(call.Request.Body.Span);
                var isOther =
                    call.Operation == operation
                    && call.Text("clientToken") is { } token
                    && bodies.GetOrAdd(call.DefinitionName + token, body) != body;
                return isOther ? Existence.Conflict() : Twists.Correct.Handle(call);
            },
        };
    }
}

internal sealed class ComparesBytesOfRepeatedRun() : ComparesBytes(CreateRun, "compares the bytes of repeated runs");

internal sealed class ComparesBytesOfRepeatedDefinition()
    : ComparesBytes(CreateDefinition, "compares the bytes of repeated definitions");

internal sealed class TakesEqualParametersForTheSame()
    : NovaActDefect(
        "takes equal parameters for the same request",
        "CreateWorkflowRun/idempotency/distinct-tokens-start-distinct-runs",
        "CreateWorkflowRun/idempotency/omitted-token-starts-distinct-runs"
    )
{
    protected override ImmutableArray<string> AlsoBreaks =>
        ["CreateWorkflowRun/idempotency/*", "CreateWorkflowRun/runs/distinct"];

    protected override NovaActBehaviour Twist() =>
        Twists.Handling(CreateRun, call => HasUsableToken(call) ? call.Rewritten(TokenOfParameters) : call);

    private static bool HasUsableToken(NovaActCall call) =>
        call.Json() is { } body
        && (
            !body.ContainsKey("clientToken")
            || (call.Text("clientToken") is { } token && Twists.Correct.Run.ClientToken.Check(token) is null)
        );

    private static void TokenOfParameters(System.Text.Json.Nodes.JsonObject body)
    {
        body.Remove("clientToken");
        body["clientToken"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body.ToJsonString())));
    }
}
