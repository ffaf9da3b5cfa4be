using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Reference.Mutants;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>What is missing is made up, what is optional is demanded.</summary>
internal static class Presence
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new MakesUpModelId(),
        new TakesNullForModelId(),
        new MakesUpClientInfo(),
        new TakesNullForClientInfo(),
        new MakesUpCompatibilityVersion(),
        new TakesNullForCompatibilityVersion(),
        new MakesUpName(),
        new TakesNullForName(),
        new MakesUpBucket(),
        new TakesNullForBucket(),
        new DemandsDescription(),
        new DemandsExportConfig(),
        new DemandsDefinitionToken(),
        new DemandsRunToken(),
        new DemandsLogGroup(),
        new DemandsSdkVersion(),
        new DemandsKeyPrefix(),
        new DemandsTokenBesideDescription(),
        new DemandsTokenBesideLogGroup(),
        new RefusesAllMembersOfDefinition(),
        new RefusesAllMembersOfRun(),
        new RefusesRunsOfRequiredMembersAlone(),
    ];
}

/// <summary>A required member that is absent gets a value.</summary>
internal abstract class MakesUp(NovaActOperation operation, string parent, string name, Func<int, JsonNode> value)
    : NovaActDefect(
        $"makes up {Paths.Joined(parent, name)} of {operation}",
        $"{operation}/{Paths.Joined(parent, name)}/required/rejected"
    )
{
    /// <summary>Bodies that lack required members are broken in these ways too.</summary>
    protected override ImmutableArray<string> AlsoBreaks =>
        [$"{operation}/body/empty", $"{operation}/refusal/changes-nothing"];

    protected sealed override NovaActBehaviour Twist()
    {
        var serial = new Serial();
        return Twists.Rewriting(operation, Paths.Inside(parent, o => o.TryAdd(name, value(serial.Next()))));
    }
}

/// <summary>A required member that is null gets a value.</summary>
internal abstract class TakesNull(NovaActOperation operation, string parent, string name, Func<int, JsonNode> value)
    : NovaActDefect(
        $"takes null for {Paths.Joined(parent, name)} of {operation}",
        $"{operation}/{Paths.Joined(parent, name)}/required/null-rejected"
    )
{
    protected sealed override NovaActBehaviour Twist()
    {
        var serial = new Serial();
        return Twists.Rewriting(operation, Paths.Inside(parent, o => Replace(o, serial)));
    }

    private void Replace(JsonObject holder, Serial serial)
    {
        if (holder.TryGetPropertyValue(name, out var present) && present is null)
            holder[name] = value(serial.Next());
    }
}

/// <summary>Members by their place in a body.</summary>
internal static class Paths
{
    public static string Joined(string parent, string name) => parent.Length == 0 ? name : $"{parent}.{name}";

    /// <summary>Changes the object at this place, where there is one; the body itself for an empty place.</summary>
    public static Action<JsonObject> Inside(string parent, Action<JsonObject> change) =>
        body =>
        {
            if ((parent.Length == 0 ? body : body[parent]) is JsonObject holder)
                change(holder);
        };
}

internal sealed class MakesUpModelId() : MakesUp(NovaActOperation.CreateWorkflowRun, "", "modelId", _ => "m");

internal sealed class TakesNullForModelId() : TakesNull(NovaActOperation.CreateWorkflowRun, "", "modelId", _ => "m");

internal sealed class MakesUpClientInfo()
    : MakesUp(
        NovaActOperation.CreateWorkflowRun,
        "",
        "clientInfo",
        _ => new JsonObject { ["compatibilityVersion"] = 1 }
    );

internal sealed class TakesNullForClientInfo()
    : TakesNull(
        NovaActOperation.CreateWorkflowRun,
        "",
        "clientInfo",
        _ => new JsonObject { ["compatibilityVersion"] = 1 }
    );

internal sealed class MakesUpCompatibilityVersion()
    : MakesUp(NovaActOperation.CreateWorkflowRun, "clientInfo", "compatibilityVersion", _ => 1);

internal sealed class TakesNullForCompatibilityVersion()
    : TakesNull(NovaActOperation.CreateWorkflowRun, "clientInfo", "compatibilityVersion", _ => 1);

internal sealed class MakesUpName()
    : MakesUp(NovaActOperation.CreateWorkflowDefinition, "", "name", n => $"made-up-{n}");

internal sealed class TakesNullForName()
    : TakesNull(NovaActOperation.CreateWorkflowDefinition, "", "name", n => $"made-up-{n}");

internal sealed class MakesUpBucket()
    : MakesUp(NovaActOperation.CreateWorkflowDefinition, "exportConfig", "s3BucketName", _ => "made-up");

internal sealed class TakesNullForBucket()
    : TakesNull(NovaActOperation.CreateWorkflowDefinition, "exportConfig", "s3BucketName", _ => "made-up");
