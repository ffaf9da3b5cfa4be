using System.Text.Json.Nodes;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Required members that are made up where they are missing.</summary>
internal static class MissingMembers
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        MakesUp("MakesUpModelId", CreateRun, "modelId", _ => "m"),
        TakesNull("TakesNullForModelId", CreateRun, "modelId", _ => "m"),
        MakesUp("MakesUpClientInfo", CreateRun, "clientInfo", FirstVersion),
        TakesNull("TakesNullForClientInfo", CreateRun, "clientInfo", FirstVersion),
        MakesUp("MakesUpCompatibilityVersion", CreateRun, "clientInfo.compatibilityVersion", _ => 1),
        TakesNull("TakesNullForCompatibilityVersion", CreateRun, "clientInfo.compatibilityVersion", _ => 1),
        MakesUp("MakesUpName", CreateDefinition, "name", n => $"made-up-{n}"),
        TakesNull("TakesNullForName", CreateDefinition, "name", n => $"made-up-{n}"),
        MakesUp("MakesUpBucket", CreateDefinition, "exportConfig.s3BucketName", _ => "made-up"),
        TakesNull("TakesNullForBucket", CreateDefinition, "exportConfig.s3BucketName", _ => "made-up"),
    ];

    /// <summary>A required member that is absent gets a value. Bodies that lack required members show it too.</summary>
    private static Mutant MakesUp(string name, NovaActOperation operation, string path, Func<int, JsonNode> value) =>
        Row(
                name,
                $"makes up {path} of {operation}",
                [$"{operation}/{path}/required/rejected"],
                () => Filling(operation, path, value, (holder, member) => !holder.ContainsKey(member))
            )
            .AlsoBreaking($"{operation}/body/empty", $"{operation}/refusal/changes-nothing");

    /// <summary>A required member that is null gets a value.</summary>
    private static Mutant TakesNull(string name, NovaActOperation operation, string path, Func<int, JsonNode> value) =>
        Row(
            name,
            $"takes null for {path} of {operation}",
            [$"{operation}/{path}/required/null-rejected"],
            () => Filling(operation, path, value, (holder, m) => holder.ContainsKey(m) && holder[m] is null)
        );

    private static JsonObject FirstVersion(int _) => new() { ["compatibilityVersion"] = 1 };

    /// <summary>Sets the member at this path wherever the object that should hold it lacks it.</summary>
    private static NovaActBehaviour Filling(
        NovaActOperation operation,
        string path,
        Func<int, JsonNode> value,
        Func<JsonObject, string, bool> lacks
    )
    {
        var serial = new Serial();
        var (parent, member) = path.Split('.') is [var first, var second] ? (first, second) : ("", path);
        return Twists.Rewriting(
            operation,
            body =>
            {
                if ((parent.Length == 0 ? body : body[parent]) is JsonObject holder && lacks(holder, member))
                    holder[member] = value(serial.Next());
            }
        );
    }
}
