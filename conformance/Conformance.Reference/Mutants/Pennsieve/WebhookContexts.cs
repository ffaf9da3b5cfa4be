using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>The caller's context does not come back as it was given.</summary>
internal static partial class WebhookContexts
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Echoes("ForgetsContext", "forgets contexts", _ => default),
        Echoes(
            "MakesContextsUp",
            "makes contexts up",
            context => context.ValueKind == JsonValueKind.Undefined ? JsonElement.Parse("{}") : context
        ),
        EchoesText("WritesContextAsText", "writes contexts as text", text => JsonSerializer.Serialize(text)),
        EditsMembers(
            "DropsNestingOfContext",
            "writes what is nested in a context as text",
            (context, name, value) =>
            {
                if (value is JsonObject or JsonArray)
                    context[name] = value.ToJsonString();
            }
        ),
        EditsMembers(
            "LeavesNullsOutOfContext",
            "leaves nulls out of contexts",
            (context, name, value) =>
            {
                if (value is null)
                    context.Remove(name);
            }
        ),
        EchoesText(
            "AltersCallbackContext",
            "writes letters beyond ASCII in a context as question marks",
            text => string.Concat(text.Select(c => char.IsAscii(c) ? c : '?'))
        ),
        EchoesText("RoundsNumbersOfContext", "rounds the numbers of contexts", text => Fraction().Replace(text, "$1")),
        EchoesText(
            "NormalisesNumbersOfContext",
            "reads the numbers of contexts into 32 bits",
            text => Large().Replace(text, int.MaxValue.ToString(CultureInfo.InvariantCulture))
        ),
        EditsMembers(
            "SortsArraysOfContext",
            "turns the arrays of contexts round",
            (context, name, value) =>
            {
                if (value is JsonArray array)
                    context[name] = new JsonArray([.. array.Reverse().Select(item => item?.DeepClone())]);
            }
        ),
        EditsTexts("TrimsTextsOfContext", "trims the texts of contexts", text => text.Trim()),
        EditsTexts(
            "LowersTextsOfContext",
            "writes the texts of contexts in lowercase",
            text => text.ToLowerInvariant()
        ),
    ];

    /// <summary>Another context comes back, or none.</summary>
    private static Mutant Echoes(string name, string says, Func<JsonElement, JsonElement> echo) =>
        EchoesAs(name, says, () => Correct with { EchoContext = echo });

    private static Mutant EchoesAs(string name, string says, Func<PennsieveBehaviour> behaviour) =>
        Row(name, says, ["webhook/context-unchanged"], behaviour)
            // Webhooks are known again by their context.
            .AlsoBreaking("webhook/*");

    /// <summary>The context's JSON is edited as a text.</summary>
    private static Mutant EchoesText(string name, string says, Func<string, string> edit) =>
        EchoesAs(name, says, () => Contexts(edit));

    [GeneratedRegex(@"(?<=[:,\[]\s*)(-?[0-9]+)\.[0-9]+(?=\s*[,\]}])")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"(?<=[:,\[]\s*)-?[0-9]{11,}(?=\s*[,\]}])")]
    private static partial Regex Large();

    /// <summary>Each member at the top of the context is edited.</summary>
    private static Mutant EditsMembers(string name, string says, Action<JsonObject, string, JsonNode?> edit) =>
        EchoesAs(
            name,
            says,
            () =>
                ContextMembers(context =>
                {
                    foreach (var (member, value) in context.ToList())
                        edit(context, member, value);
                })
        );

    /// <summary>Each text at the top of the context is edited.</summary>
    private static Mutant EditsTexts(string name, string says, Func<string, string> edit) =>
        EditsMembers(
            name,
            says,
            (context, member, value) =>
            {
                if (value is JsonValue text && text.TryGetValue<string>(out var characters))
                    context[member] = edit(characters);
            }
        );
}
