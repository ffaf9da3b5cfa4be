using System.Collections.Concurrent;
using System.Net.Sockets;
using Conformance.Suite.Configuration;
using Microsoft.AspNetCore.Http;

namespace Conformance.Suite.Webhooks;

/// <summary>
/// Where a target's webhooks arrive. Each callback has a path of its own, <c>/RUN/TOKEN</c>; what arrives anywhere else
/// is kept as a stray. Whatever arrives is data: nothing that a sender does ends the receiver.
/// </summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ReceiverOptions _options;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, Callback> _callbacks = new(StringComparer.Ordinal);
    private readonly DeliveryBook _strays;
    private BareServer? _server;

    private WebhookReceiver(ReceiverOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _strays = new DeliveryBook(options.MostDeliveries, time);
    }

    /// <summary>Base URL under which a target reaches the receiver.</summary>
    public Uri PublicUrl => _options.PublicUrl ?? _server!.Address;

    /// <summary>Whether something may stand between the target and the receiver: the two know it under different addresses.</summary>
    public bool IsBehindSomething => _options.PublicUrl is { } url && url.Authority != _server!.Address.Authority;

    /// <summary>What every callback's URL begins with: it differs from machine to machine.</summary>
    public string CallbackBase => $"{PublicUrl.AbsoluteUri.TrimEnd('/')}/{_options.RunId}";

    /// <summary>The callbacks so far, by token.</summary>
    public ImmutableArray<Callback> Callbacks => [.. _callbacks.Values.OrderBy(c => c.Token, StringComparer.Ordinal)];

    /// <summary>Requests that belong to no callback.</summary>
    public ImmutableArray<Delivery> Strays => _strays.Kept;

    /// <summary>Starts to listen.</summary>
    /// <exception cref="ConfigurationException">The address can't be listened on.</exception>
    public static async Task<WebhookReceiver> Start(
        ReceiverOptions options,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        var receiver = new WebhookReceiver(options, time);
        try
        {
            receiver._server = await BareServer.Start(options, receiver.Attend, cancel);
            return receiver;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await receiver.DisposeAsync();
            throw new ConfigurationException(
                $"the receiver of webhooks can't listen on {options.Listen}: {e.Message}; "
                    + "choose another address for webhook.listen, or port 0 for any",
                e
            );
        }
    }

    /// <summary>Opens the callback of this token; the same one again where it is open already.</summary>
    /// <param name="token">Letters and digits that nobody else can guess, drawn from the seed.</param>
    /// <param name="replies">How its deliveries are answered; with 200 where null.</param>
    public Callback Open(string token, Replies? replies = null) =>
        _callbacks.GetOrAdd(
            token,
            _ => new Callback(
                token,
                UrlOf(token),
                replies ?? Replying.Ok,
                new DeliveryBook(_options.MostDeliveries, _time)
            )
        );

    /// <summary>Stops listening; slow answers are given up.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private Uri UrlOf(string token) => new($"{CallbackBase}/{token}");

    private async Task Attend(HttpContext context)
    {
        var delivery = await DeliveryReader.Read(context, _options.LargestBodyBytes, _time.GetUtcNow());
        if (CallbackAt(context.Request.Path) is { } callback)
            await Answer(context, callback.Receive(delivery));
        else
        {
            _strays.Add(delivery);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>A tunnel may put parts of its own in front of the path.</summary>
    private Callback? CallbackAt(PathString path) =>
        path.Value?.TrimEnd('/').Split('/') is [.., var run, var token] && run == _options.RunId
            ? _callbacks.GetValueOrDefault(token)
            : null;

    private async Task Answer(HttpContext context, Reply reply)
    {
        try
        {
            for (; reply is SlowReply slow; reply = slow.Then)
                await slow.Wait(_time, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            reply = Reply.Reset;
        }
        if (reply is StatusReply status)
            context.Response.StatusCode = status.Code;
        else
            context.Abort();
    }
}
