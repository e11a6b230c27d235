using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;

namespace SpeechScoop.Browser.Tests;

/// <summary>What the metrics page says of every metric.</summary>
public sealed class MetricsPageTests(Application application)
{
    [Fact]
    public async Task Every_metric_stands_there_with_what_it_is_blind_to_and_gives_here_what_it_should()
    {
        using var api = new Api(await application.ServerAsync());
        var metrics = (await api.GetAsync("/api/metrics")).AsArray();
        await using var page = await application.OpenAsync();
        await page.GoAsync("/metrics");
        await Assertions.Expect(page.Page.GetByText("give here what they should")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(metrics.Count);
        await Assertions.Expect(page.Page.GetByText("Wrong here")).ToHaveCountAsync(0);
        foreach (var metric in metrics)
            await Assertions.Expect(page.Page.Locator($"[id='metric-{(string)metric!["id"]!}']")).ToContainTextAsync((string)metric!["blindTo"]!);
        var stoi = page.Page.Locator("#metric-stoi");
        await Assertions.Expect(stoi.GetByText("Checked")).ToBeVisibleAsync();
        await Assertions.Expect(stoi.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await Assertions.Expect(stoi).ToContainTextAsync("0.886508");
        await page.AssertAccessibleAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_search_leaves_the_metrics_that_have_its_words()
    {
        await using var page = await application.OpenAsync();
        await page.GoAsync("/metrics");
        await page.Page.GetByLabel("Find a metric").FillAsync("loudness ITU");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator("#metric-loudness")).ToBeVisibleAsync();
        await page.Page.GetByLabel("Find a metric").FillAsync("nothing has this");
        await Assertions.Expect(page.Page.GetByText("No metric has these words")).ToBeVisibleAsync();
        await page.Page.GetByLabel("Find a metric").FillAsync("");
        await page.Page.GetByLabel("Only those that need no reference or text").CheckAsync();
        await Assertions.Expect(page.Page.Locator("#metric-snr")).ToHaveCountAsync(0);
        page.AssertQuiet();
    }
}
