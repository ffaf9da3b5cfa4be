using System.Globalization;
using Conformance.Engine.Configuration;
using Conformance.Engine.Http;
using Conformance.Schemas;

namespace Conformance.Engine.Running;

/// <summary>What there is to say of the way to the target: who stands in it, and what was mended by sending again.</summary>
internal static class TargetClientNotes
{
    /// <summary>A sentence for a proxy, and for each kind of trouble that there was.</summary>
    public static IEnumerable<string> Of(Api api, TargetClient client, Route route)
    {
        if (route.Proxy is not null)
            yield return $"{api.Title}: {route.Says}.";
        if (client.Throttled > 0)
            yield return $"{api.Title}: {Count(client.Throttled, "request was", "requests were")} throttled (429, or 503 with Retry-After) and repeated.";
        if (client.Lost > 0)
            yield return $"{api.Title}: {Count(client.Lost, "connection was", "connections were")} closed without a response, and the request sent again.";
        if (client.PassingFaults > 0)
            yield return $"{api.Title}: {Count(client.PassingFaults, "response was a server error (5xx)", "responses were server errors (5xx)")}, gone when the same request was sent again.";
    }

    private static string Count(int number, string one, string many) =>
        number == 1 ? $"1 {one}" : $"{number.ToString(CultureInfo.InvariantCulture)} {many}";
}
