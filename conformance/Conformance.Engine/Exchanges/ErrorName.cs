using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Exchanges;

/// <summary>Reads the error's name from where its protocol puts it.</summary>
internal static class ErrorName
{
    /// <summary>
    /// From the header, else from the first of the members that is there; without a namespace that ends in <c>#</c> and
    /// without a URI that begins at <c>:</c>. An error in a stream has its event's name with a capital. Null where there is
    /// none.
    /// </summary>
    public static string? Of(Exchange exchange, ErrorNamePlace? place)
    {
        if (exchange.StreamedError is { } streamed)
            return char.ToUpperInvariant(streamed.Name[0]) + streamed.Name[1..];
        if (place is null)
            return null;
        var name =
            (place.Header is { } header ? exchange.Response?.Header(header) : null)
            ?? place.Members.Select(exchange.Text).FirstOrDefault(text => text is not null);
        if (name is null)
            return null;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0)
            name = name[..colon];
        return name[(name.LastIndexOf('#') + 1)..].Trim();
    }
}
