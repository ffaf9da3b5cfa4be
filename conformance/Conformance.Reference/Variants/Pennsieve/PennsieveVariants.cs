using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Variants.Pennsieve;

/// <summary>Every right implementation of Pennsieve's workflow runs that is not the reference.</summary>
internal static class PennsieveVariants
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new CallsBackBeforeItAnswers(),
        new DeliversEveryWebhookTwice(),
        new GivesNullWhereThereIsNoContext(),
        new ForgetsEmptyContexts(),
        new WritesWebhooksItsOwnWay(),
        new SaysLittleOfARun(),
        new SaysNothingOfARun(),
        new CountsRunsOfADefinition(),
        new TakesUnknownNodesButForDataSources(),
        new RefusesWithUnprocessable(),
        new TakesAContextOnlyWithAUrl(),
        .. Leniency.All,
        new AsksForABearerToken(),
        new TakesInstancesInAnySpelling(),
        new TakesInstancesInSmallLettersAlone(),
        new TakesLambdaUrlsAlone(),
    ];
}

/// <summary>A right implementation of Pennsieve's workflow runs.</summary>
internal abstract class PennsieveVariant(string says, string allowedBy) : OldVariant("pennsieve", says, allowedBy)
{
    public sealed override ReferenceOptions Apply(ReferenceOptions right) =>
        right with
        {
            Pennsieve = Twist(),
            PennsieveOptions = Options(right.PennsieveOptions),
        };

    /// <summary>The behaviour; what it remembers is made here.</summary>
    protected virtual PennsieveBehaviour Twist() => PennsieveTwists.Correct;

    /// <summary>How it is set up.</summary>
    protected virtual PennsieveOptions Options(PennsieveOptions right) => right;

    /// <summary>The configuration that names these conventions.</summary>
    protected static string Conventions(string conventions) =>
        $"apis: {{ pennsieve: {{ conventions: {{ {conventions} }} }} }}";
}

internal sealed class CallsBackBeforeItAnswers() : PennsieveVariant("calls back before it answers", "D2:57")
{
    protected override PennsieveOptions Options(PennsieveOptions right) => right with { RunDelay = TimeSpan.Zero };
}

internal sealed class DeliversEveryWebhookTwice() : PennsieveVariant("delivers every webhook twice", "R20")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            OnEnded = o => [.. PennsieveTwists.AtTheEnd(o), .. PennsieveTwists.AtTheEnd(o)],
        };
}

internal sealed class GivesNullWhereThereIsNoContext()
    : PennsieveVariant("gives webhooks a null where there is no context", "R20")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            EchoContext = c => c.ValueKind == JsonValueKind.Undefined ? JsonElement.Parse("null") : c,
        };
}

internal sealed class ForgetsEmptyContexts() : PennsieveVariant("forgets empty contexts", "R20")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            EchoContext = c => c.ValueKind == JsonValueKind.Object && !c.EnumerateObject().Any() ? default : c,
        };
}

internal sealed class WritesWebhooksItsOwnWay() : PennsieveVariant("writes webhooks its own way", "convention")
{
    public override string Configuration =>
        Conventions("webhookStatusMember: detail.state, webhookRunMember: detail.run, webhookContextMember: echo");

    protected override PennsieveBehaviour Twist() => PennsieveTwists.Correct with { WriteWebhook = Enveloped };

    private static void Enveloped(Utf8JsonWriter writer, WorkflowRun run)
    {
        writer.WriteStartObject("detail");
        writer.WriteString("run", $"run/{run.Id}");
        writer.WriteString("state", run.Status);
        writer.WriteEndObject();
        if (run.Parameters.Context.ValueKind == JsonValueKind.Undefined)
            return;
        writer.WritePropertyName("echo");
        run.Parameters.Context.WriteTo(writer);
    }
}

internal sealed class SaysLittleOfARun()
    : PennsieveVariant("says little of a run, and reads none back", "D2: no response body")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            WriteCreated = (writer, run) => writer.WriteString("id", run.Id),
            Route = (method, target, options) =>
                method == "GET"
                    ? new(null, "", new Refusal(404, "NotFound", "there is no such path"))
                    : PennsieveTwists.Correct.Route(method, target, options),
        };
}

internal sealed class SaysNothingOfARun() : PennsieveVariant("says nothing of a run", "D2: no response body")
{
    protected override PennsieveBehaviour Twist() => PennsieveTwists.Correct with { WriteCreated = (_, _) => { } };
}

internal sealed class CountsRunsOfADefinition() : PennsieveVariant("counts the runs of a definition", "D2:47")
{
    protected override PennsieveBehaviour Twist()
    {
        var reads = 0;
        return PennsieveTwists.Correct with
        {
            WriteDefinition = (writer, definition) =>
            {
                PennsieveTwists.Correct.WriteDefinition(writer, definition);
                writer.WriteNumber("runs", Interlocked.Increment(ref reads));
                writer.WriteString("lastTags", reads == 1 ? null : "v2");
            },
        };
    }
}

internal sealed class TakesUnknownNodesButForDataSources()
    : PennsieveVariant("takes unknown nodes but for data sources", "R25")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            DataTargets = NodeKeys.Any,
            ProcessorParams = NodeKeys.Any,
            Tags = NodeKeys.Any,
        };
}

internal sealed class RefusesWithUnprocessable() : PennsieveVariant("refuses with 422", "R25")
{
    public override string Configuration => Conventions("refusalStatus: '409,422'");

    protected override PennsieveBehaviour Twist() => PennsieveTwists.Refusals(r => r with { Status = 422 });
}

internal sealed class TakesAContextOnlyWithAUrl() : PennsieveVariant("takes a context only with a URL", "D2:62")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            ChooseMode = asked =>
                asked.CallbackUrl is null && asked.Context.ValueKind != JsonValueKind.Undefined
                    ? Mode.Refused(new Refusal(400, "BadRequest", "a context is for a callback"))
                    : Mode.Choose(asked),
        };
}

/// <summary>Credentials are a bearer token, and without it there is no access.</summary>
internal abstract class WantsABearerToken(string says) : PennsieveVariant(says, "R10")
{
    public sealed override string Configuration =>
        """
            apis:
              pennsieve:
                auth:
                  header: { name: Authorization, prefix: "Bearer ", value: { env: API_TOKEN } }
            """;

    protected sealed override PennsieveOptions Options(PennsieveOptions right) =>
        right with
        {
            BearerToken = "token-of-the-reference",
        };
}

internal sealed class AsksForABearerToken() : WantsABearerToken("answers 401 to requests without a token");

/// <summary>Other spellings of an instance's id are taken.</summary>
internal abstract class SpellsInstances(string says, Check<string> check) : PennsieveVariant(says, "R29")
{
    protected sealed override PennsieveBehaviour Twist() =>
        PennsieveTwists.Members(m => m with { InstanceId = m.InstanceId with { Check = check } }) with
        {
            ChooseMode = asked =>
                Mode.Choose(asked) is { InstanceId: { } id } && Guid.TryParse(id, out var known)
                    ? Mode.Existing(known.ToString("D"))
                    : Mode.Choose(asked),
        };
}

internal sealed class TakesInstancesInAnySpelling()
    : SpellsInstances(
        "takes the id of an instance in any spelling",
        value => Guid.TryParse(value, out _) ? null : "expected a UUID"
    );

internal sealed class TakesInstancesInSmallLettersAlone()
    : SpellsInstances(
        "takes the id of an instance in small letters alone",
        value =>
            value.Any(char.IsAsciiLetterUpper)
                ? "expected small letters"
                : PennsieveTwists.Correct.Members.InstanceId.Check(value)
    );

internal sealed class TakesLambdaUrlsAlone() : PennsieveVariant("calls back Lambda Function URLs alone", "R35")
{
    public override bool MayBeUndecided => true;

    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            ChooseMode = asked =>
                asked.CallbackUrl is { Host: var host } && !host.EndsWith(".on.aws", StringComparison.Ordinal)
                    ? Mode.Refused(new Refusal(400, "BadRequest", "no Lambda Function URL"))
                    : Mode.Choose(asked),
        };
}
