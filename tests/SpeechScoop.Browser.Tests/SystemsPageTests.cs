using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;

namespace SpeechScoop.Browser.Tests;

/// <summary>What the systems page says of the packs.</summary>
public sealed class SystemsPageTests(Application application)
{
    [Fact]
    public async Task Every_pack_stands_there_with_its_state_and_a_ready_one_with_its_card()
    {
        using var api = new Api(await application.ServerAsync());
        var packs = (await api.GetAsync("/api/packs")).AsArray();
        await using var page = await application.OpenAsync();
        await page.GoAsync("/systems");
        var cards = page.Page.GetByRole(AriaRole.Article);
        await Assertions.Expect(cards).ToHaveCountAsync(packs.Count);
        foreach (var pack in packs)
        {
            var card = page.Page.Locator($"[id='pack-{(string)pack!["id"]!}']");
            foreach (var problem in pack["problems"]!.AsArray()) await Assertions.Expect(card).ToContainTextAsync((string)problem!);
        }
        var withCard = packs.First(pack => (bool)pack!["hasCard"]!)!;
        var opened = page.Page.Locator($"[id='pack-{(string)withCard["id"]!}']");
        await opened.GetByText("Model card").ClickAsync();
        await Assertions.Expect(opened.Locator(".model-card").GetByRole(AriaRole.Heading).First).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        page.AssertQuiet();
    }
}
