using Conformance.Reports.Tests.Samples;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Conformance.Reports.Browser.Tests;

public sealed class ReportPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Hostile =
        "</script><script>alert(1)</script><img src=https://target.example/x onerror=alert(2)>\" onfocus=\"alert(3)\u202e\0";

    /// <summary>Elements beyond the right edge that no scrolling box around them holds.</summary>
    private const string TooWide = """
        [...document.body.querySelectorAll("*")]
          .filter((e) => e.getBoundingClientRect().right > innerWidth && !e.closest(".scroll, .hex, .skip-link, .unseen"))
          .map((e) => `${e.localName}.${e.className} in ${e.parentElement.className}`)
        """;

    [Fact]
    public async Task ItAsksForNothingButItself()
    {
        var opened = await browser.Open(SampleReports.WithEverything());
        Assert.Equal([opened.Url], opened.Requested);
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task NothingOfAHostileTargetRunsOrLoads()
    {
        var opened = await browser.Open(SampleReports.Saying(Hostile));
        Assert.Equal([opened.Url], opened.Requested);
        Assert.Empty(opened.Complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task EveryoneCanReadIt(ColorScheme scheme)
    {
        var (page, _) = await browser.Open(SampleReports.WithEverything(), new() { ColorScheme = scheme });
        await UnfoldAll(page);
        var found = await page.RunAxe();
        Assert.Empty(
            found
                .Violations.Where(v => v.Impact is "serious" or "critical" or "moderate")
                .Select(v => $"{v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}")
        );
    }

    [Theory]
    [InlineData(420)]
    [InlineData(800)]
    [InlineData(1_280)]
    public async Task NothingSticksOut(int width)
    {
        var size = new ViewportSize { Width = width, Height = 900 };
        foreach (var report in new[] { SampleReports.WithEverything(), SampleReports.Saying(new string('x', 3_000)) })
        {
            var (page, _) = await browser.Open(report, new() { ViewportSize = size });
            await UnfoldAll(page);
            Assert.Empty(await page.EvaluateAsync<string[]>(TooWide));
            Assert.Equal(width, await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"));
        }
    }

    [Fact]
    public async Task TheFiltersNarrowTheListAndSayHowFar()
    {
        var (page, _) = await browser.Open(SampleReports.WithEverything());
        await page.GetByLabel("Outcome").SelectOptionAsync("failed");
        Assert.Equal((3, "3 of 52 shown"), await Shown(page));
        await page.GetByLabel("Text").FillAsync("modelid maxlength");
        Assert.Equal((1, "1 of 52 shown"), await Shown(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        Assert.Equal((52, "All 52 shown"), await Shown(page));
    }

    [Fact]
    public async Task ALinkToAFailureThatIsFoldedAwayUnfoldsIt()
    {
        var (page, _) = await browser.Open(SampleReports.Large(8));
        Assert.False(await page.Locator("#f3").IsVisibleAsync());
        await page.EvaluateAsync("location.hash = '#f3'");
        await page.Locator("#f3").WaitForAsync();
    }

    [Fact]
    public async Task ACellOfTheMatrixListsItsRequirements()
    {
        var (page, _) = await browser.Open(SampleReports.WithEverything());
        await page.GetByRole(AriaRole.Link, new() { Name = "nova-act/CreateWorkflowRun, constraint: 1 failed" })
            .ClickAsync();
        Assert.Equal((3, "3 of 52 shown"), await Shown(page));
    }

    [Fact]
    public async Task WhatWasTriedUnfoldsFromTheApiToTheConstraintByKeyboard()
    {
        var (page, _) = await browser.Open(SampleReports.WithEverything());
        var row = page.GetByText("one character beyond the limit");
        Assert.False(await row.IsVisibleAsync());
        foreach (var summary in new[] { "nova-act 4 classes", "modelId 4 classes" })
        {
            await page.Locator("summary").Filter(new() { HasText = summary }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        }
        Assert.True(await row.IsVisibleAsync());
    }

    [Fact]
    public async Task ItIsReadableWithoutScript()
    {
        var (page, _) = await browser.Open(SampleReports.WithEverything(), new() { JavaScriptEnabled = false });
        Assert.True(await page.Locator("#requirement-table tbody tr").Last.IsVisibleAsync());
        Assert.False(await page.Locator("form.filters").IsVisibleAsync());
        Assert.False(await page.Locator("button.copy").First.IsVisibleAsync());
    }

    [Fact]
    public async Task ALargeRunStaysUsable()
    {
        var (page, _) = await browser.Open(SampleReports.Large(2_000));
        await page.GetByLabel("Outcome").SelectOptionAsync("passed");
        Assert.Equal((1_000, "1000 of 2000 shown"), await Shown(page));
    }

    private static async Task<(int Rows, string Says)> Shown(IPage page) =>
        (
            await page.Locator("#requirement-table tbody tr:not([hidden])").CountAsync(),
            await page.Locator("#shown").InnerTextAsync()
        );

    private static async Task UnfoldAll(IPage page) =>
        await page.EvaluateAsync("for (const details of document.querySelectorAll('details')) details.open = true;");
}
