using Conformance.Generators;

namespace Conformance.Contracts.Native;

/// <summary>An interaction before its response is described.</summary>
public sealed class RequestBuilder
{
    private const string Json = "application/json";

    private readonly uint interaction;

    internal RequestBuilder(uint interaction) => this.interaction = interaction;

    /// <summary>What has to be so on the provider's side.</summary>
    public RequestBuilder Given(string state)
    {
        PactBuilder.Taken(ConsumerCalls.Given(interaction, state), $"the state {state}");
        return this;
    }

    /// <summary>What has to be so on the provider's side, and for what.</summary>
    public RequestBuilder Given(string state, JsonObject parameters)
    {
        if (parameters.Properties.IsEmpty)
            return Given(state);
        var code = ConsumerCalls.GivenWithParams(interaction, state, parameters.ToJson());
        PactBuilder.Taken(code == 0, $"the state {state} with its parameters");
        return this;
    }

    /// <summary>The name by which tools know the interaction.</summary>
    public RequestBuilder WithKey(string key)
    {
        PactBuilder.Taken(InteractionCalls.SetKey(interaction, key), $"the key {key}");
        return this;
    }

    /// <summary>That a failure is shown and doesn't count.</summary>
    public RequestBuilder Pending()
    {
        PactBuilder.Taken(InteractionCalls.SetPending(interaction, true), "that it is pending");
        return this;
    }

    /// <summary>A remark for people.</summary>
    public RequestBuilder WithComment(string text)
    {
        PactBuilder.Taken(InteractionCalls.AddComment(interaction, text), "a comment");
        return this;
    }

    /// <summary>A fact for programs.</summary>
    public RequestBuilder WithReference(string group, string name, string value)
    {
        PactBuilder.Taken(InteractionCalls.AddReference(interaction, group, name, value), $"the reference {name}");
        return this;
    }

    /// <summary>The method and the path, which may be a rule.</summary>
    public RequestBuilder WithRequest(string method, JsonValue path)
    {
        PactBuilder.Taken(ConsumerCalls.WithRequest(interaction, method, Written(path)), "the request");
        return this;
    }

    /// <summary>A header field, whose value may be a rule.</summary>
    public RequestBuilder WithHeader(string name, JsonValue value)
    {
        PactBuilder.Taken(
            ConsumerCalls.WithHeader(interaction, Part.Request, name, 0, Written(value)),
            $"the request's header {name}"
        );
        return this;
    }

    /// <summary>The body, in which rules may stand.</summary>
    public RequestBuilder WithJsonBody(JsonValue body)
    {
        PactBuilder.Taken(ConsumerCalls.WithBody(interaction, Part.Request, Json, body.ToJson()), "the request's body");
        return this;
    }

    /// <summary>Begins the response.</summary>
    public ResponseBuilder WillRespond() => new(interaction);

    /// <summary>A text as it is, everything else as JSON.</summary>
    internal static string Written(JsonValue value) => value is JsonText text ? text.Value : value.ToJson();
}

/// <summary>The response of an interaction.</summary>
public sealed class ResponseBuilder
{
    private const string Json = "application/json";

    private readonly uint interaction;

    internal ResponseBuilder(uint interaction) => this.interaction = interaction;

    /// <summary>The status, which may be a rule.</summary>
    public ResponseBuilder WithStatus(JsonValue status)
    {
        PactBuilder.Taken(ConsumerCalls.ResponseStatus(interaction, status.ToJson()), "the status");
        return this;
    }

    /// <summary>A header field, whose value may be a rule.</summary>
    public ResponseBuilder WithHeader(string name, JsonValue value)
    {
        PactBuilder.Taken(
            ConsumerCalls.WithHeader(interaction, Part.Response, name, 0, RequestBuilder.Written(value)),
            $"the response's header {name}"
        );
        return this;
    }

    /// <summary>The body, in which rules may stand. Members beside those named are welcome.</summary>
    public ResponseBuilder WithJsonBody(JsonValue body)
    {
        PactBuilder.Taken(
            ConsumerCalls.WithBody(interaction, Part.Response, Json, body.ToJson()),
            "the response's body"
        );
        return this;
    }
}
