using System.Buffers;
using System.Text.Json;

namespace Conformance.Reference.Pennsieve;

/// <summary>A webhook to be delivered: where to, and the run that it tells about.</summary>
/// <param name="Url">Where it is POSTed.</param>
/// <param name="Run">The run, as the webhook shows it.</param>
public sealed record Delivery(Uri Url, WorkflowRun Run)
{
    /// <summary>How long it is held back; not at all by default.</summary>
    public TimeSpan After { get; init; }
}

/// <summary>A point of a run's life at which webhooks may be sent.</summary>
/// <param name="Run">The run as it is at that point.</param>
/// <param name="LastCallbackUrl">The URL of the latest run that had one, this one included; null before the first.</param>
public sealed record WebhookOccasion(WorkflowRun Run, Uri? LastCallbackUrl)
{
    /// <summary>One webhook where the run has a URL, none where it has not (D2:57).</summary>
    public static IEnumerable<Delivery> AtTheEnd(WebhookOccasion occasion) =>
        occasion.Run.Parameters.CallbackUrl is { } url ? [new Delivery(url, occasion.Run)] : [];
}

/// <summary>A webhook as it is sent. Every attempt sends the same one.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Where it is sent.</param>
/// <param name="Body">The JSON text.</param>
public sealed record Webhook(string Method, Uri Url, ReadOnlyMemory<byte> Body)
{
    /// <summary>The header line <c>Content-Type</c>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The host and port, as the header line <c>Host</c> tells them.</summary>
    internal string Host
    {
        get
        {
            var name = Url.HostNameType == UriHostNameType.IPv6 ? Url.Host : Url.IdnHost;
            return Url.IsDefaultPort ? name : $"{name}:{Url.Port}";
        }
    }

    internal static Webhook Of(Delivery delivery, PennsieveBehaviour behaviour)
    {
        var context = behaviour.EchoContext(delivery.Run.Parameters.Context);
        var run = delivery.Run with { Parameters = delivery.Run.Parameters with { Context = context } };
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            behaviour.WriteWebhook(writer, run);
            writer.WriteEndObject();
        }
        return behaviour.FinishWebhook(new Webhook("POST", delivery.Url, bytes.WrittenMemory));
    }
}
