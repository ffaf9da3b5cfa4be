using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Generators;

namespace Conformance.Engine.Tests.Requests;

/// <summary>Sessions of the sample API against a target that takes everything and keeps what it was sent.</summary>
internal sealed class Taking : HttpMessageHandler
{
    private readonly List<(string Target, string Body)> _requests = [];

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<(string Target, string Body)> Requests => _requests;

    /// <summary>What comes back.</summary>
    public string Response { get; init; } = """{"id":"1"}""";

    /// <summary>A session with these fixtures, by name and JSON.</summary>
    public ApiSession Session(PlannedApi planned, params (string Name, string Json)[] fixtures)
    {
        var options = new RunOptions
        {
            Target = new Uri("http://127.0.0.1:1/"),
            RunId = "sample",
            Profile = Profile.Smoke,
            Handler = this,
            Configuration = new RunConfiguration
            {
                Apis = RunConfiguration.NoApis.Add("sample", new ApiConfiguration { Fixtures = Of(fixtures) }),
            },
        };
        return ApiSessions.Open(
            planned,
            options,
            ApiSessions.TargetClient(planned.Api, options),
            new RequestLog("sample")
        );
    }

    public static Fixtures Of(params (string Name, string Json)[] fixtures) =>
        new(fixtures.ToImmutableDictionary(f => f.Name, f => JsonValue.Parse(f.Json)));

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_requests)
            _requests.Add((request.RequestUri!.PathAndQuery, body));
        return new HttpResponseMessage { Content = new StringContent(Response) };
    }
}
