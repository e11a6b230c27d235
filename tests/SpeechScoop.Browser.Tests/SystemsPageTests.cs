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

    [Fact]
    public async Task A_broken_pack_says_what_is_wrong_as_text_and_stops_nothing()
    {
        Chromium.Require();
        var models = Directory.CreateTempSubdirectory("scoop-models-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(models, "broken"));
            await File.WriteAllTextAsync(Path.Combine(models, "broken", "pack.json"), """
                { "schema": "speechscoop/pack/1", "id": "broken", "version": "1.0.0", "title": "<img src=x onerror=alert(1)>", "description": "<b>bold</b>",
                  "task": "recognizer", "family": "ctc", "languages": ["en"], "files": { "model": { "path": "../<i>elsewhere</i>.onnx", "sha256": "00", "bytes": 1 } } }
                """);
            await using var server = new ServerProcess(models);
            await server.StartAsync();
            await using var page = await application.OpenAsync(other: server);
            await page.GoAsync("/systems");
            var card = page.Page.GetByRole(AriaRole.Article);
            await Assertions.Expect(card).ToHaveCountAsync(1);
            await Assertions.Expect(card.GetByText("Broken", new() { Exact = true }).First).ToBeVisibleAsync();
            await Assertions.Expect(card.Locator(".pack-problems")).ToContainTextAsync("files.model");
            Assert.Equal(0, await page.Page.Locator("main img, main b, main i").CountAsync());
            await page.PortrayAsync("systems-broken", View.Narrow, View.Wide);
            await page.GoAsync("/live");
            await Assertions.Expect(page.Page.GetByText("None is ready.").First).ToBeVisibleAsync();
            await page.AssertAccessibleAsync();
            page.AssertQuiet();
        }
        finally
        {
            Directory.Delete(models, recursive: true);
        }
    }
}
