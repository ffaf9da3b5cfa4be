using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>An optional member is demanded: every valid request without it is refused, so little else can be proved.</summary>
internal abstract class Demands(NovaActOperation operation, string path, NovaActBehaviour demanding)
    : NovaActDefect(
        $"demands {path} of {operation}",
        $"{operation}/{path}/optional/accepted",
        $"{operation}/request/required-only/accepted"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => [$"{operation}/request/*"];

    protected sealed override NovaActBehaviour Twist() => demanding;
}

internal sealed class DemandsDescription()
    : Demands(
        CreateDefinition,
        "description",
        Twists.Definition(d => d with { Description = d.Description with { IsRequired = true } })
    );

internal sealed class DemandsExportConfig()
    : Demands(
        CreateDefinition,
        "exportConfig",
        Twists.Definition(d => d with { ExportConfig = d.ExportConfig with { IsRequired = true } })
    );

internal sealed class DemandsDefinitionToken()
    : Demands(
        CreateDefinition,
        "clientToken",
        Twists.Definition(d => d with { ClientToken = d.ClientToken with { IsRequired = true } })
    );

internal sealed class DemandsRunToken()
    : Demands(
        CreateRun,
        "clientToken",
        Twists.Run(r => r with { ClientToken = r.ClientToken with { IsRequired = true } })
    );

internal sealed class DemandsLogGroup()
    : Demands(
        CreateRun,
        "logGroupName",
        Twists.Run(r => r with { LogGroupName = r.LogGroupName with { IsRequired = true } })
    );

internal sealed class DemandsSdkVersion()
    : Demands(
        CreateRun,
        "clientInfo.sdkVersion",
        Twists.Run(r => r with { SdkVersion = r.SdkVersion with { IsRequired = true } })
    );

internal sealed class DemandsKeyPrefix()
    : NovaActDefect(
        "demands a key prefix beside a bucket",
        "CreateWorkflowDefinition/exportConfig.s3KeyPrefix/optional/accepted"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowDefinition/exportConfig*"];

    protected override NovaActBehaviour Twist() =>
        Twists.Definition(d => d with { S3KeyPrefix = d.S3KeyPrefix with { IsRequired = true } });
}

/// <summary>Some combination of members is refused.</summary>
internal abstract class RefusesBodies(
    NovaActOperation operation,
    string says,
    Func<JsonObject, bool> refuses,
    params ImmutableArray<string> breaks
) : NovaActDefect(says, [.. breaks.Select(id => $"{operation}/{id}")])
{
    public override string Configuration => KnownValues;

    private static readonly Refusal Refused = new(400, "ValidationException", "expected other members")
    {
        Members = [new("reason", "FieldValidationFailed")],
    };

    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            Handle = call =>
                call.Operation == operation && call.Json() is { } body && refuses(body)
                    ? Twists.Correct.Refuse(Refused)
                    : Twists.Correct.Handle(call),
        };
}

internal sealed class DemandsTokenBesideDescription()
    : RefusesBodies(
        CreateDefinition,
        "demands a clientToken beside a description",
        body => body.ContainsKey("description") && !body.ContainsKey("clientToken"),
        "description/*/accepted"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowDefinition/request/*"];
}

internal sealed class DemandsTokenBesideLogGroup()
    : RefusesBodies(
        CreateRun,
        "demands a clientToken beside a log group",
        body => body.ContainsKey("logGroupName") && !body.ContainsKey("clientToken"),
        "logGroupName/*/accepted"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowRun/request/*"];
}

internal sealed class RefusesAllMembersOfDefinition()
    : RefusesBodies(
        CreateDefinition,
        "refuses a definition with every member",
        body => body.Count == 4,
        "request/all-members/accepted"
    );

internal sealed class RefusesRunsOfRequiredMembersAlone()
    : RefusesBodies(
        CreateRun,
        "refuses a run with the required members alone",
        body => body.Count == 2 && body["clientInfo"] is JsonObject { Count: 1 },
        "request/required-only/accepted"
    )
{
    /// <summary>Where required members alone are refused, nothing else can be told apart.</summary>
    protected override ImmutableArray<string> AlsoBreaks =>
        ["CreateWorkflowRun/request/*", "CreateWorkflowRun/*/optional/accepted"];
}

internal sealed class RefusesAllMembersOfRun()
    : RefusesBodies(
        CreateRun,
        "refuses a run with every member",
        body => body.Count == 4,
        "request/all-members/accepted"
    );
