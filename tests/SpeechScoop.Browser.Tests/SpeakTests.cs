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
    [InlineData("jfk", 11.5, 0.1)]
    public async Task Two_recognizers_write_down_what_the_microphone_hears(string name, double seconds, double least)
    {
        var (recording, words) = Recordings.Named(name);
        await using var page = await application.OpenAsync(microphone: recording);
        var speak = new SpeakTab(page);
        await speak.OpenAsync();
        var systems = await speak.ReadyAsync();
        Assert.True(systems.Count >= 2, $"fewer than two recognizers are ready: {string.Join(", ", systems)}");
        await speak.RecordAsync(TimeSpan.FromSeconds(seconds));

        var texts = await speak.TextsAsync();
        Assert.Equal(2, texts.Count);
        Assert.All(texts, text => Assert.True(text.Length > 0 && text != "No words were recognized.", "a recognizer wrote nothing"));
        Assert.True(texts.Max(text => Recall(text, words)) >= least, $"\"{words}\" became: {string.Join(" | ", texts)}");
        Assert.Empty(await speak.RevealedNamesAsync());

        await speak.ScoreAsync(words);
        await speak.PreferAsync(1);
        await speak.RevealAsync();
        Assert.Equal(2, (await speak.RevealedNamesAsync()).Count);
        await page.ScreenshotAsync($"live-speak-{name}");
        if (name == "flite") await page.AssertAccessibleAsync();
        page.AssertQuiet();
    }

    /// <summary>Share of the reference's words that occur in the text.</summary>
    private static double Recall(string text, string reference)
    {
        var heard = text.ToLowerInvariant().Split(' ').ToHashSet();
        var said = reference.Split(' ');
        return said.Count(heard.Contains) / (double)said.Length;
    }
}
