using Microsoft.Playwright;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.ListeningTests;

/// <summary>From folders on the disk to a link for listeners, on the pages alone.</summary>
public sealed class BuildingTests(Application application) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scoop-upload-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Two_folders_and_their_originals_become_a_published_mushra_test_with_a_link()
    {
        foreach (var (condition, offset) in (ReadOnlySpan<(string, int)>)[("reference", 0), ("codec a", 1), ("codec b", 2)])
            foreach (var item in (string[])["dog", "rain"]) WriteClip(condition, item, offset);
        await using var page = await application.OpenAsync();
        await page.GoAsync("/tests?new");
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("tests-new", View.All);
        await page.Page.GetByRole(AriaRole.Radio, new() { Name = "MUSHRA Grade" }).CheckAsync();
        await page.Page.GetByLabel("Title", new() { Exact = true }).FillAsync("Three codecs <b>");
        await page.Page.GetByLabel("Add a folder").SetInputFilesAsync(folder.FullName);
        await Assertions.Expect(page.Page.GetByText("codec a, codec b, reference")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("tests-new-files", View.Wide, View.NarrowDark);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Make the draft" }).ClickAsync();

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Three codecs <b>" })).ToBeVisibleAsync();
        var publish = page.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" });
        await Assertions.Expect(publish).ToBeDisabledAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("test-draft", View.All);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Prepare the audio" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("Every stimulus is prepared.")).ToBeVisibleAsync();

        // A change is saved by itself, and leaves what is prepared as it is.
        await page.Page.GetByText("Consent", new() { Exact = true }).First.ClickAsync();
        await page.Page.GetByLabel("Text", new() { Exact = true }).First.FillAsync("You hear eight clips.");
        await Assertions.Expect(page.Page.GetByText("All changes are saved")).ToBeVisibleAsync();
        await page.Page.GetByText("Practice", new() { Exact = true }).ClickAsync();
        await page.Page.GetByText("Trials", new() { Exact = true }).ClickAsync();
        await page.Page.GetByText("Figures of every stimulus").First.ClickAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("test-prepared", View.All);
        await publish.ClickAsync();
        await Assertions.Expect(page.Page.GetByText("Hash over design, seed and audio")).ToBeVisibleAsync();

        await page.Page.GetByLabel("Label", new() { Exact = true }).FillAsync("Students");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByLabel("Address of Students")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/listen/[A-Za-z0-9_-]{43}$"));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Compute" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("by a two-sided paired t test")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" })).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("test-published", View.All);

        await page.GoAsync("/tests");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "Three codecs <b>", Exact = true })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("tests", View.All);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_trial_becomes_a_gold_clip_a_trap_and_ordinary_again_and_versions_are_listed()
    {
        foreach (var item in (string[])["dog", "rain"]) WriteClip("voice", item, 1);
        await using var page = await application.OpenAsync();
        await page.GoAsync("/tests?new");
        await page.Page.GetByRole(AriaRole.Radio, new() { Name = "ACR" }).CheckAsync();
        await page.Page.GetByLabel("Title", new() { Exact = true }).FillAsync("Voices with checks");
        await page.Page.GetByLabel("Add a folder").SetInputFilesAsync(folder.FullName);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Make the draft" }).ClickAsync();

        await page.Page.GetByText("Trials", new() { Exact = true }).ClickAsync();
        await page.Page.GetByText("The trials, traps and gold clips").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("Screening leaves out who fails them")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Make it a check" }).First.ClickAsync();
        await Assertions.Expect(page.Page.GetByText("(gold clip: 5)")).ToBeVisibleAsync();
        await page.Page.GetByLabel("Kind", new() { Exact = true }).SelectOptionAsync("trap");
        await page.Page.GetByLabel("Right answer").FillAsync("9");
        await page.Page.GetByLabel("Right answer").BlurAsync();
        await Assertions.Expect(page.Page.GetByText("is not on its scale")).ToBeVisibleAsync();
        await page.Page.GetByLabel("Right answer").FillAsync("2");
        await page.Page.GetByLabel("Still right when off by").FillAsync("1");
        await page.Page.GetByLabel("Still right when off by").BlurAsync();
        await Assertions.Expect(page.Page.GetByText("(trap: 2 ± 1)")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("All changes are saved")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("is not on its scale")).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("test-checks", View.Wide, View.NarrowDark);

        await page.Page.ReloadAsync();
        await page.Page.GetByText("Trials", new() { Exact = true }).ClickAsync();
        await page.Page.GetByText("The trials, traps and gold clips").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("(trap: 2 ± 1)")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Known answer" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "An ordinary trial again" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Make it a check" }).First).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.GetByText("(trap: 2 ± 1)")).ToHaveCountAsync(0);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Prepare the audio" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("Every stimulus is prepared.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Versions" })).ToHaveCountAsync(0);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "New version" }).ClickAsync();
        var versions = page.Page.GetByRole(AriaRole.Region, new() { Name = "Versions" });
        await Assertions.Expect(versions.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("Version 2Draft");
        await Assertions.Expect(versions.GetByRole(AriaRole.Listitem).Last).ToContainTextAsync("Version 1Open");
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("test-versions", View.Wide, View.Narrow);
        await versions.GetByRole(AriaRole.Link, new() { Name = "Version 1" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("Hash over design, seed and audio")).ToBeVisibleAsync();
        await Assertions.Expect(versions.GetByRole(AriaRole.Link, new() { Name = "Version 2" })).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task Folders_that_cannot_carry_the_design_say_so_before_anything_is_sent()
    {
        WriteClip("a", "one", 1);
        await using var page = await application.OpenAsync(View.Narrow);
        await page.GoAsync("/tests?new");
        await page.Page.GetByLabel("Add a folder").SetInputFilesAsync(folder.FullName);
        await Assertions.Expect(page.Page.GetByText("name one of the folders \"reference\"")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Make the draft" })).ToBeDisabledAsync();
        await page.Page.GetByRole(AriaRole.Radio, new() { Name = "ACR" }).CheckAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Make the draft" })).ToBeEnabledAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_test_that_is_not_there_is_said_so()
    {
        await using var page = await application.OpenAsync();
        page.Expected.Add("404");
        await page.GoAsync("/test?id=nothing");
        await Assertions.Expect(page.Page.GetByText("There is no such listening test")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
    }

    /// <summary>A voiced sound that glides, the same for each item, with a condition's own noise.</summary>
    private void WriteClip(string condition, string item, int noise)
    {
        var random = new SeededRandom(noise);
        var samples = new float[48_000];
        for (var i = 0; i < samples.Length; i++)
        {
            var t = i / 24_000.0;
            var pitch = item.Length * 30;
            samples[i] = (float)((0.2 * Math.Sin(2 * Math.PI * pitch * t * (1 + (0.3 * t))) * (1 + Math.Sin(2 * Math.PI * 3 * t))) + (0.01 * noise * (random.NextDouble() - 0.5)));
        }
        var path = Path.Combine(folder.CreateSubdirectory(condition).FullName, $"{item}.wav");
        File.WriteAllBytes(path, WavWriter.ToBytes(new AudioClip(24_000, samples)));
    }
}
