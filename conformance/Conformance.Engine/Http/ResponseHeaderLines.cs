using System.Net.Http.Headers;
using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>The header lines of a response as they came, repeated ones each for itself.</summary>
internal static class ResponseHeaderLines
{
    internal static ImmutableArray<Header> Of(HttpResponseMessage response)
    {
        var general = response.Headers.NonValidated;
        var content = response.Content.Headers.NonValidated;
        var lines = ImmutableArray.CreateBuilder<Header>(general.Count + content.Count);
        AddAll(lines, general);
        AddAll(lines, content);
        return lines.DrainToImmutable();
    }

    private static void AddAll(ImmutableArray<Header>.Builder lines, HttpHeadersNonValidated headers)
    {
        foreach (var (name, values) in headers)
        foreach (var value in values)
            lines.Add(new Header(name, value));
    }
}
