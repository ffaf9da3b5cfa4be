using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>How Pennsieve is set up: what no document gives. All have a default that works.</summary>
public sealed record PennsieveOptions
{
    /// <summary>Where runs are created (POST) and, with <c>/{id}</c> behind it, read (GET).</summary>
    public string RunsPath { get; init; } = "/workflows/runs";

    /// <summary>Where definitions are read (GET) with <c>/{workflowDefinitionId}</c> behind it.</summary>
    public string DefinitionsPath { get; init; } = "/workflows/definitions";

    /// <summary>Status of a successful creation; 201 by default.</summary>
    public int CreatedStatus { get; init; } = 201;

    /// <summary>
    /// When given, every request must carry it as <c>Authorization: Bearer</c>, else it is rejected with 401; when null
    /// (the default), nobody has to say who they are.
    /// </summary>
    public string? BearerToken { get; init; }

    /// <summary>
    /// Time from a run's creation to its terminal status; 20 ms by default. Zero ends it at once, so that the webhook
    /// may overtake the response to the creation; <see cref="Timeout.InfiniteTimeSpan"/> never ends it.
    /// </summary>
    public TimeSpan RunDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>The key pair with which webhooks are signed.</summary>
    public AwsCredentials CallbackCredentials { get; init; } = new("AKIDREFERENCE", "reference-secret");

    /// <summary>The region in the scope of a webhook's signature; that of the server when null (the default).</summary>
    public string? CallbackRegion { get; init; }

    /// <summary>The service in the scope of a webhook's signature; that of Lambda Function URLs by default (D2:57).</summary>
    public string CallbackService { get; init; } = "lambda";

    /// <summary>How often the delivery of a webhook is attempted at most; 3 by default.</summary>
    public int CallbackAttempts { get; init; } = 3;

    /// <summary>Pause before the second attempt, doubled before each further one; 50 ms by default.</summary>
    public TimeSpan CallbackBackoff { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long one attempt may take; 10 s by default.</summary>
    public TimeSpan CallbackTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Makes what sends the webhooks; it ends with the server.</summary>
    public Func<HttpMessageHandler> NewCallbackHandler { get; init; } =
        () =>
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                ActivityHeadersPropagator = null,
            };
}
