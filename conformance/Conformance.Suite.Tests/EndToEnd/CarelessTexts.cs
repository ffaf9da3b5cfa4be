using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Suite.Tests.EndToEnd;

/// <summary>A target that handles one text carelessly.</summary>
/// <param name="Says">What it does.</param>
/// <param name="Requirement">Id of the requirement that has to show it, without the name of the API.</param>
/// <param name="Smallest">What the smallest value looks like, as JSON.</param>
/// <param name="Behaviour">The reference with this text handled carelessly.</param>
internal sealed record CarelessText(string Says, string Requirement, string Smallest, NovaActBehaviour Behaviour);

/// <summary>What implementers do to texts before, while and after they look at them.</summary>
internal static class CarelessTexts
{
    private const string Own = "e2ekit[0-9a-z]{10}";
    private const string Definition = "CreateWorkflowDefinition";
    private const string Run = "CreateWorkflowRun";

    private static readonly NovaActBehaviour Correct = NovaActBehaviour.Correct;

    /// <summary>Every text in a body, with a way to change the demands on it.</summary>
    public static readonly ImmutableDictionary<
        string,
        Func<Func<Member<string>, Member<string>>, NovaActBehaviour>
    > Members = new Dictionary<string, Func<Func<Member<string>, Member<string>>, NovaActBehaviour>>
    {
        [$"{Definition}/name"] = change => InDefinition(d => d with { Name = change(d.Name) }),
        [$"{Definition}/description"] = change => InDefinition(d => d with { Description = change(d.Description) }),
        [$"{Definition}/exportConfig.s3BucketName"] = change =>
            InDefinition(d => d with { S3BucketName = change(d.S3BucketName) }),
        [$"{Definition}/exportConfig.s3KeyPrefix"] = change =>
            InDefinition(d => d with { S3KeyPrefix = change(d.S3KeyPrefix) }),
        [$"{Definition}/clientToken"] = change => InDefinition(d => d with { ClientToken = change(d.ClientToken) }),
        [$"{Run}/modelId"] = change => InRun(r => r with { ModelId = change(r.ModelId) }),
        [$"{Run}/clientInfo.sdkVersion"] = change => InRun(r => r with { SdkVersion = change(r.SdkVersion) }),
        [$"{Run}/clientToken"] = change => InRun(r => r with { ClientToken = change(r.ClientToken) }),
        [$"{Run}/logGroupName"] = change => InRun(r => r with { LogGroupName = change(r.LogGroupName) }),
    }.ToImmutableDictionary();

    /// <summary>Texts that are looked at in another form than they came in.</summary>
    public static IEnumerable<CarelessText> All =>
        [
            Changing("trims", "name", "pattern", $@"{Own}\\t|\\t{Own}| {Own}|{Own} ", text => text.Trim()),
            Changing("cuts at a NUL", "name", "pattern", $@"{Own}\\u0000a?", text => text.Split('\0')[0]),
            Changing("composes (NFKC)", "name", "pattern", $"{Own}[^a-z]", Composed),
            Changing("takes quotes off", "name", "pattern", $@"{Own}(\\u0022|\\""|')", text => text.Trim('"', '\'')),
            Changing("takes slashes off its ends", "name", "pattern", $"/{Own}|{Own}/", text => text.Trim('/')),
            Changing("takes dots off its end", "name", "pattern", $@"{Own}\.", text => text.TrimEnd('.')),
            Changing("decodes percent signs", "name", "pattern", $"{Own}%[46][1a]", Uri.UnescapeDataString),
            Changing(
                "takes a plus for nothing",
                "name",
                "pattern",
                $@"{Own}(\+|\\u002B)",
                text => text.Replace("+", "")
            ),
            Changing("measures the trimmed text", "description", "maxLength", "a{4000} ", text => text.Trim()),
            Measuring("measures the trimmed text", "modelId", "a{100} ", text => text.Trim()),
            Refusing("takes a dot for a path", "logGroupName", @"\.", text => text is "." or ".."),
            Refusing("takes digits for a number", "logGroupName", "0", text => text.All(char.IsDigit)),
            Refusing("wants more than a hyphen", "logGroupName", "-", text => text.All(c => c == '-')),
            Refusing("refuses two slashes in a row", "logGroupName", "//", text => text.Contains("//")),
            Refusing("refuses a slash at the end", "logGroupName", "/", text => text.EndsWith('/')),
            Refusing("refuses underscores", "logGroupName", "_", text => text.Contains('_')),
        ];

    private static CarelessText Changing(
        string says,
        string member,
        string keyword,
        string smallest,
        Func<string, string> change
    ) =>
        new(
            $"{says} in {member}",
            $"{Definition}/{member}/{keyword}/rejected",
            smallest,
            Members[$"{Definition}/{member}"](m => m with { Check = text => m.Check(change(text)) })
        );

    private static CarelessText Measuring(string says, string member, string smallest, Func<string, string> change) =>
        new(
            $"{says} in {member}",
            $"{Run}/{member}/maxLength/rejected",
            smallest,
            Members[$"{Run}/{member}"](m => m with { Check = text => m.Check(change(text)) })
        );

    private static CarelessText Refusing(string says, string member, string smallest, Func<string, bool> refuses) =>
        new(
            $"{says} in {member}",
            $"{Run}/{member}/pattern/accepted",
            smallest,
            Members[$"{Run}/{member}"]
                (m => m with { Check = text => refuses(text) ? "expected another value" : m.Check(text) })
        );

    /// <summary>Numbers and truth values become the text that says the same.</summary>
    public static Member<string> Coercing(Member<string> member) =>
        member with
        {
            Kind = json =>
                json.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
                    ? new(json.GetRawText(), null)
                    : member.Kind(json),
        };

    /// <summary>An array of one stands for what is in it.</summary>
    public static Member<string> Unwrapping(Member<string> member) =>
        member with
        {
            Kind = json =>
                json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 1
                    ? member.Kind(json[0])
                    : member.Kind(json),
        };

    // What the normal form KC makes of the characters that the kit sends: without ICU, .NET leaves them as they are.
    private static string Composed(string text) =>
        string.Concat(
            text.Select(c =>
                c switch
                {
                    '\u212A' => 'K',
                    '\u017F' => 's',
                    '\u00B2' => '2',
                    >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
                    _ => c,
                }
            )
        );

    private static NovaActBehaviour InDefinition(Func<DefinitionMembers, DefinitionMembers> change) =>
        Correct with
        {
            Definition = change(Correct.Definition),
        };

    private static NovaActBehaviour InRun(Func<RunMembers, RunMembers> change) =>
        Correct with
        {
            Run = change(Correct.Run),
        };
}
