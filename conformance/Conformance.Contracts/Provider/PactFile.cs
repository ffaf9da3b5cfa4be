using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reports.Text;

namespace Conformance.Contracts.Provider;

/// <summary>Takes a pact file apart, of any version of Pact's specification.</summary>
public static class PactFile
{
    private const string Http = "Synchronous/HTTP";

    /// <summary>Its interactions, in order.</summary>
    /// <param name="text">The file's text.</param>
    /// <exception cref="FormatException">It is no pact; the message says what is missing.</exception>
    public static ImmutableArray<PactInteraction> Read(string text)
    {
        try
        {
            return Taken(text);
        }
        catch (ArgumentException e)
        {
            // System.Text.Json says so only when the object is looked at.
            throw new FormatException(
                $"expected a pact in which no member is repeated: {Shortened.OnALine(e.Message)}",
                e
            );
        }
    }

    private static ImmutableArray<PactInteraction> Taken(string text)
    {
        if (Parsed(text) is not JsonObject pact)
            throw new FormatException("expected a pact, which is a JSON object");
        var (consumer, provider) = (NameOf(pact, "consumer"), NameOf(pact, "provider"));
        var messages = Objects(pact["messages"]).Select(message => (Interaction: message, IsHttp: false));
        return
        [
            .. Objects(pact["interactions"])
                .Select(found => (Interaction: found, IsHttp: TextOf(found, "type") is null or Http))
                .Concat(messages)
                .Select(found =>
                    Alone(pact, found.Interaction) with
                    {
                        Consumer = consumer,
                        Provider = provider,
                        IsHttp = found.IsHttp,
                    }
                ),
        ];
    }

    private static PactInteraction Alone(JsonObject pact, JsonObject interaction)
    {
        var alone = pact.DeepClone().AsObject();
        alone["interactions"] = new JsonArray(interaction.DeepClone());
        alone.Remove("messages");
        var description = TextOf(interaction, "description") ?? "";
        var request = interaction["request"] as JsonObject ?? [];
        return new PactInteraction("", "", description, StatesOf(interaction), alone.ToJsonString())
        {
            Method = (TextOf(request, "method") ?? "GET").ToUpperInvariant(),
            Path = TextOf(request, "path") ?? "/",
            Response = ExpectedResponse.Of(interaction),
        };
    }

    /// <summary>Version 1 and 2 name one state, later ones a list of them with parameters.</summary>
    private static ImmutableArray<WantedState> StatesOf(JsonObject interaction)
    {
        var single = TextOf(interaction, "providerState") ?? TextOf(interaction, "provider_state");
        return interaction["providerStates"] switch
        {
            JsonArray states =>
            [
                .. Objects(states)
                    .Select(state => new WantedState(
                        TextOf(state, "name") ?? "",
                        state["params"]?.DeepClone() as JsonObject ?? []
                    )),
            ],
            JsonValue value when value.TryGetValue<string>(out var name) => [new WantedState(name, [])],
            _ => single is null ? [] : [new WantedState(single, [])],
        };
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException e)
        {
            throw new FormatException($"expected a pact, got no JSON: {Shortened.OnALine(e.Message, limit: 300)}", e);
        }
    }

    private static string NameOf(JsonObject pact, string party) =>
        pact[party] is JsonObject named && TextOf(named, "name") is { Length: > 0 } name
            ? name
            : throw new FormatException(
                $"expected a pact with the name of its {party}, got none; give it {party}.name"
            );

    private static IEnumerable<JsonObject> Objects(JsonNode? list) =>
        list is JsonArray items ? items.OfType<JsonObject>() : [];

    private static string? TextOf(JsonObject holder, string member) =>
        holder[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
