using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Conformance.Reports.Formats.Html;

/// <summary>Renders a page without a server.</summary>
internal static class PageRendering
{
    /// <summary>The whole document.</summary>
    /// <param name="parameter">Name of the page's one parameter.</param>
    /// <param name="view">Its value.</param>
    public static async Task<string> Of<TPage>(string parameter, object view)
        where TPage : IComponent
    {
        var services = new ServiceCollection()
            .AddSingleton<HtmlEncoder>(new VisibleHtmlEncoder())
            .BuildServiceProvider();
        await using (services)
        {
            var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
            await using (renderer)
                return await renderer.Dispatcher.InvokeAsync(() =>
                    Render<TPage>(renderer, new() { [parameter] = view })
                );
        }
    }

    private static async Task<string> Render<TPage>(HtmlRenderer renderer, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));
        return page.ToHtmlString();
    }
}
