using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Reference.NovaAct;
using static Conformance.Suite.Tests.EndToEnd.Twists;

namespace Conformance.Suite.Tests.EndToEnd.WrongTargets;

/// <summary>Targets that make up what is missing, or ask for what is optional.</summary>
public sealed class PresenceTests
{
    private static readonly Serial Made = new();

    private const string Definition = "CreateWorkflowDefinition";
    private const string Run = "CreateWorkflowRun";

    private static readonly ImmutableArray<Lie> Lies =
    [
        .. MakingUp(Run, "", "modelId", () => "m"),
        .. MakingUp(Run, "", "clientInfo", () => new JsonObject { ["compatibilityVersion"] = 1 }),
        .. MakingUp(Run, "clientInfo", "compatibilityVersion", () => 1),
        .. MakingUp(Definition, "", "name", () => $"made-up-{Made.Next()}"),
        .. MakingUp(Definition, "exportConfig", "s3BucketName", () => "made-up"),
        Demanding(Definition, "description"),
        Demanding(Definition, "exportConfig"),
        Demanding(Definition, "clientToken"),
        Demanding(Run, "clientToken"),
        Demanding(Run, "logGroupName"),
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Lie.Rows(Lies);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsSeenThrough(string lie) => Lie.IsSeenThrough(Lies, lie);

    private static IEnumerable<Lie> MakingUp(string operation, string parent, string name, Func<JsonNode> value)
    {
        var path = parent.Length == 0 ? name : $"{parent}.{name}";
        return
        [
            new(
                $"makes up {path} of {operation}",
                Changing(operation, parent, o => o.TryAdd(name, value())),
                $"{operation}/{path}/required/rejected"
            )
            {
                // Both of these break a body by leaving it without required members.
                MayBreak = [$"{operation}/body/empty", $"{operation}/refusal/changes-nothing"],
                Judged = [$"*/{operation}/*"],
            },
            new(
                $"takes null for {path} of {operation}",
                Changing(operation, parent, o => Replace(o, name, value)),
                $"{operation}/{path}/required/null-rejected"
            )
            {
                Judged = [$"*/{operation}/*"],
            },
        ];
    }

    private static Func<NovaActBehaviour> Changing(string operation, string parent, Action<JsonObject> change) =>
        () =>
            Rewriting(
                Enum.Parse<NovaActOperation>(operation),
                body =>
                {
                    if ((parent.Length == 0 ? body : body[parent]) is JsonObject holder)
                        change(holder);
                }
            );

    private static void Replace(JsonObject holder, string name, Func<JsonNode> value)
    {
        if (holder.TryGetPropertyValue(name, out var present) && present is null)
            holder[name] = value();
    }

    /// <summary>Every valid request that leaves the member out is refused, so little else can be proved.</summary>
    private static Lie Demanding(string operation, string name) =>
        new(
            $"demands {name} of {operation}",
            () =>
                operation == Definition
                    ? Twists.Definition(d =>
                        name switch
                        {
                            "description" => d with { Description = d.Description with { IsRequired = true } },
                            "exportConfig" => d with { ExportConfig = d.ExportConfig with { IsRequired = true } },
                            _ => d with { ClientToken = d.ClientToken with { IsRequired = true } },
                        }
                    )
                    : Twists.Run(r =>
                        name == "clientToken"
                            ? r with
                            {
                                ClientToken = r.ClientToken with { IsRequired = true },
                            }
                            : r with
                            {
                                LogGroupName = r.LogGroupName with { IsRequired = true },
                            }
                    ),
            $"{operation}/request/required-only/accepted"
        )
        {
            Judged = [$"*/{operation}/*"],
            MayBreak = ["*/optional/accepted"],
        };
}
