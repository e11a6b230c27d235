using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;
using Xunit.Sdk;

[assembly: AssemblyFixture(typeof(Application))]
[assembly: Xunit.v3.Parallelization(Mode = ParallelMode.None)]

namespace SpeechScoop.Browser.Tests.Hosting;

/// <summary>
/// One running application and one browser for all tests; both start with the first test that needs them, so that a
/// machine without Chromium skips quickly.
/// </summary>
public sealed class Application : IAsyncLifetime
{
    private readonly ServerProcess server = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The server, started.</summary>
    internal async Task<ServerProcess> ServerAsync()
    {
        Chromium.Require();
        if (server.Address.Length == 0) await server.StartAsync();
        return server;
    }

    /// <summary>Opens a page with the owner's cookie in a browser profile of its own.</summary>
    /// <param name="view">Size and colours.</param>
    /// <param name="microphone">WAV file that serves as the microphone; null where none is used.</param>
    /// <param name="hasKey">Whether the browser has the owner key.</param>
    /// <param name="allowsMicrophone">Whether the user lets the page use the microphone.</param>
    /// <param name="hasTouch">Whether it is a telephone that is tapped.</param>
    /// <param name="other">A server of the test's own; null for the shared one.</param>
    internal async Task<WatchedPage> OpenAsync(View? view = null, string? microphone = null, bool hasKey = true, bool allowsMicrophone = true, ServerProcess? other = null, bool hasTouch = false)
    {
        Chromium.Require();
        // On a busy machine pages are slow; slow is not wrong.
        Assertions.SetDefaultExpectTimeout(20_000);
        var running = other ?? await ServerAsync();
        playwright ??= await Playwright.CreateAsync();
        var host = microphone is null ? browser ??= await Chromium.LaunchAsync(playwright) : await Chromium.LaunchAsync(playwright, microphone);
        view ??= View.Wide;
        var context = await host.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = running.Address,
            ViewportSize = new ViewportSize { Width = view.Width, Height = view.Height },
            ColorScheme = view.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            Permissions = allowsMicrophone ? ["microphone"] : [],
            HasTouch = hasTouch,
            IsMobile = hasTouch,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(20_000);
        var page = new WatchedPage(await context.NewPageAsync(), running, microphone is null ? null : host);
        if (hasKey) await context.AddCookiesAsync([new Cookie { Name = "speechscoop-key", Value = running.Key, Url = running.Address }]);
        return page;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
        await server.DisposeAsync();
    }
}
