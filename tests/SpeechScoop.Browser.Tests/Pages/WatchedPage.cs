using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Tests;

namespace SpeechScoop.Browser.Tests.Pages;

/// <summary>
/// A page whose console, errors and requests are watched from the first byte: errors, policy violations, requests to
/// elsewhere and refused requests are collected, for <see cref="AssertQuiet"/>.
/// </summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    /// <summary>What else axe-core could tell is not told: passes and doubts of every element would cost more than the search for violations.</summary>
    private static readonly AxeRunOptions ViolationsOnly = new() { ResultTypes = new HashSet<ResultType> { ResultType.Violations } };

    private readonly ConcurrentQueue<string> complaints = new();
    private readonly List<(IWebSocketRoute ToPage, IWebSocketRoute ToServer)> sockets = [];
    private readonly ServerProcess server;
    private readonly IBrowser? ownBrowser;

    public WatchedPage(IPage page, ServerProcess server, IBrowser? ownBrowser)
    {
        Page = page;
        this.server = server;
        this.ownBrowser = ownBrowser;
        page.Console += (_, message) => { if (message.Type is "error" or "warning") Complain($"console {message.Type}: {message.Text} ({message.Location})"); };
        page.PageError += (_, error) => Complain($"uncaught: {error}");
        page.Dialog += (_, dialog) => { Complain($"dialog: {dialog.Message}"); _ = dialog.DismissAsync(); };
        page.Request += (_, request) => { if (!IsOwn(request.Url)) Complain($"request to elsewhere: {request.Url}"); };
        page.Response += (_, response) => { if (response.Status >= 400) Complain($"{response.Status} for {response.Request.Method} {response.Url}"); };
    }

    public IPage Page { get; }

    /// <summary>Complaints that contain this text are expected in this test.</summary>
    public List<string> Expected { get; } = [];

    /// <summary>Goes to a path of the application.</summary>
    public async Task<IResponse?> GoAsync(string path) => await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });

    /// <summary>From now on the page's WebSockets pass through the test, so that <see cref="CutWebSocketsAsync"/> can cut them. Before the page is opened.</summary>
    public Task CutWebSocketsOnDemandAsync() => Page.RouteWebSocketAsync(_ => true, route =>
    {
        var toServer = route.ConnectToServer();
        sockets.Add((route, toServer));
    });

    /// <summary>Cuts every WebSocket that is open, on both sides.</summary>
    public async Task CutWebSocketsAsync()
    {
        Assert.NotEmpty(sockets);
        // The page reconnects while they are cut: those are new ones, and stay.
        var open = sockets.ToArray();
        sockets.Clear();
        foreach (var (toPage, toServer) in open)
        {
            await toServer.CloseAsync();
            await toPage.CloseAsync(new WebSocketRouteCloseOptions { Code = 3000, Reason = "cut by the test" });
        }
    }

    /// <summary>Waits until the page's address ends as it should; pages write filters into it a moment after they change.</summary>
    public Task ExpectAddressAsync(string end) => Assertions.Expect(Page).ToHaveURLAsync(new Regex($"{Regex.Escape(end)}$"));

    /// <summary>Fails if the page logged an error, broke the content security policy, asked elsewhere or was refused.</summary>
    public void AssertQuiet()
    {
        var unexpected = complaints.Where(complaint => !Expected.Any(text => complaint.Contains(text, StringComparison.Ordinal))).ToArray();
        Assert.True(unexpected.Length == 0, $"{Page.Url}:\n{string.Join('\n', unexpected)}\nserver:\n{server.Log}");
    }

    /// <summary>Fails if axe-core finds anything on the page as it stands.</summary>
    public async Task AssertAccessibleAsync()
    {
        var findings = await AccessibilityFindingsAsync();
        Assert.True(findings.Count == 0, $"{Page.Url}:\n{string.Join('\n', findings)}");
    }

    /// <summary>
    /// What axe-core finds, a line for each element. The document's root stands for the page: the whole page is searched, rules for
    /// whole pages included, without the second page that a search across frames opens each time; no page here has frames.
    /// </summary>
    public async Task<IReadOnlyList<string>> AccessibilityFindingsAsync()
    {
        var found = await Page.Locator("html").RunAxe(ViolationsOnly);
        return [.. found.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id} ({rule.Impact}): {rule.Help}\n  {node.Html}\n  {node.Target}"))];
    }

    /// <summary>Fails if anything reaches beyond the window's width, so that a telephone would scroll sideways.</summary>
    private async Task AssertFitsAsync()
    {
        var surplus = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(surplus <= 0, $"{Page.Url} is {surplus} px wider than its window of {Page.ViewportSize?.Width} px");
    }

    /// <summary>How far things have moved without the user's doing since the page was opened (Cumulative Layout Shift).</summary>
    public Task<double> LayoutShiftAsync() => Page.EvaluateAsync<double>("""
        () => new Promise(resolve => {
          let sum = 0;
          new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value; })
            .observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 50);
        })
        """);

    /// <summary>Gives the window this size and these colours.</summary>
    public async Task ViewAsync(View view)
    {
        await Page.SetViewportSizeAsync(view.Width, view.Height);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = view.IsDark ? ColorScheme.Dark : ColorScheme.Light });
    }

    /// <summary>Looks at the page as it stands in these views: it fits each, and each is written to <c>artifacts/screenshots/NAME-VIEW.png</c>.</summary>
    public async Task PortrayAsync(string name, params IReadOnlyList<View> views)
    {
        foreach (var view in views)
        {
            await ViewAsync(view);
            await AssertFitsAsync();
            var path = Path.Combine(SharedMaterial.RepositoryRoot, "artifacts", "screenshots", $"{name}-{view}.png");
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        if (ownBrowser is not null) await ownBrowser.CloseAsync();
    }

    private void Complain(string text) => complaints.Enqueue(text);

    private bool IsOwn(string url) => url.StartsWith(server.Address, StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal)
        || url.StartsWith("data:", StringComparison.Ordinal);
}
