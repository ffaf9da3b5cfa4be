using Conformance.Reports.Formats;
using Microsoft.Playwright;

namespace Conformance.Reports.Browser.Tests;

/// <summary>One browser for all tests, where one is installed.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Installed =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    /// <summary>No sandbox, as containers often run as root; and nothing that would reach out on its own.</summary>
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>In milliseconds: time enough for each step on a busy machine.</summary>
    private const float Patience = 120_000;

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("conformance-");
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Installed, File.Exists) is not { } path)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = path,
                Args = Arguments,
                Timeout = Patience,
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        directory.Delete(recursive: true);
    }

    /// <summary>The report in a fresh window, with what it asked for, complained of and popped up.</summary>
    internal async Task<Opened> Open(RunReport report, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(browser is null, $"no browser in {string.Join(", ", Installed)}: the page was not looked at");
        var file = Path.Combine(directory.FullName, $"{Path.GetRandomFileName()}.html");
        await File.WriteAllTextAsync(file, await HtmlReport.Write(report), TestContext.Current.CancellationToken);
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        var opened = new Opened(page, new Uri(file).AbsoluteUri);
        page.Request += (_, request) => opened.Requested.Add(request.Url);
        page.Console += (_, message) => opened.Complaints.Add(message.Text);
        page.PageError += (_, error) => opened.Complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            opened.Complaints.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        await page.GotoAsync(opened.Url);
        return opened;
    }
}

/// <summary>A report in a browser, and everything that the browser noticed since it was opened.</summary>
internal sealed record Opened(IPage Page, string Url)
{
    public List<string> Requested { get; } = [];

    public List<string> Complaints { get; } = [];
}
