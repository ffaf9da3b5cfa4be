using System.Text;
using Conformance.Engine.Tests.Http;
using Conformance.Engine.Webhooks;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Webhooks;

/// <summary>Deliveries that no network carried.</summary>
internal static class Deliveries
{
    public static Delivery Of(string body, params ImmutableArray<(string Name, string Value)> headers) =>
        new(
            ManualTime.Beginning,
            "POST",
            "/run7/t0ken",
            [.. headers.Select(h => new Header(h.Name, h.Value))],
            Encoding.UTF8.GetBytes(body)
        );

    /// <summary>The same with a header put in place of those of its name, or taken out where the value is null.</summary>
    public static Delivery With(this Delivery delivery, string name, string? value)
    {
        var others = delivery.Headers.RemoveAll(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return delivery with { Headers = value is null ? others : others.Add(new Header(name, value)) };
    }
}
