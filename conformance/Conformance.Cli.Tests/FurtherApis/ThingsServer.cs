using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Conformance.Cli.Tests.FurtherApis;

/// <summary>The API of schemas/examples/things, right or wrong in one point.</summary>
/// <param name="fault">What it does wrong; empty for nothing.</param>
internal sealed partial class ThingsServer(string fault)
{
    private readonly ConcurrentDictionary<string, string> _byId = new();
    private readonly Dictionary<string, string> _byToken = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new();
    private readonly Lock _gate = new();
    private int _made;

    public async Task Attend(HttpContext http)
    {
        var id = http.Request.Path.Value![1..].Split('/') is ["things", var named] ? named : null;
        if (http.Request.Headers.Authorization.Count == 0 && fault != "AsksForNoCredentials")
            await Respond(http, 401, new { message = "who are you?" });
        else if (http.Request.Method == "POST" && id is null)
            await Create(http);
        else if (id is null || !_byId.TryGetValue(id, out var name))
            await Respond(
                http,
                fault == "FindsWhatIsNotThere" && id is not null ? 200 : 404,
                new
                {
                    message = "no such thing",
                    id,
                    name = "ghost",
                }
            );
        else if (http.Request.Method == "DELETE")
            await Respond(http, fault == "KeepsWhatIsDeleted" || _byId.TryRemove(id, out _) ? 204 : 404, null);
        else
            await Respond(http, 200, new { id, name = fault == "ShowsAnotherName" ? "x" + name : name });
    }

    private async Task Create(HttpContext http)
    {
        var (name, token) = await Read(http.Request);
        if (name is null)
            await Respond(http, fault == "FailsOnBadJson" && token == "bad" ? 500 : 400, new { message = "invalid" });
        else if (fault == "RacesForNames" && !_byId.Values.Contains(name) && token is null)
            await Race(http, name);
        else
            await Respond(http, Made(name, token));
    }

    private (int Status, object Body) Made(string name, string? token)
    {
        var key = fault == "IgnoresTheCaseOfTokens" ? token?.ToLowerInvariant() : token;
        lock (_gate)
        {
            if (key is not null && fault != "ForgetsTokens" && _byToken.TryGetValue(key, out var first))
                return (201, new { id = first, name = _byId.GetValueOrDefault(first, name) });
            if (_byId.Values.Contains(name) && fault is not ("AllowsDuplicates" or "ForgetsTokens" or "RacesForNames"))
                return (409, new { message = "taken" });
            var id = $"t-{++_made}";
            _byId[id] = name;
            if (key is not null)
                _byToken[key] = id;
            return (201, fault == "GivesNoName" ? new { id } : new { id, name });
        }
    }

    /// <summary>Looks whether the name is free, waits a little for a rival that does the same, and only then takes it.</summary>
    private async Task Race(HttpContext http, string name)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_waiting.TryAdd(name, mine))
            await mine
                .Task.WaitAsync(TimeSpan.FromMilliseconds(30))
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else
            _waiting[name].TrySetResult();
        await Respond(http, Made(name, null));
    }

    /// <summary>The name and the token; no name where the request is invalid.</summary>
    private async Task<(string? Name, string? Token)> Read(HttpRequest request)
    {
        using var text = new StreamReader(request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            using var json = JsonDocument.Parse(await text.ReadToEndAsync());
            var (name, token) = (Text(json, "name"), Text(json, "clientToken"));
            return name is not null && Name().IsMatch(name) && (token is null || Token().IsMatch(token))
                ? fault != "TakesLongNames" && name.Length > 10
                    ? (null, null)
                    : (name, token)
                : (null, null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            return (null, "bad");
        }
    }

    private static string? Text(JsonDocument json, string member) =>
        json.RootElement.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.GetString()
            : null;

    private static Task Respond(HttpContext http, (int Status, object Body) response) =>
        Respond(http, response.Status, response.Body);

    private static Task Respond(HttpContext http, int status, object? body)
    {
        http.Response.StatusCode = status;
        return body is null ? Task.CompletedTask : http.Response.WriteAsJsonAsync(body, http.RequestAborted);
    }

    [GeneratedRegex(@"\A[a-z]+\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[A-Za-z0-9]{8,64}\z")]
    private static partial Regex Token();
}
