using System.Text.Json;
using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>Which of the two modes a request takes, or why neither.</summary>
public sealed record Mode
{
    private Mode() { }

    /// <summary>Mode 1: the instance that has to exist; else null.</summary>
    public string? InstanceId { get; private init; }

    /// <summary>Mode 2: the configuration to be found or created; else absent.</summary>
    public JsonElement Configuration { get; private init; }

    /// <summary>Why the request takes no mode; else null.</summary>
    public Rejection? Rejection { get; private init; }

    public static Mode Existing(string instanceId) => new() { InstanceId = instanceId };

    public static Mode FindOrCreate(JsonElement configuration) => new() { Configuration = configuration };

    public static Mode Rejected(Rejection rejection) => new() { Rejection = rejection };

    /// <summary>Exactly one of the two is given (D2:3, D2:4).</summary>
    public static Mode Choose(RunParameters asked) =>
        (asked.InstanceId, asked.Configuration.ValueKind) switch
        {
            ({ } id, JsonValueKind.Undefined) => Existing(id),
            (null, not JsonValueKind.Undefined) => FindOrCreate(asked.Configuration),
            (null, _) => Rejected(Rejections.Invalid($"{Expected}, got neither")),
            _ => Rejected(Rejections.Invalid($"{Expected}, got both")),
        };

    private const string Expected = "expected either workflowInstanceId or workflowInstanceConfiguration";
}
