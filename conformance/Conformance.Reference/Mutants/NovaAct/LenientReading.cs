using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.TextMember;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Values that are wrong, but so nearly right that somebody has let them in on purpose.</summary>
internal static class LenientReading
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "TrimsEndOfLogGroups",
                "takes white space behind a log group",
                [$"{LogGroup.Id}/pattern/rejected"],
                () => LogGroup.Change(m => m with { Check = value => m.Check(value.TrimEnd()) })
            )
            .AlsoBreaking($"{LogGroup.Id}/*/rejected", "CreateWorkflowRun/refusal/*"),
        Row(
                "ParsesClientInfoOutOfText",
                "takes a text that holds JSON for clientInfo",
                ["CreateWorkflowRun/clientInfo/type/rejected"],
                () => Twists.Run(r => r with { ClientInfo = OutOfText(r.ClientInfo) })
            )
            .AlsoBreaking("CreateWorkflowRun/clientInfo/*/rejected", "CreateWorkflowRun/refusal/*"),
        Row(
                "TakesLettersOfAnyScriptInLogGroup",
                "takes letters of any script in a log group",
                [$"{LogGroup.Id}/pattern/rejected"],
                () =>
                    LogGroup.Change(m =>
                        m.Taking(value =>
                            value.Length is >= 1 and <= 512
                            && value.All(c => char.IsLetterOrDigit(c) || "_/.-".Contains(c))
                        )
                    )
            )
            .AlsoBreaking($"{LogGroup.Id}/*/rejected", "CreateWorkflowRun/refusal/*"),
    ];

    private static Member<JsonElement> OutOfText(Member<JsonElement> member) =>
        member with
        {
            Kind = json => json.ValueKind == JsonValueKind.String ? OutOfText(json, member) : member.Kind(json),
        };

    private static ReadValue<JsonElement> OutOfText(JsonElement json, Member<JsonElement> member)
    {
        try
        {
            return member.Kind(JsonElement.Parse(json.GetString()!));
        }
        catch (JsonException)
        {
            return member.Kind(json);
        }
    }
}
