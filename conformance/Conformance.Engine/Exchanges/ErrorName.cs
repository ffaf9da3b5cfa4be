using Conformance.Reports;

namespace Conformance.Engine.Exchanges;

/// <summary>Reads the error's name as the restJson1 protocol carries it.</summary>
public static class ErrorName
{
    /// <summary>
    /// From the header X-Amzn-Errortype, else from the body's <c>__type</c> or <c>code</c>; without a namespace that
    /// ends in <c>#</c> and without a URI that begins at <c>:</c>; an error in a stream has its event's name with a capital.
    /// Null where there is none.
    /// </summary>
    public static string? Of(Exchange exchange)
    {
        if (exchange.StreamedError is { } streamed)
            return char.ToUpperInvariant(streamed.Name[0]) + streamed.Name[1..];
        var name = exchange.Response?.Header("X-Amzn-Errortype") ?? exchange.Text("__type") ?? exchange.Text("code");
        if (name is null)
            return null;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0)
            name = name[..colon];
        return name[(name.LastIndexOf('#') + 1)..].Trim();
    }
}
