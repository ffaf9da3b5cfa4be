using Conformance.Reports;

namespace Conformance.Engine.Exchanges;

/// <summary>Compares content types without their parameters.</summary>
internal static class MediaType
{
    /// <summary>What is wrong with the response's content type, or null.</summary>
    public static string? Problem(ReceivedResponse response, string expected)
    {
        var actual = response.Header("Content-Type");
        if (actual is null)
            return "no content type";
        var type = actual.Split(';')[0].Trim();
        return type.Equals(expected, StringComparison.OrdinalIgnoreCase) ? null : $"content type {actual}";
    }
}
