using Conformance.Engine.Http;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Requests;
using Conformance.Engine.Webhooks;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Scripted;

/// <summary>
/// A target that is a function in the test: requests in, responses out, every request remembered. There is no server, no
/// socket and no waiting.
/// </summary>
/// <param name="script">Gives the response to each request; never asked for two at the same time.</param>
internal sealed class ScriptedTarget(Func<ScriptedRequest, ScriptedResponse> script) : HttpMessageHandler
{
    public const string RunId = "kit";

    public static readonly Uri Url = new("http://target.test/");

    // To read all patterns takes half a second.
    public static readonly ValueSource Values = new();

    private readonly Lock gate = new();
    private readonly List<ScriptedRequest> requests = [];
    private readonly List<TargetClient> couriers = [];

    /// <summary>The clock of everything that speaks to the target.</summary>
    public ScriptedTime Time { get; } = new();

    /// <summary>What came, in order.</summary>
    public ImmutableArray<ScriptedRequest> Requests
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    /// <summary>A target that gives these responses one after the other, and the last one again and again.</summary>
    public static ScriptedTarget InTurn(params ImmutableArray<ScriptedResponse> responses) =>
        new(request => responses[Math.Min(request.Turn, responses.Length) - 1]);

    public TargetClient TargetClient(TargetClientOptions? options = null)
    {
        var patient = (options ?? new TargetClientOptions()) with { RequestTimeout = ScriptedTime.RequestTimeout };
        var client = new TargetClient(Url, patient, null, Time, this);
        lock (gate)
            couriers.Add(client);
        return client;
    }

    /// <summary>What a run against it does.</summary>
    public RunOptions Options() =>
        new()
        {
            Target = Url,
            RunId = RunId,
            Profile = Profile.Smoke,
            Parallelism = 1,
            Handler = this,
            Values = Values,
            ReportsCoverage = false,
        };

    /// <summary>A session of this API with these fixtures, by name and JSON.</summary>
    public ApiSession Session(Api api, params (string Name, string Json)[] fixtures) =>
        new(
            api,
            TargetClient(),
            Profile.Smoke,
            Taking.Of(fixtures),
            Values,
            new Draw(1, RunId, Profile.Smoke.RandomValues).For(api.Name),
            new RequestLog(RunId),
            new InvariantWatch([]),
            new Ledger()
        )
        {
            Target = Url,
            Time = Time,
            Webhooks = new WebhookSession(null, RunId, Url, Time),
        };

    /// <summary>Where a requirement of the operation is tested, with these fixtures.</summary>
    public TestSession Bench(Operation operation, params (string Name, string Json)[] fixtures) =>
        Bench(Session(Made.Api(operation), fixtures), operation);

    public static TestSession Bench(
        ApiSession session,
        Operation operation,
        string id = "it/holds",
        string[]? interpretations = null
    ) =>
        new(
            session,
            new Requirement(
                $"{operation.Api}/{operation.Id}/{id}",
                operation.Api,
                operation.Id,
                RequirementGroup.State,
                Level.Must,
                [operation.Source],
                "It holds.",
                [.. interpretations ?? []]
            ),
            operation,
            TestContext.Current.CancellationToken
        );

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        ScriptedResponse response;
        lock (gate)
        {
            requests.Add(
                new ScriptedRequest(
                    requests.Count + 1,
                    request.Method.Method,
                    request.RequestUri!.PathAndQuery,
                    body,
                    [.. request.Headers.Select(h => new Header(h.Key, string.Join(", ", h.Value)))]
                )
            );
            response = script(requests[^1]);
        }
        if (response.Failure == TransportFailureKind.Timeout)
        {
            Time.RunOut();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        return response.Failure is { } failure ? throw Thrown(failure) : response.ToMessage();
    }

    protected override void Dispose(bool disposing)
    {
        couriers.ForEach(client => client.Dispose());
        base.Dispose(disposing);
    }

    private static HttpRequestException Thrown(TransportFailureKind kind) =>
        new(
            kind switch
            {
                TransportFailureKind.Unreachable => HttpRequestError.ConnectionError,
                TransportFailureKind.Tls => HttpRequestError.SecureConnectionError,
                TransportFailureKind.Malformed => HttpRequestError.InvalidResponse,
                _ => HttpRequestError.ResponseEnded,
            },
            "as the script says"
        );
}
