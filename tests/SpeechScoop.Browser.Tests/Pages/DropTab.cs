using Microsoft.Playwright;

namespace SpeechScoop.Browser.Tests.Pages;

/// <summary>Drop: a recording through several tokenizers and bit rates.</summary>
internal sealed class DropTab(WatchedPage page) : LivePage(page, "drop")
{
    private ILocator Rows => Panel.Locator(".stimulus-row");

    /// <summary>Uploads a file and waits until the page shows its name.</summary>
    public async Task UploadAsync(FilePayload file)
    {
        await Panel.Locator("#drop-file").SetInputFilesAsync(file);
        await Assertions.Expect(Panel.Locator(".clip-name")).ToHaveTextAsync(file.Name, new() { Timeout = Patience });
    }

    /// <summary>Uploads a file that the server refuses and returns what the page says.</summary>
    public async Task<string> UploadRefusedAsync(FilePayload file)
    {
        await Panel.Locator("#drop-file").SetInputFilesAsync(file);
        var notice = Panel.Locator(".clip-source [role=alert]");
        await Assertions.Expect(notice).ToBeVisibleAsync(new() { Timeout = Patience });
        return await notice.InnerTextAsync();
    }

    /// <summary>Chooses these numbers of codebooks.</summary>
    public async Task ChooseCodebooksAsync(params IReadOnlyList<int> counts)
    {
        foreach (var offered in new[] { 1, 2, 4, 8 })
            await Panel.GetByLabel($"{offered} codebook{(offered == 1 ? "" : "s")}").SetCheckedAsync(counts.Contains(offered));
    }

    /// <summary>Starts the reconstruction and waits until every clip is there to be heard.</summary>
    public async Task ReconstructAsync()
    {
        await Panel.GetByRole(AriaRole.Button, new() { Name = "Reconstruct" }).ClickAsync();
        await Assertions.Expect(Panel.GetByRole(AriaRole.Button, new() { Name = "Hear the reference" })).ToBeEnabledAsync(new() { Timeout = Patience });
    }

    /// <summary>Labels on the page, without the open reference.</summary>
    public async Task<IReadOnlyList<string>> LabelsAsync() => await Rows.Locator(".blind-label").AllInnerTextsAsync();

    /// <summary>Hears a stimulus by its button and checks that it is the one that sounds.</summary>
    public async Task HearAsync(string label)
    {
        var button = Panel.GetByRole(AriaRole.Button, new() { Name = $"Hear {label}", Exact = true });
        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
    }

    /// <summary>Hears a stimulus by its key: 0 is the reference.</summary>
    public async Task HearByKeyAsync(int key, string label)
    {
        await Page.Keyboard.PressAsync($"{key}");
        await Assertions.Expect(Panel.GetByRole(AriaRole.Button, new() { Name = $"Hear {label}", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    /// <summary>Gives 0 to 100 and waits until the server has it.</summary>
    public async Task RateAsync(string label, int value)
    {
        var slider = Page.GetByRole(AriaRole.Slider, new() { Name = $"Quality of {label}, 0 to 100" });
        var row = Rows.Filter(new() { Has = slider });
        await row.GetByRole(AriaRole.Slider).FillAsync($"{value}");
        await Assertions.Expect(row.Locator(".rating-state")).ToHaveTextAsync("✓ Saved");
    }
}
