using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SpeechScoop.Browser.Tests.Pages;

/// <summary>Speak: several recognizers hear the same voice.</summary>
internal sealed class SpeakTab(WatchedPage page) : LivePage(page, "speak")
{
    private ILocator Columns => Panel.GetByRole(AriaRole.Article);

    private ILocator RecordButton => Panel.Locator(".record-button");

    /// <summary>Records from the microphone for some time, stops, and waits until every system is done.</summary>
    /// <returns>What the columns showed just before the recording was stopped, settled words and others.</returns>
    public async Task<string> RecordAsync(TimeSpan length)
    {
        await Assertions.Expect(RecordButton).ToHaveTextAsync("Record");
        await StartAsync();
        await Task.Delay(length);
        var seen = string.Join('\n', await Columns.Locator(".transcript-body").AllInnerTextsAsync());
        await StopAsync();
        return seen;
    }

    /// <summary>Presses Record and waits until audio flows.</summary>
    public async Task StartAsync()
    {
        await RecordButton.ClickAsync();
        await Assertions.Expect(RecordButton).ToHaveTextAsync("Stop");
    }

    /// <summary>Presses Record where the browser gives no microphone, and returns what the page says.</summary>
    public async Task<string> RecordRefusedAsync()
    {
        await RecordButton.ClickAsync();
        var notice = Panel.Locator(".notice");
        await Assertions.Expect(notice).ToBeVisibleAsync();
        await Assertions.Expect(RecordButton).ToHaveTextAsync("Record");
        return await notice.InnerTextAsync();
    }

    /// <summary>Presses Stop and waits until every system is done.</summary>
    public async Task StopAsync()
    {
        await RecordButton.ClickAsync();
        await FinishedAsync();
    }

    /// <summary>Streams a file at the pace of speech.</summary>
    public async Task PlayAsync(string path)
    {
        await Panel.Locator(".recorder .segment").Filter(new() { HasText = "File" }).ClickAsync();
        await Panel.Locator("#speak-file").SetInputFilesAsync(path);
        await Assertions.Expect(RecordButton).ToHaveTextAsync("Play");
        await Panel.GetByLabel("Hear it").SetCheckedAsync(false);
        await RecordButton.ClickAsync();
        await FinishedAsync();
    }

    /// <summary>The final texts, in the order of the columns.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync() => [.. (await Columns.GetByRole(AriaRole.Log).AllInnerTextsAsync()).Select(text => text.Trim())];

    /// <summary>Types what was really said and waits for a score in every column.</summary>
    public async Task ScoreAsync(string reference)
    {
        await Panel.GetByLabel("Reference: what was really said").FillAsync(reference);
        await Panel.GetByRole(AriaRole.Button, new() { Name = "Score" }).ClickAsync();
        await Assertions.Expect(Columns.GetByText("Word errors")).ToHaveCountAsync(await Columns.CountAsync());
    }

    /// <summary>Keeps the result of a column as an output.</summary>
    public async Task KeepAsync(int column)
    {
        await Columns.Nth(column).GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await Assertions.Expect(Columns.Nth(column).GetByText("✓ Kept")).ToBeVisibleAsync();
    }

    private async Task FinishedAsync()
    {
        await Assertions.Expect(RecordButton).ToHaveTextAsync(new Regex("Record|Play"), new() { Timeout = Patience });
        await Assertions.Expect(Columns.GetByText("Finished", new() { Exact = true })).ToHaveCountAsync(await Columns.CountAsync(), new() { Timeout = Patience });
    }
}
