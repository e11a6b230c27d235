using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.ListeningTests;

/// <summary>The two walks of <c>docs/guides/listening-tests.md</c>, with outputs of the included systems. The guide's pictures are taken here.</summary>
public sealed class GuideTests(Application application)
{
    private static readonly string[] Sentences = ["The weather is fine today.", "Please open the window.", "Seven green apples fell down."];

    [Fact]
    public async Task A_mushra_test_of_three_numbers_of_codebooks_goes_from_outputs_to_a_methods_paragraph()
    {
        await using var server = await StartAsync();
        using var api = new Api(server);
        await ReconstructAsync(api);
        await using var page = await application.OpenAsync(other: server);
        await DraftAsync(page, "MUSHRA", "Codebooks of the scoop tokenizer", "Tokenizers", [new("8 codebooks"), new("4 codebooks"), new("1 codebook\\b")], "guide-mushra-new");

        await page.Page.GetByLabel("Completion code").FillAsync("C1A2B3");
        await page.Page.GetByLabel("Redirect after a completed session").FillAsync("https://app.prolific.com/submissions/complete?cc={code}");
        await Assertions.Expect(page.Page.GetByText("All changes are saved")).ToBeVisibleAsync();
        await PrepareAsync(page);
        await page.PortrayAsync("guide-mushra-prepared", View.Wide);
        var link = await PublishAsync(page, api);
        await page.PortrayAsync("guide-mushra-published", View.Wide);

        await using (var listener = await application.OpenAsync(hasKey: false, other: server))
        {
            var listen = new ListenPage(listener);
            await listen.EnterAsync($"{link}?PROLIFIC_PID=person-in-a-browser&STUDY_ID=s1&SESSION_ID=x1");
            await listen.ExpectHeadingAsync("Taking part");
            await listen.Next.ClickAsync();
            await listen.ExpectHeadingAsync("Set your volume");
            await listen.Next.ClickAsync();
            await listen.ExpectReadyAsync();
            await Assertions.Expect(listener.Page.Locator(".rating-slider")).ToHaveCountAsync(6);
            var labels = await listen.SliderLabelsAsync();
            for (var i = 0; i < labels.Count; i++) await listen.Slider(labels[i]).FillAsync($"{(i * 37 % 90) + 8}");
            await listen.HearByKeyAsync("b", "B");
            await listen.ExpectSavedAsync();
            await listener.PortrayAsync("guide-mushra-listener", View.Wide);
        }
        var worth = new Dictionary<string, int> { ["reference"] = 98, ["anchor70"] = 62, ["anchor35"] = 30 };
        await new ScriptedListeners(server, api).ListenAsync(link, 8, "mushra", (stimulus, _, noise) => Math.Clamp(
            (worth.TryGetValue(stimulus, out var mean) ? mean : stimulus.Contains('8') ? 78 : stimulus.Contains('4') ? 66 : 38) + (int)Math.Round(noise * (stimulus == "reference" ? 2 : 14)), 0, 100));

        await page.GoAsync($"/test-results?id={IdOf(page)}");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = "MUSHRA score, means" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByLabel("Profile")).ToHaveValueAsync("bs1534-3");
        await page.PortrayAsync("guide-mushra-results", View.Wide);
        var (methods, _) = await api.TextAsync($"/api/listening-tests/{IdOf(page)}/export/methods.md");
        Assert.Contains("MUSHRA (ITU-R BS.1534-3)", methods, StringComparison.Ordinal);
        Assert.Contains("8 were completed", methods, StringComparison.Ordinal);
        Assert.Contains("SHA-256", methods, StringComparison.Ordinal);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_cmos_test_of_two_voices_goes_from_outputs_to_a_mean_with_its_interval()
    {
        await using var server = await StartAsync();
        using var api = new Api(server);
        var voices = await VoicesAsync(api);
        foreach (var sentence in Sentences) await api.RevealAsync(await api.SpeakAsync(sentence, voices));
        await using var page = await application.OpenAsync(other: server);
        await DraftAsync(page, "CCR (CMOS)", "Two voices", null, [], "guide-cmos-new");
        await PrepareAsync(page);
        var link = await PublishAsync(page, api);

        await using (var listener = await application.OpenAsync(hasKey: false, other: server))
        {
            var listen = new ListenPage(listener);
            await listen.EnterAsync(link);
            await listen.ExpectHeadingAsync("Taking part");
            await listen.Next.ClickAsync();
            await listen.ExpectHeadingAsync("Set your volume");
            await listen.Next.ClickAsync();
            await listen.ExpectReadyAsync();
            await listener.PortrayAsync("guide-cmos-listener", View.Wide);
        }
        var test = (await api.GetAsync($"/api/listening-tests/{IdOf(page)}"))["definition"]!;
        var second = (string)test["conditions"]![1]!["id"]!;
        await new ScriptedListeners(server, api).ListenAsync(link, 10, "ccr", (last, _, noise) => Math.Clamp((int)Math.Round((last == second ? 0.9 : -0.9) + (noise * 2)), -3, 3));

        await page.GoAsync($"/test-results?id={IdOf(page)}");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Comparison mean opinion score", Exact = true })).ToBeVisibleAsync();
        await page.PortrayAsync("guide-cmos-results", View.Wide);
        var (methods, _) = await api.TextAsync($"/api/listening-tests/{IdOf(page)}/export/methods.md");
        Assert.Contains("comparison category rating (ITU-T P.800)", methods, StringComparison.Ordinal);
        Assert.Contains("CMOS of", methods, StringComparison.Ordinal);
        Assert.Contains("loudness was set to -26 LUFS", methods, StringComparison.Ordinal);
        Assert.DoesNotContain("the reference", methods, StringComparison.Ordinal);
        page.AssertQuiet();
    }

    /// <summary>A server of the test's own: what others made must not be among its outputs.</summary>
    private static async Task<ServerProcess> StartAsync()
    {
        Chromium.Require();
        var server = new ServerProcess();
        await server.StartAsync();
        return server;
    }

    /// <summary>The voices that come with the application, first the ones that need no program of the machine.</summary>
    private static async Task<IReadOnlyList<string>> VoicesAsync(Api api)
    {
        var voices = (await api.ReadyAsync("synthesizer")).Where(id => id.StartsWith("scoop-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(2).ToArray();
        Assert.SkipUnless(voices.Length == 2, "needs two included voices");
        return voices;
    }

    private static async Task ReconstructAsync(Api api)
    {
        var voice = (await VoicesAsync(api))[0];
        for (var i = 0; i < 3; i++)
        {
            var spoken = await api.SpeakAsync(Sentences[i], [voice]);
            var clip = await api.UploadAsync(await api.AudioAsync(spoken, "A"), $"sentence {i + 1}.wav");
            await api.ReconstructAsync(clip, "scoop-tokenizer", 1, 4, 8);
        }
    }

    /// <summary>From the page "New test" to a draft.</summary>
    /// <param name="kind">Voices or Tokenizers, where there are both.</param>
    /// <param name="systems">Titles of the conditions; none for all.</param>
    private static async Task DraftAsync(WatchedPage page, string design, string title, string? kind, IReadOnlyList<Regex> systems, string picture)
    {
        await page.GoAsync("/tests?new");
        await page.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new($"^{Regex.Escape(design)}") }).CheckAsync();
        await page.Page.GetByLabel("Title", new() { Exact = true }).FillAsync(title);
        await page.Page.GetByRole(AriaRole.Radio, new() { Name = "Outputs of runs and of the live bench" }).CheckAsync();
        if (kind is not null && await page.Page.GetByRole(AriaRole.Radio, new() { Name = kind }).CountAsync() > 0) await page.Page.GetByRole(AriaRole.Radio, new() { Name = kind }).CheckAsync();
        var choices = page.Page.GetByRole(AriaRole.Group, new() { Name = "Systems" }).GetByRole(AriaRole.Checkbox);
        await Assertions.Expect(choices.First).ToBeVisibleAsync();
        if (systems.Count == 0) foreach (var choice in await choices.AllAsync()) await choice.CheckAsync();
        foreach (var system in systems) await page.Page.GetByRole(AriaRole.Group, new() { Name = "Systems" }).GetByRole(AriaRole.Checkbox, new() { NameRegex = system }).CheckAsync();
        await page.PortrayAsync(picture, View.Wide);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Make the draft" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = title })).ToBeVisibleAsync();
    }

    private static async Task PrepareAsync(WatchedPage page)
    {
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Prepare the audio" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("Every stimulus is prepared.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    /// <returns>The path of a link made on the page.</returns>
    private static async Task<string> PublishAsync(WatchedPage page, Api api)
    {
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("Hash over design, seed and audio")).ToBeVisibleAsync();
        await page.Page.GetByLabel("Label", new() { Exact = true }).FillAsync("Prolific");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByLabel("Address of Prolific")).ToBeVisibleAsync();
        return (string)(await api.GetAsync($"/api/listening-tests/{IdOf(page)}/links"))[0]!["path"]!;
    }

    private static string IdOf(WatchedPage page) => Regex.Match(page.Page.Url, "id=([^&]+)").Groups[1].Value;
}
