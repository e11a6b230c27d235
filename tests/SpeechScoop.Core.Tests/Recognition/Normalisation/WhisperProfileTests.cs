using System.Text.Json;
using SpeechScoop.Recognition;
using SpeechScoop.Tests.Golden;

namespace SpeechScoop.Tests.Recognition.Normalisation;

/// <summary>
/// The Whisper profiles against expected values of an independent restatement of openai/whisper v20250625 in Python (Golden/whisper.json, seeded random texts of number
/// words, digits, symbols, contractions and odd characters). The table of spellings is this project's on both sides.
/// </summary>
public class WhisperProfileTests
{
    private sealed record Case(string Text, string En, string Multilingual);

    [Theory]
    [InlineData("hello...", "hello .")]
    [InlineData("1.5", "one.5")]
    [InlineData("one and a half", "one.5")]
    [InlineData("1/2", "one 2")]
    [InlineData("½", "one 2")]
    [InlineData("#1", "one")]
    [InlineData("1,2,3", "12 3")]
    [InlineData("10:00 AM", "10 0 am")]
    [InlineData("1994-02-11", "1994 2 11")]
    [InlineData("oh my", "0 my")]
    [InlineData("o'clock", "0 clock")]
    [InlineData("John's", "john is")]
    [InlineData("uh-huh", "huh")]
    [InlineData("second hand", "2nd hand")]
    [InlineData("$5.00", "$5")]
    [InlineData("The colour is grey", "the color is gray")]
    public void Whispers_quirks_are_kept(string text, string expected) => Assert.Equal(expected, NormaliserProfile.WhisperEnglish.Normalise(text));

    [Theory]
    [InlineData("hello...")]
    [InlineData("20mm")]
    [InlineData("oh one two")]
    public void Normalising_twice_differs_where_it_does_in_Whisper(string text)
    {
        var once = NormaliserProfile.WhisperEnglish.Normalise(text);
        Assert.NotEqual(once, NormaliserProfile.WhisperEnglish.Normalise(once));
    }

    [Fact]
    public void Texts_become_what_the_restatement_in_Python_makes_of_them()
    {
        var cases = GoldenFile.Read("whisper.json").Deserialize<Case[]>(JsonSerializerOptions.Web)!;
        Assert.True(cases.Length >= 300);
        var wrong = cases.SelectMany(each => new[]
        {
            (each.Text, Expected: each.En, Actual: NormaliserProfile.WhisperEnglish.Normalise(each.Text)),
            (each.Text, Expected: each.Multilingual, Actual: NormaliserProfile.WhisperMultilingual.Normalise(each.Text)),
        }).Where(each => each.Actual != each.Expected).Select(each => $"'{each.Text}' → '{each.Actual}', expected '{each.Expected}'").ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cases.Length}: {string.Join("\n", wrong.Take(20))}");
    }
}
