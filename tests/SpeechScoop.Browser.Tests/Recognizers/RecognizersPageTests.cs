using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.Recognizers;

/// <summary>From a run of real recognizers to who is best, on what, and where it goes wrong.</summary>
public sealed class RecognizersPageTests(Application application)
{
    [Fact]
    public async Task Recognizers_are_ranked_weighted_and_their_errors_seen_and_heard()
    {
        var dataset = await RunAsync("Two synthetic voices");
        await using var page = await application.OpenAsync();
        await page.GoAsync($"/recognizers?datasets={dataset}&slice=speaker");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Word error rate" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Crown map" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(4);
        await Assertions.Expect(page.Page.Locator(".utterance")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("recognizers", View.All);
        await page.Page.SetViewportSizeAsync(View.Wide.Width, View.Wide.Height);

        await page.Page.GetByRole(AriaRole.Slider, new() { Name = "flite" }).FillAsync("0");
        await Assertions.Expect(page.Page.Locator(".weighting [role=status]")).ToContainTextAsync("King:");
        await page.ExpectAddressAsync("weights=50%2C0");
        await page.Page.GetByRole(AriaRole.Checkbox, new() { Name = "price" }).UncheckAsync();
        await Assertions.Expect(page.Page.Locator(".plot-front")).ToBeVisibleAsync();
        await page.Page.GetByText("Tests of the pair").ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Tests of pairs" })).ToContainTextAsync("−");
        await page.Page.GetByLabel("Normaliser").SelectOptionAsync("whisper-en@1");
        await Assertions.Expect(page.Page.Locator(".recipe")).ToContainTextAsync("whisper-en@1");
        await page.Page.Locator(".word-button").First.ClickAsync();
        await page.Page.Locator(".utterance audio").First.EvaluateAsync("audio => new Promise(done => audio.currentTime > 0 ? done() : audio.addEventListener('timeupdate', done, { once: true }))");
        await page.Page.GetByLabel("System", new() { Exact = true }).SelectOptionAsync("scoop-recognizer/characters");
        await page.Page.Locator(".confusions a").First.ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Show all" })).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Leave out" }).First.ClickAsync();
        await Assertions.Expect(page.Page.GetByText("not ranked: not chosen")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_doubtful_reference_is_judged_blind_by_keyboard_and_scored_anew()
    {
        // Both hear the fox that the reference does not have.
        var dataset = await RunAsync("A wrong word", Recordings.FliteWords.Replace("fox", "hedgehog", StringComparison.Ordinal), "scoop-recognizer/int8");
        await using var page = await application.OpenAsync();
        await page.GoAsync($"/recognizers?datasets={dataset}&references=corrected&terms=fox,station");
        var terms = page.Page.GetByRole(AriaRole.Region, new() { Name = "Terms and numbers" });
        await Assertions.Expect(terms).ToContainTextAsync("All terms");
        await Assertions.Expect(page.Page.GetByText("No reference of these recordings is corrected yet")).ToBeVisibleAsync();
        await page.Page.Locator("summary", new() { HasText = "Is the reference right?" }).ClickAsync();
        await page.Page.GetByLabel("Your name", new() { Exact = true }).FillAsync("Ann");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".reading")).ToHaveCountAsync(2);
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("recognizers-judged", View.All);
        await page.Page.SetViewportSizeAsync(View.Wide.Width, View.Wide.Height);
        for (var left = await LeftAsync(page); left > 0; left--)
        {
            // What systems heard is right where it has the fox; else nothing is to be corrected.
            var first = await page.Page.Locator(".reading strong").First.TextContentAsync();
            var second = await page.Page.Locator(".reading strong").Last.TextContentAsync();
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "First" }).FocusAsync();
            await page.Page.Keyboard.PressAsync(first == "fox" ? "1" : second == "fox" ? "2" : "3");
            await Assertions.Expect(page.Page.Locator(".adjudication [role=status]")).ToContainTextAsync(left == 1 ? "Nothing is left" : $"{left - 1} place");
        }
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Rates on corrected references" })).ToContainTextAsync("1 reference corrected");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Columnheader, new() { Name = "WER, references as delivered" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator(".recipe")).ToContainTextAsync("references=corrected@1#");
        await page.AssertAccessibleAsync();
        page.AssertQuiet();
    }

    private static async Task<int> LeftAsync(WatchedPage page) => int.Parse((await page.Page.Locator(".adjudication [role=status]").TextContentAsync())!.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> RunAsync(string name, string fliteWords = Recordings.FliteWords, string other = "scoop-recognizer/characters")
    {
        using var api = new Api(await application.ServerAsync());
        var items = new List<JsonObject>();
        foreach (var (key, path, words) in new[] { ("flite", Recordings.Flite(), fliteWords), ("espeak", Recordings.Espeak(), Recordings.EspeakWords) })
            items.Add(new JsonObject { ["key"] = key, ["text"] = words, ["clip"] = await api.UploadAsync(await File.ReadAllBytesAsync(path), $"{key}.wav"), ["speaker"] = key });
        var dataset = (string)(await api.PostAsync("/api/datasets", new { name, items }))["id"]!;
        await api.RunAsync(new { dataset, kind = "recognition", plan = new { conditions = new[] { new { systemId = "scoop-recognizer/lexicon" }, new { systemId = other } } } });
        return dataset;
    }
}
