using System.Text.Json;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Counts what is in a collection, by the operation that lists it.</summary>
internal static class Listing
{
    private const int MostPages = 20;

    /// <summary>How many are in the collection that the request creates in; null where the target can't list them to the end.</summary>
    public static async Task<int?> Count(this Resource resource, TestSession test, RequestDraft creation)
    {
        if (resource.WhyNotCounted(test) is not null || resource.Lists is not { } list)
            return null;
        var array = list.Success.Members.First(m => m.Kind == JsonKind.Array);
        var paging = PagingToken(list);
        var count = 0;
        string? token = null;
        for (var page = 0; page < MostPages; page++)
        {
            var request = Addressing.Listed(test, list, creation, QueryOf(list, paging, token));
            if (token is not null)
                request = request with { Given = request.Given.Add(Uri.EscapeDataString(token)) };
            var exchange = await test.Send(request, "the list of what is there");
            if (!exchange.IsAccepted() || exchange.Json() is not { ValueKind: JsonValueKind.Object } body)
                return null;
            if (ExchangeReading.Member(body, array.WireName) is not { ValueKind: JsonValueKind.Array } items)
                return null;
            count += items.GetArrayLength();
            token = paging is null ? null : exchange.Text(paging.WireName);
            if (token is null)
                return count;
        }
        return null;
    }

    /// <summary>Why what is there can't be counted, in words; null where nothing is known that keeps it from that.</summary>
    public static string? WhyNotCounted(this Resource resource, TestSession test) =>
        resource.Lists is not { } list ? $"no operation lists what {resource.Creation.Id} creates"
        : resource.Parent is null ? $"others may create beside it what {list.Id} lists"
        : Support.WhyNot(test, list);

    /// <summary>Why the count broke off, in words.</summary>
    public static string WhyNoCount(this Resource resource, TestSession test) =>
        resource.WhyNotCounted(test) ?? $"{resource.Lists!.Id} did not list what is there to its end";

    /// <summary>The member of the response that a query asks for the next page with; null where there is none.</summary>
    private static Member? PagingToken(Operation list) =>
        list.Success.Members.FirstOrDefault(m =>
            m.Kind == JsonKind.String && list.Parameters.Any(p => p.Place == Place.Query && p.Name == m.Name)
        );

    /// <summary>Pages as large as they may be.</summary>
    private static string QueryOf(Operation list, Member? paging, string? token)
    {
        var sizes = list.Parameters.Where(p => p.Place == Place.Query && p.Find<Maximum>() is not null).ToList();
        var size = sizes is [var only] ? $"{only.Name}={only.Find<Maximum>()!.Limit:0}" : "";
        var next = token is null ? "" : $"{paging!.Name}={Uri.EscapeDataString(token)}";
        return string.Join('&', new[] { size, next }.Where(part => part.Length > 0));
    }
}
