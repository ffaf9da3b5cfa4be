using System.Text.Encodings.Web;
using Conformance.Reports.Formats.Html;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Conformance.Reports.Formats;

/// <summary>The run as one HTML file for people: it loads nothing, and shows whatever a target sent as plain text.</summary>
public static class HtmlReport
{
    /// <summary>The whole document.</summary>
    public static async Task<string> Write(RunReport report)
    {
        var services = new ServiceCollection()
            .AddSingleton<HtmlEncoder>(new VisibleHtmlEncoder())
            .BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
            await using (renderer.ConfigureAwait(false))
                return await renderer.Dispatcher.InvokeAsync(() => Render(renderer, report)).ConfigureAwait(false);
        }
    }

    private static async Task<string> Render(HtmlRenderer renderer, RunReport report)
    {
        var parameters = new Dictionary<string, object?> { [nameof(Page.View)] = ReportView.Of(report) };
        var page = await renderer
            .RenderComponentAsync<Page>(ParameterView.FromDictionary(parameters))
            .ConfigureAwait(true);
        return page.ToHtmlString();
    }
}
