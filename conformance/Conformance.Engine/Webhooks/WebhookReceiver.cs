using System.Collections.Concurrent;
using System.Net.Sockets;
using Conformance.Engine.Configuration;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conformance.Engine.Webhooks;

/// <summary>
/// Where a target's webhooks arrive. Each callback has a path of its own, <c>/RUN/TOKEN</c>; what arrives anywhere else
/// is turned away. Whatever arrives is data: nothing that a sender does ends the receiver.
/// </summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    // Whoever writes a URL in other letters still means this callback: then it is the URL that is wrong, not the silence.
    private static readonly StringComparer AnyCase = StringComparer.OrdinalIgnoreCase;

    private readonly ReceiverOptions _options;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, Callback> _callbacks = new(AnyCase);
    private readonly DeliveryBook _misdirected;
    private readonly DeliveryBook _strays;
    private readonly Visitors _visitors;
    private BareServer? _server;

    private WebhookReceiver(ReceiverOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _misdirected = NewBook();
        _strays = NewBook();
        _visitors = new Visitors(options);
    }

    /// <summary>Base URL under which a target reaches the receiver.</summary>
    public Uri PublicUrl => _options.PublicUrl ?? _server!.Address;

    /// <summary>Whether something may stand between the target and the receiver: the two know it under different addresses.</summary>
    public bool IsBehindSomething => _options.PublicUrl is { } url && url.Authority != _server!.Address.Authority;

    /// <summary>What every callback's URL begins with: it differs from machine to machine.</summary>
    public string CallbackBase => $"{PublicUrl.AbsoluteUri.TrimEnd('/')}/{_options.RunId}";

    /// <summary>The callbacks so far, by token.</summary>
    public ImmutableArray<Callback> Callbacks => [.. _callbacks.Values.OrderBy(c => c.Token, StringComparer.Ordinal)];

    /// <summary>Requests to paths of this run that are no callback's, with as much of their bodies as strays may have.</summary>
    public ImmutableArray<Delivery> Misdirected => _misdirected.Kept;

    /// <summary>Whether more of them have arrived than are kept.</summary>
    public bool HasOverflowed => _misdirected.Count > Misdirected.Length;

    /// <summary>The first lines of requests to any other path. They are a stranger's, and no evidence.</summary>
    public ImmutableArray<Delivery> Strays => _strays.Kept;

    /// <summary>How many of those have arrived, those included that are not kept.</summary>
    public int StrayCount => _strays.Count;

    /// <summary>Connections closed for want of room: a webhook may have been among them.</summary>
    public int TurnedAway => _visitors.TurnedAway;

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
            receiver._server = await BareServer.Start(options, receiver.Attend, cancel, receiver._visitors.Admit);
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
    /// <param name="replies">What its deliveries get; 200 where null.</param>
    /// <param name="form">How its URL is written; with nothing behind the token, and nothing taken there, where null.</param>
    public Callback Open(string token, Replies? replies = null, CallbackForm? form = null) =>
        _callbacks.GetOrAdd(
            token,
            _ => new Callback(token, AddressOf(token, form), form is not null, replies ?? Replying.Ok, NewBook())
        );

    /// <summary>Stops listening; slow responses are given up.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private string AddressOf(string token, CallbackForm? form) =>
        form is null ? $"{CallbackBase}/{token}" : $"{form.BaseOf(CallbackBase)}/{token}{form.Tail}";

    private DeliveryBook NewBook() => new(_options.MostDeliveries, _options.MostBytes, _time);

    private async Task Attend(HttpContext context)
    {
        // A connection that is used once is never closed under a request that is just being sent on it.
        context.Response.Headers.Connection = "close";
        var path = context.Request.Path.Value?.TrimEnd('/').Split('/') ?? [];
        if (CallbackAt(path) is not { } callback)
            await TurnAway(context, path.Contains(_options.RunId, AnyCase));
        else if (_visitors.Expect(context.Features.GetRequiredFeature<LinkedListNode<ConnectionContext>>()))
            await Response(context, await callback.Receive(Read, _options.LargestBodyBytes));

        Task<Delivery> Read(int mostBytes) =>
            DeliveryReader.Read(
                context,
                mostBytes,
                _time.GetUtcNow(),
                new TimeLimit(_options.TimeForBody, _options.ConnectionTime)
            );
    }

    /// <summary>A tunnel may put parts of its own in front of the path.</summary>
    private Callback? CallbackAt(string[] path)
    {
        for (var at = 0; at < path.Length - 1; at++)
            if (
                AnyCase.Equals(path[at], _options.RunId)
                && _callbacks.GetValueOrDefault(path[at + 1]) is { } callback
                && (callback.TakesAnyTail || at == path.Length - 2)
            )
                return callback;
        return null;
    }

    /// <summary>
    /// Responds with 404. The body is looked at only where the path names the run, which a stranger can't know; it is taken off the
    /// wire as far as strays may go, so that its sender can read the response.
    /// </summary>
    private async Task TurnAway(HttpContext context, bool namesTheRun)
    {
        // Whoever expects to be told to go on is told 404, and sends no body.
        var sendsNone = !namesTheRun && context.Request.Headers.Expect.Count > 0;
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = sendsNone
            ? 0
            : _options.LargestStrayBytes;
        var now = _time.GetUtcNow();
        if (namesTheRun)
            _misdirected.Add(await DeliveryReader.Read(context, _options.LargestStrayBytes, now));
        else
            _strays.Add(DeliveryReader.FirstLine(context, now));
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        await context.Response.CompleteAsync();
        if (!namesTheRun)
            await DeliveryReader.Read(context, largestBodyBytes: 0, now);
    }

    private async Task Response(HttpContext context, Reply reply)
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
