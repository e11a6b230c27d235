using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests;

/// <summary>A recording through a tokenizer at several bit rates.</summary>
public sealed class DropTests(Application application)
{
    [Fact]
    public async Task Reconstructions_are_switched_rated_blind_from_0_to_100_and_revealed()
    {
        await using var page = await application.OpenAsync();
        var drop = new DropTab(page);
        await drop.OpenAsync();
        await drop.UploadAsync(Payload("<img src=x onerror=alert(1)>.wav", Recordings.Flite()));
        await drop.ChooseCodebooksAsync(1, 4, 8);
        await drop.ReconstructAsync();

        var labels = await drop.LabelsAsync();
        Assert.Equal(6, labels.Count);
        Assert.Empty(await drop.RevealedNamesAsync());
        await drop.HearAsync("the reference");
        await drop.HearAsync(labels[1]);
        await drop.HearByKeyAsync(0, "the reference");
        await drop.HearByKeyAsync(3, labels[2]);
        for (var index = 0; index < labels.Count; index++) await drop.RateAsync(labels[index], 20 + (10 * index));
        await page.PortrayAsync("live-drop-rated", View.NarrowDark, View.Narrow, View.WideDark, View.Wide);
        await drop.RevealAsync();

        var names = await drop.RevealedNamesAsync();
        Assert.Equal(6, names.Count);
        Assert.Contains(names, name => name.Contains("Hidden reference", StringComparison.Ordinal));
        Assert.Contains(names, name => name.Contains("3.5 kHz", StringComparison.Ordinal));
        Assert.Contains(names, name => name.Contains("4 codebooks", StringComparison.Ordinal));
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("live-drop-revealed", View.All);

        await page.GoAsync("/compare?kind=tokenizer");
        var plot = page.Page.GetByRole(AriaRole.Img, new() { Name = "MUSHRA medians" });
        await Assertions.Expect(plot).ToContainTextAsync("4 codebooks");
        await Assertions.Expect(plot).ToContainTextAsync("Hidden reference");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = "Mean MUSHRA scores by bit rate" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("1.80");
        await page.PortrayAsync("compare-tokenizers", View.All);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_file_that_is_no_audio_is_refused_in_words_at_its_place()
    {
        await using var page = await application.OpenAsync();
        page.Expected.Add("/api/clips");
        var drop = new DropTab(page);
        await drop.OpenAsync();
        var words = await drop.UploadRefusedAsync(new FilePayload { Name = "noise.wav", MimeType = "audio/wav", Buffer = [.. Enumerable.Range(0, 4000).Select(value => (byte)(value * 31))] });
        Assert.True(words.Length > 20, words);
        page.AssertQuiet();
    }

    /// <summary>A recording of its own: the server knows audio by its content, under the name that it first came with, and other tests use this voice too.</summary>
    private static FilePayload Payload(string name, string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[^2] ^= 1;
        return new() { Name = name, MimeType = "audio/wav", Buffer = bytes };
    }
}
