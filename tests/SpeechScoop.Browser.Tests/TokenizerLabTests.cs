using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.TestSounds;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;
using SpeechScoop.Tests;

namespace SpeechScoop.Browser.Tests;

/// <summary>From recordings to a finding: a run in the tokenizer laboratory, looked at, listened to, and handed to listeners. The guide's pictures are taken here.</summary>
public sealed class TokenizerLabTests(Application application)
{
    [Fact]
    public async Task Three_clips_of_two_domains_go_through_a_tokenizer_and_baselines_and_end_in_a_mushra_test()
    {
        await using var server = await StartAsync();
        await using var page = await application.OpenAsync(other: server);
        await page.GoAsync("/tokenizer-lab");
        await Assertions.Expect(page.Page.GetByText("There is no reconstruction run yet")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("tokenizer-lab-empty", View.NarrowDark, View.Wide);

        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Make a run" }).ClickAsync();
        await AddAsync(page, "Animal", Sounds("bird-chirps", "click-train"));
        await AddAsync(page, "Music", Sounds("plucked-chords"));
        await ChooseAsync(page, "Scoop tokenizer", "2 codebooks", "8 codebooks");
        await ChooseAsync(page, "µ-law", "8 bits");
        await ChooseAsync(page, "Low-pass", "3.5 kHz");
        await ChooseAsync(page, "Opus");
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("tokenizer-lab-new", View.NarrowDark, View.Narrow, View.WideDark, View.Wide);
        await Assertions.Expect(page.Page.GetByText("3 clips × 4 conditions = 12 reconstructions")).ToBeVisibleAsync();
        await page.Page.GetByLabel("Title").FillAsync("Chirps, clicks and chords");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Start the run" }).ClickAsync();

        await FinishedAsync(page);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Chirps, clicks and chords");
        await page.Page.GetByLabel("Metric").SelectOptionAsync("si-sdr");
        foreach (var domain in new[] { "All domains", "Animal", "Music" })
            await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = $"over bit rate, {domain}: Scoop tokenizer, 2 codebooks" })).ToBeVisibleAsync();
        // Speech metrics say why they have nothing to say about birds.
        var refused = page.Page.GetByText(new Regex("not valid for these clips"));
        await refused.ClickAsync();
        await Assertions.Expect(page.Page.Locator(".lab-refusals")).ToContainTextAsync("STOI");

        var worst = page.Page.GetByRole(AriaRole.Region, new() { Name = "Worst clips first" }).GetByRole(AriaRole.Row);
        await Assertions.Expect(worst).ToHaveCountAsync(11);
        await worst.Nth(1).GetByRole(AriaRole.Button).ClickAsync();
        await page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Reconstruction" }).SelectOptionAsync(new SelectOptionValue { Label = "Scoop tokenizer, 8 codebooks" });
        await LookAsync(page);
        await ListenAsync(page);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Group, new() { Name = "Tokens of Scoop tokenizer, 8 codebooks" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = "Perplexity of Scoop tokenizer" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("tokenizer-lab", View.NarrowDark, View.Narrow, View.WideDark, View.Wide);
        page.AssertQuiet();

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Make a MUSHRA test" }).ClickAsync();
        await page.Page.WaitForURLAsync("**/test?id=*");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Chirps, clicks and chords");
        using var api = new Api(server);
        var test = await api.GetAsync($"/api/listening-tests/{Regex.Match(page.Page.Url, "id=([^&]+)").Groups[1].Value}");
        var written = test.ToJsonString();
        Assert.Contains("anchor35", written, StringComparison.Ordinal);
        Assert.Contains("baseline/mu-law", written, StringComparison.Ordinal);
        Assert.DoesNotContain("baseline/low-pass", written, StringComparison.Ordinal);
        page.AssertQuiet();
    }

    [Fact]
    public async Task Generated_sounds_tell_a_neural_codec_from_opus_and_mu_law_in_every_domain()
    {
        await using var server = await StartAsync();
        using var api = new Api(server);
        var systems = (await api.GetAsync("/api/tokenizer-lab/systems")).AsArray();
        Assert.SkipUnless((bool)systems.Single(system => (string?)system!["id"] == "baseline/opus")!["usable"]!, "needs the program ffmpeg with libopus");
        var sounds = await api.PostAsync("/api/tokenizer-lab/test-sounds", new { perKind = 1 });
        object[] conditions =
        [
            .. new[] { 1, 2, 4, 8 }.Select(codebooks => new { systemId = "scoop-tokenizer", settings = new { codebooks } }), new { systemId = "baseline/mu-law", settings = new { bits = 8 } },
            .. new[] { 3500, 7000 }.Select(hertz => new { systemId = "baseline/low-pass", settings = new { hertz } }), .. new[] { 6, 12, 24 }.Select(kbps => new { systemId = "baseline/opus", settings = new { kbps } }),
        ];
        var run = await api.PostAsync("/api/runs", new
        {
            dataset = (string)sounds["id"]!, kind = "reconstruction", title = "A speech tokenizer and other sounds",
            plan = new { conditions, metrics = new[] { "mel-distance", "mr-stft", "lsd", "si-sdr", "stoi" } },
        });
        await using var page = await application.OpenAsync(other: server);
        await page.GoAsync($"/tokenizer-lab?run={(string)run["id"]!}&metric=mel-distance");
        await FinishedAsync(page);
        foreach (var domain in new[] { "Animal", "Environment", "Music", "Singing" })
            await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = $"over bit rate, {domain}: Scoop tokenizer, 1 codebook" })).ToBeVisibleAsync();
        var analysis = await api.GetAsync($"/api/tokenizer-lab/{(string)run["id"]!}/metrics/mel-distance");
        var all = analysis["panels"]!.AsArray().Single(panel => panel!["domain"] is null)!["points"]!.AsArray().ToDictionary(point => (string)point!["condition"]!, point => point!);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', all.Select(point => $"{point.Key}: {point.Value["bitRate"]} bit/s, {point.Value["mean"]} [{point.Value["low"]}, {point.Value["high"]}]")));
        double Mean(string condition) => (double)all[condition]["mean"]!;
        Assert.True(Mean("scoop-tokenizer?codebooks=8") < Mean("scoop-tokenizer?codebooks=1"), "more codebooks come closer");
        Assert.True(Mean("baseline/opus?kbps=24") < Mean("scoop-tokenizer?codebooks=8"), "a codec for all sounds at seven times the bits comes closer");
        await page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Clip" }).SelectOptionAsync(new SelectOptionValue { Label = "bird-chirps-1 (animal)" });
        await page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Reconstruction" }).SelectOptionAsync(new SelectOptionValue { Label = "Scoop tokenizer, 8 codebooks" });
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Group, new() { Name = "Hear", Exact = true }).GetByRole(AriaRole.Button)).ToHaveCountAsync(11);
        await ExpectDrawnAsync(page);
        await PictureAsync(page.Page.Locator("section[aria-labelledby=rate]"), "guide-tokenizers-rate");
        await PictureAsync(page.Page.Locator("section[aria-labelledby=worst]"), "guide-tokenizers-worst");
        await PictureAsync(page.Page.Locator("#clip"), "guide-tokenizers-clip");
        await PictureAsync(page.Page.Locator("section[aria-labelledby=codebooks]"), "guide-tokenizers-codebooks");
        page.AssertQuiet();
    }

    [Fact]
    public async Task Spectrograms_of_30_seconds_are_drawn_soon_after_their_data_and_share_their_view()
    {
        await using var server = await StartAsync();
        using var api = new Api(server);
        var run = await RunAsync(api, Repeated(Sounds("sweep")[0].Clip, 30), "baseline/mu-law", new { bits = 8 });
        await using var page = await application.OpenAsync(other: server);
        await page.GoAsync($"/tokenizer-lab?run={run}");
        await FinishedAsync(page);
        await ExpectDrawnAsync(page);
        var drawn = await DrawnAsync(page);
        TestContext.Current.TestOutputHelper?.WriteLine($"spectrograms of 30 s: drawn {string.Join(", ", drawn.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each:0.0}")))} ms after their data");
        Assert.Equal(3, drawn.Length);

        // A box over one of them is the view of all.
        var touch = page.Page.GetByRole(AriaRole.Group, new() { Name = "Original: zoom and move", Exact = true });
        await touch.ScrollIntoViewIfNeededAsync();
        var box = (await touch.BoundingBoxAsync())!;
        await page.Page.Mouse.MoveAsync(box.X + (box.Width * 0.2f), box.Y + (box.Height * 0.25f));
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + (box.Width * 0.4f), box.Y + (box.Height * 0.75f), new MouseMoveOptions { Steps = 4 });
        await page.Page.Mouse.UpAsync();
        await Assertions.Expect(page.Page.Locator("canvas.spectrogram-image").Nth(0)).ToHaveAttributeAsync("aria-label", new Regex("6\\.\\d+ to 1[12]\\.\\d+\u202fs, [456]\\.?\\d*\u202fkHz to 18"));
        await Assertions.Expect(page.Page.Locator("canvas.spectrogram-image").Nth(2)).ToHaveAttributeAsync("aria-label", new Regex("6\\.\\d+ to 1[12]\\.\\d+\u202fs"));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("canvas.spectrogram-image").Nth(1)).ToHaveAttributeAsync("aria-label", new Regex("0\\.00 to 30\\.00\u202fs, 0\u202fHz to 24\u202fkHz"));
        page.AssertQuiet();
    }

    [Fact]
    public async Task On_a_telephone_two_fingers_zoom_and_one_moves_what_is_shown()
    {
        await using var server = await StartAsync();
        using var api = new Api(server);
        var run = await RunAsync(api, Repeated(Sounds("sweep")[0].Clip, 4), "baseline/mu-law", new { bits = 6 });
        await using var page = await application.OpenAsync(View.Narrow, other: server, hasTouch: true);
        await page.GoAsync($"/tokenizer-lab?run={run}");
        await FinishedAsync(page);
        await ExpectDrawnAsync(page);
        var touch = page.Page.GetByRole(AriaRole.Group, new() { Name = "Original: zoom and move", Exact = true });
        await touch.ScrollIntoViewIfNeededAsync();
        var box = (await touch.BoundingBoxAsync())!;
        var fingers = await page.Page.Context.NewCDPSessionAsync(page.Page);
        async Task TouchAsync(string type, params IReadOnlyList<(double X, double Y)> points) => await fingers.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
        {
            ["type"] = type, ["touchPoints"] = points.Select((point, id) => new Dictionary<string, object> { ["x"] = box.X + (box.Width * point.X), ["y"] = box.Y + (box.Height * point.Y), ["id"] = id }).ToArray(),
        });
        var picture = page.Page.Locator("canvas.spectrogram-image").Nth(0);

        // From a fifth of the width apart to two fifths, around the middle: half of the four seconds is left, around the middle.
        await TouchAsync("touchStart", (0.4, 0.5), (0.6, 0.5));
        await TouchAsync("touchMove", (0.35, 0.5), (0.65, 0.5));
        await TouchAsync("touchMove", (0.3, 0.5), (0.7, 0.5));
        await TouchAsync("touchEnd");
        await Assertions.Expect(picture).ToHaveAttributeAsync("aria-label", new Regex("\\. (0\\.9\\d|1\\.0\\d) to (2\\.9\\d|3\\.0\\d)\u202fs, 0\u202fHz to 24\u202fkHz"));
        // A finger that goes a quarter of the width to the right shows half a second earlier.
        await TouchAsync("touchStart", (0.4, 0.5));
        await TouchAsync("touchMove", (0.5, 0.5));
        await TouchAsync("touchMove", (0.65, 0.5));
        await TouchAsync("touchEnd");
        await Assertions.Expect(picture).ToHaveAttributeAsync("aria-label", new Regex("\\. 0\\.[45]\\d to 2\\.[45]\\d\u202fs"));
        page.AssertQuiet();
    }

    private static Task<byte[]> PictureAsync(ILocator part, string name) =>
        part.ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(SharedMaterial.RepositoryRoot, "artifacts", "screenshots", $"{name}.png") });

    private static async Task LookAsync(WatchedPage page)
    {
        await ExpectDrawnAsync(page);
        var pictures = page.Page.Locator("canvas.spectrogram-image");
        await Assertions.Expect(pictures).ToHaveCountAsync(3);
        await Assertions.Expect(pictures.Nth(0)).ToHaveAttributeAsync("aria-label", new Regex("^Spectrogram: Original\\. 0\\.00 to 3\\.00\u202fs, 0\u202fHz to 24\u202fkHz\\. Loudest "));
        await Assertions.Expect(pictures.Nth(2)).ToHaveAttributeAsync("aria-label", new Regex("^Difference: louder .* On average "));
        await page.Page.GetByRole(AriaRole.Group, new() { Name = "Original: zoom and move", Exact = true }).FocusAsync();
        await page.Page.Keyboard.PressAsync("+");
        foreach (var index in new[] { 0, 1, 2 }) await Assertions.Expect(pictures.Nth(index)).ToHaveAttributeAsync("aria-label", new Regex("0\\.50 to 2\\.50\u202fs"));
        await page.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(pictures.Nth(2)).ToHaveAttributeAsync("aria-label", new Regex("0\\.00 to 3\\.00\u202fs"));
        await ExpectDrawnAsync(page);
        // Something is painted: the original's pixels are not all alike.
        var colours = await pictures.Nth(0).EvaluateAsync<int>("canvas => new Set(new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size");
        Assert.True(colours > 20, $"{colours} colours");
    }

    private static async Task ListenAsync(WatchedPage page)
    {
        var hear = page.Page.GetByRole(AriaRole.Group, new() { Name = "Hear", Exact = true });
        await hear.GetByRole(AriaRole.Button, new() { Name = "Original" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
        await hear.GetByRole(AriaRole.Button, new() { Name = "Scoop tokenizer, 8 codebooks" }).ClickAsync();
        await Assertions.Expect(hear.GetByRole(AriaRole.Button, new() { Name = "Scoop tokenizer, 8 codebooks" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await page.Page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Page.Keyboard.PressAsync("0");
        await Assertions.Expect(hear.GetByRole(AriaRole.Button, new() { Name = "Original" })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    private static Task ExpectDrawnAsync(WatchedPage page) => Assertions.Expect(page.Page.Locator(".spectrogram[aria-busy=false]")).ToHaveCountAsync(3);

    private static Task<double[]> DrawnAsync(WatchedPage page) => page.Page.EvaluateAsync<double[]>("() => performance.getEntriesByName('spectrogram-drawn').map(entry => entry.duration)");

    private static async Task FinishedAsync(WatchedPage page)
    {
        await page.Page.WaitForURLAsync("**/tokenizer-lab?run=*");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "What does quality cost?" })).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Progress" })).ToHaveCountAsync(0, new() { Timeout = 120_000 });
        await Assertions.Expect(page.Page.Locator(".lab[aria-busy=false]")).ToBeVisibleAsync();
    }

    private static async Task AddAsync(WatchedPage page, string domain, IReadOnlyList<TestSound> sounds)
    {
        await page.Page.GetByLabel("Domain of added recordings").SelectOptionAsync(new SelectOptionValue { Label = domain });
        await page.Page.GetByLabel("Choose recordings").SetInputFilesAsync(sounds.Select(sound => new FilePayload { Name = $"{sound.Key}.wav", MimeType = "audio/wav", Buffer = WavWriter.ToBytes(sound.Clip) }));
    }

    /// <summary>Ticks these settings of a system, and no other of it.</summary>
    private static async Task ChooseAsync(WatchedPage page, string system, params IReadOnlyList<string> settings)
    {
        var boxes = page.Page.GetByRole(AriaRole.Group, new() { Name = system, Exact = true }).GetByRole(AriaRole.Checkbox);
        for (var i = 0; i < await boxes.CountAsync(); i++)
        {
            if (await boxes.Nth(i).IsDisabledAsync()) continue;
            var name = await boxes.Nth(i).EvaluateAsync<string>("box => box.closest('label').textContent.trim()");
            await boxes.Nth(i).SetCheckedAsync(settings.Any(setting => name.StartsWith(setting, StringComparison.Ordinal)));
        }
    }

    private static IReadOnlyList<TestSound> Sounds(params IReadOnlyList<string> kinds) =>
        [.. TestSoundSet.Make(48_000, 1, 1).Value.Where(sound => kinds.Contains(sound.Kind))];

    private static AudioClip Repeated(AudioClip clip, int seconds)
    {
        var samples = new float[seconds * clip.SampleRate];
        for (var i = 0; i < samples.Length; i++) samples[i] = clip.Channel(0)[i % clip.Length];
        return new AudioClip(clip.SampleRate, samples);
    }

    private static async Task<string> RunAsync(Api api, AudioClip clip, string system, object settings)
    {
        var sha256 = await api.UploadAsync(WavWriter.ToBytes(clip), "long.wav");
        var dataset = await api.PostAsync("/api/datasets", new { name = "Long", items = new[] { new { key = "long", clip = sha256, attributes = new { domain = "environment" } } } });
        var run = await api.PostAsync("/api/runs", new { dataset = (string)dataset["id"]!, kind = "reconstruction", title = "Long", plan = new { conditions = new[] { new { systemId = system, settings } }, metrics = new[] { "snr" } } });
        return (string)run["id"]!;
    }

    private static async Task<ServerProcess> StartAsync()
    {
        Chromium.Require();
        var server = new ServerProcess();
        await server.StartAsync();
        return server;
    }
}
