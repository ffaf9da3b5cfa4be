using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Defects.Pennsieve;

/// <summary>The caller's context does not come back as it was given.</summary>
internal abstract class EchoesContext(string says, PennsieveBehaviour behaviour)
    : PennsieveDefect(says, "webhook/context-unchanged")
{
    /// <summary>Webhooks are known again by their context.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["webhook/*"];

    protected sealed override PennsieveBehaviour Twist() => behaviour;
}

internal sealed class ForgetsContext()
    : EchoesContext("forgets contexts", PennsieveTwists.Correct with { EchoContext = _ => default });

internal sealed class MakesContextsUp()
    : EchoesContext(
        "makes contexts up",
        PennsieveTwists.Correct with
        {
            EchoContext = c => c.ValueKind == JsonValueKind.Undefined ? JsonElement.Parse("{}") : c,
        }
    );

internal sealed class WritesContextAsText()
    : EchoesContext("writes contexts as text", PennsieveTwists.Contexts(text => JsonSerializer.Serialize(text)));

internal sealed class DropsNestingOfContext()
    : EchoesContext(
        "writes what is nested in a context as text",
        PennsieveTwists.ContextMembers(context =>
        {
            foreach (var (name, value) in context.ToList())
                if (value is JsonObject or JsonArray)
                    context[name] = value.ToJsonString();
        })
    );

internal sealed class LeavesNullsOutOfContext()
    : EchoesContext(
        "leaves nulls out of contexts",
        PennsieveTwists.ContextMembers(context =>
        {
            foreach (var (name, value) in context.ToList())
                if (value is null)
                    context.Remove(name);
        })
    );

internal sealed class AltersCallbackContext()
    : EchoesContext(
        "writes letters beyond ASCII in a context as question marks",
        PennsieveTwists.Contexts(text => string.Concat(text.Select(c => char.IsAscii(c) ? c : '?')))
    );

internal sealed partial class RoundsNumbersOfContext()
    : EchoesContext("rounds the numbers of contexts", PennsieveTwists.Contexts(text => Fraction().Replace(text, "$1")))
{
    [GeneratedRegex(@"(?<=[:,\[]\s*)(-?[0-9]+)\.[0-9]+(?=\s*[,\]}])")]
    private static partial Regex Fraction();
}

internal sealed partial class NormalisesNumbersOfContext()
    : EchoesContext(
        "reads the numbers of contexts into 32 bits",
        PennsieveTwists.Contexts(text =>
            Large().Replace(text, number => int.MaxValue.ToString(CultureInfo.InvariantCulture))
        )
    )
{
    [GeneratedRegex(@"(?<=[:,\[]\s*)-?[0-9]{11,}(?=\s*[,\]}])")]
    private static partial Regex Large();
}

internal sealed class SortsArraysOfContext()
    : EchoesContext(
        "turns the arrays of contexts round",
        PennsieveTwists.ContextMembers(context =>
        {
            foreach (var (name, value) in context.ToList())
                if (value is JsonArray array)
                    context[name] = new JsonArray([.. array.Reverse().Select(item => item?.DeepClone())]);
        })
    );

internal sealed class TrimsTextsOfContext()
    : EchoesContext(
        "trims the texts of contexts",
        PennsieveTwists.ContextMembers(context =>
        {
            foreach (var (name, value) in context.ToList())
                if (value is JsonValue text && text.TryGetValue<string>(out var characters))
                    context[name] = characters.Trim();
        })
    );
