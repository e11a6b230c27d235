using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests;

/// <summary>Speaking to two recognizers, with a recording as the microphone.</summary>
public sealed class SpeakTests(Application application)
{
    /// <summary>Recording, its length in seconds, and how many of its words the better of two recognizers must get.</summary>
    [Theory]
    [InlineData("flite", 4, 0.5)]
    [InlineData("espeak-ng", 4.5, 0.4)]
    [InlineData("person", 4, 0.35)]
    public async Task Two_recognizers_write_down_what_the_microphone_hears(string name, double seconds, double least)
    {
        var (recording, words) = Recordings.Named(name);
        await using var page = await application.OpenAsync(microphone: recording);
        var speak = new SpeakTab(page);
        await speak.OpenAsync();
        var systems = await speak.ReadyAsync();
        Assert.True(systems.Count >= 2, $"fewer than two recognizers are ready: {string.Join(", ", systems)}");
        var whileSpeaking = await speak.RecordAsync(TimeSpan.FromSeconds(seconds));
        Assert.True(Recall(whileSpeaking, words) > 0, $"no word had been written before the recording was stopped: {whileSpeaking}");

        var texts = await speak.TextsAsync();
        Assert.Equal(2, texts.Count);
        Assert.All(texts, text => Assert.True(text.Length > 0 && text != "No words were recognized.", "a recognizer wrote nothing"));
        Assert.True(texts.Max(text => Recall(text, words)) >= least, $"\"{words}\" became: {string.Join(" | ", texts)}");
        Assert.Empty(await speak.RevealedNamesAsync());

        await speak.ScoreAsync(words);
        await speak.PreferAsync(1);
        await speak.RevealAsync();
        Assert.Equal(2, (await speak.RevealedNamesAsync()).Count);
        await Assertions.Expect(page.Page.GetByText("Final words after speech ended").First).ToBeVisibleAsync();
        await page.PortrayAsync($"live-speak-{name}", View.NarrowDark, View.Narrow, View.WideDark, View.Wide);
        if (name == "flite") await page.AssertAccessibleAsync();

        await page.GoAsync("/compare");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = "Word error rates" })).ToContainTextAsync("n = ");
        await page.PortrayAsync("compare-recognizers", View.All);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_file_is_streamed_to_two_browsers_at_once_and_each_keeps_its_own_words()
    {
        var (flite, espeak) = (Recordings.Flite(), Recordings.Espeak());
        await using var first = await application.OpenAsync();
        await using var second = await application.OpenAsync();
        var (one, other) = (new SpeakTab(first), new SpeakTab(second));
        await one.OpenAsync();
        await other.OpenAsync();
        await Task.WhenAll(one.PlayAsync(flite), other.PlayAsync(espeak));
        Assert.Contains("fox", string.Join(' ', await one.TextsAsync()), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("train", string.Join(' ', await other.TextsAsync()), StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(one.TrialId, other.TrialId);
        first.AssertQuiet();
        second.AssertQuiet();
    }

    [Fact]
    public async Task A_connection_lost_in_the_middle_of_an_utterance_loses_no_word()
    {
        await using var page = await application.OpenAsync(microphone: Recordings.Flite());
        await page.CutWebSocketsOnDemandAsync();
        var speak = new SpeakTab(page);
        await speak.OpenAsync();
        await speak.StartAsync();
        await Task.Delay(1500);
        await page.CutWebSocketsAsync();
        await Task.Delay(3500);
        await speak.StopAsync();
        var texts = await speak.TextsAsync();
        Assert.True(texts.Max(text => Recall(text, Recordings.FliteWords)) >= 0.5, string.Join(" | ", texts));
    }

    [Fact]
    public async Task A_refused_microphone_is_explained_and_a_file_still_works()
    {
        var recording = Recordings.Flite();
        await using var page = await application.OpenAsync(allowsMicrophone: false);
        var speak = new SpeakTab(page);
        await speak.OpenAsync();
        Assert.Contains("microphone", await speak.RecordRefusedAsync(), StringComparison.OrdinalIgnoreCase);
        await speak.PlayAsync(recording);
        Assert.Contains("fox", string.Join(' ', await speak.TextsAsync()), StringComparison.OrdinalIgnoreCase);
        page.AssertQuiet();
    }

    /// <summary>Share of the reference's words that occur in the text.</summary>
    private static double Recall(string text, string reference)
    {
        var heard = text.ToLowerInvariant().Split([' ', '\n']).ToHashSet();
        var said = reference.Split(' ');
        return said.Count(heard.Contains) / (double)said.Length;
    }
}
