using System.Net;
using Conformance.Reports;
using RestSharp;
using RestSharp.Interceptors;

namespace Conformance.Engine.Http;

/// <summary>
/// One request at a time through RestSharp. The lane is used again for later requests, so that RestSharp's request, its
/// cookie jar, our timer and our buffer aren't made anew for each.
/// </summary>
internal sealed class RestSharpLane : Interceptor, IDisposable
{
    private static readonly UriCreationOptions AsItStands = new()
    {
        DangerousDisablePathAndQueryCanonicalization = true,
    };

    private readonly RestClient client;
    private readonly TargetClientOptions options;
    private readonly TimeProvider time;
    private readonly Deadline deadline;
    private readonly RestRequest envelope;
    private readonly BodyIntake body;
    private readonly UriCreationOptions writing;

    private WireRequest request = null!;
    private SentRequest sent = null!;
    private CancellationToken total;
    private ResponseHead? head;
    private Exception? readingFailure;

    internal RestSharpLane(RestClient client, TargetClientOptions options, TimeProvider time, bool hasSockets)
    {
        // In-process hosts take the URI apart, which the one that stands as it is does not allow.
        writing = hasSockets ? AsItStands : default;
        this.client = client;
        this.options = options;
        this.time = time;
        deadline = new Deadline(options.RequestTimeout, time);
        body = new BodyIntake(options, time);
        var nothing = new RestResponse();
        envelope = new RestRequest
        {
            CompletionOption = HttpCompletionOption.ResponseHeadersRead,
            Interceptors = [this],
            // RestSharp's own reading knows no limit; ours is done in AfterHttpRequest.
            AdvancedResponseWriter = (_, _) => nothing,
        };
    }

    public void Dispose()
    {
        body.Dispose();
        deadline.Dispose();
    }

    internal async Task<Attempt> Send(SentRequest sent, WireRequest request, CancellationToken cancellation)
    {
        var start = Begin(sent, request, cancellation);
        try
        {
            var response = await client.ExecuteAsync(envelope, total);
            var took = time.GetElapsedTime(start).TotalMilliseconds;
            // Once the head is here, what RestSharp makes of it (cookies, charsets) is nobody's failure.
            var thrown = readingFailure ?? (head is null ? response.ErrorException : null);
            return new Attempt(ExchangeOf(FailureOf(thrown, cancellation), took), head is not null);
        }
        finally
        {
            End();
        }
    }

    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        requestMessage.Method = HttpMethod.Parse(request.Method);
        requestMessage.RequestUri = new Uri(sent.Url, in writing);
        requestMessage.Version = options.HttpVersion;
        requestMessage.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        requestMessage.Headers.Clear();
        requestMessage.Content = ContentOf(request);
        if (!request.Headers.Has("User-Agent"))
            requestMessage.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        foreach (var (name, value) in request.Headers)
            if (!requestMessage.Headers.TryAddWithoutValidation(name, value))
                requestMessage.Content.Headers.TryAddWithoutValidation(name, value);
        if (request.ContentType is { } contentType)
            requestMessage.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return ValueTask.CompletedTask;
    }

    // RestSharp neither catches what this throws nor disposes the response then, so it keeps the exception instead.
    public override async ValueTask AfterHttpRequest(
        HttpResponseMessage responseMessage,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var status = ResponseHead.StatusIn((int)responseMessage.StatusCode);
            head = new ResponseHead(status, ResponseHeaderLines.Of(responseMessage));
            body.Expect(Streaming.Is(request, head));
            if (!head.EndsTheResponse(request.Method))
                await ReadBody(responseMessage.Content);
        }
        catch (Exception thrown)
        {
            readingFailure = thrown;
        }
    }

    private async Task ReadBody(HttpContent content)
    {
        // HttpClient takes the first of several lengths, where others take the last or reject both: that is no HTTP.
        if (!RawHead.IsChunked(head!.Headers))
            _ = RawHead.ContentLength(head.Headers);
        var stream = await content.ReadAsStreamAsync(total);
        ReadSome read = stream.ReadAsync;
        while (await body.Take(read) > 0 && !body.IsOverfull) { }
    }

    /// <summary>What came of a stream before it broke off is a part of the response; of anything else it is of no use.</summary>
    private Exchange ExchangeOf(TransportFailure? failure, double took) =>
        head is not null && (failure is null || body.IsStream)
            ? new Exchange(sent, body.Response(head, brokenOff: failure), null, took)
            : new Exchange(sent, null, failure ?? Failures.NoHead, took);

    private TransportFailure? FailureOf(Exception? thrown, CancellationToken cancellation)
    {
        if (thrown is null)
            return null;
        cancellation.ThrowIfCancellationRequested();
        var came = head is null ? "no complete head of one" : body.Came(head);
        if (deadline.IsOver)
            return Failures.Timeout(request.Timeout ?? options.RequestTimeout, came);
        return body.IsIdle
            ? Failures.Idle(options.StreamIdleTimeout!.Value, came)
            : Failures.From(thrown, options.Proxy);
    }

    private static HttpContent ContentOf(WireRequest request) =>
        request.Body is { } bytes ? new ReadOnlyMemoryContent(bytes)
        : HeaderLines.GoesWithoutBody(request.Method) ? new NoBody()
        : new ByteArrayContent([]);

    private long Begin(SentRequest sent, WireRequest request, CancellationToken cancellation)
    {
        (this.sent, this.request) = (sent, request);
        (readingFailure, head) = (null, null);
        total = deadline.Start(cancellation, request.Timeout);
        var start = time.GetTimestamp();
        body.Begin(start, total);
        return start;
    }

    // Cookies of one response never reach the next request: the headers are cleared, and the jar is emptied to stay small.
    private void End()
    {
        deadline.Stop();
        body.End();
        if (envelope.CookieContainer is { Count: > 0 })
            envelope.CookieContainer = new CookieContainer();
    }
}
