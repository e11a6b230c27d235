using CsCheck;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests;

public class StandardScalesTests
{
    private static readonly string[] All = ["acr", "dcr", "ccr", "mushra", "bs1116", "sig", "bak", "ovrl", "preference", "abx"];

    [Fact]
    public void The_languages_are_those_of_the_listeners_page() => Assert.Equal(["en", "de", "fr", "es", "zh", "ja"], StandardScales.Languages);

    [Fact]
    public void Every_language_has_different_words_for_every_value_best_first()
    {
        foreach (var language in StandardScales.Languages)
        {
            foreach (var id in All)
            {
                var scale = StandardScales.Find(id, language)!;
                var english = StandardScales.Find(id, "en")!;
                Assert.Equal(english.Points.Select(point => point.Value), scale.Points.Select(point => point.Value));
                Assert.Equal(scale.Points.Select(point => point.Value).OrderDescending(), scale.Points.Select(point => point.Value));
                Assert.Equal(scale.Points.Count, scale.Points.Select(point => point.Label).Distinct().Count());
                Assert.All(scale.Points, point => Assert.InRange(point.Value, scale.Minimum, scale.Maximum));
                Assert.All(scale.Points, point => Assert.False(string.IsNullOrWhiteSpace(point.Label)));
            }
            foreach (var design in Enum.GetValues<TrialDesign>())
            {
                var question = StandardScales.Question(SampleTests.Of(design, "1", "a"), language);
                Assert.NotEmpty(question);
                if (language != "en") Assert.NotEqual(StandardScales.Question(SampleTests.Of(design, "1", "a"), "en"), question);
            }
        }
    }

    [Theory]
    [InlineData("acr", 1, 5, "Excellent", "Bad")]
    [InlineData("dcr", 1, 5, "Degradation is inaudible", "Degradation is very annoying")]
    [InlineData("ccr", -3, 3, "Much better", "Much worse")]
    [InlineData("mushra", 0, 100, "Excellent", "Bad")]
    [InlineData("bs1116", 1, 5, "Imperceptible", "Very annoying")]
    [InlineData("sig", 1, 5, "Not distorted", "Very distorted")]
    [InlineData("bak", 1, 5, "Not noticeable", "Very intrusive")]
    [InlineData("preference", -1, 1, "A is better", "B is better")]
    public void Scales_span_what_their_standard_says(string id, double minimum, double maximum, string best, string worst)
    {
        var scale = StandardScales.Find(id, "en")!;
        Assert.Equal((minimum, maximum, best, worst), (scale.Minimum, scale.Maximum, scale.Points[0].Label, scale.Points[^1].Label));
    }

    [Fact]
    public void An_unknown_language_speaks_english_and_an_unknown_scale_is_none()
    {
        Assert.Equal("Excellent", StandardScales.Find("acr", "tlh")!.Points[0].Label);
        Assert.Null(StandardScales.Find("mos", "en"));
    }

    [Fact]
    public void A_trial_replaces_words_but_not_numbers()
    {
        var trial = SampleTests.Of(TrialDesign.P835, "1", "a") with
        {
            Question = "Listen.",
            Scales = [new() { Id = "bak", Question = "Noise?", Minimum = 0, Maximum = 9, Points = [new(5, "Silent"), new(4, "4"), new(3, "3"), new(2, "2"), new(1, "Loud")] }],
        };
        var scales = StandardScales.For(trial, "de");

        Assert.Equal(["sig", "bak", "ovrl"], scales.Select(scale => scale.Id));
        Assert.Equal("Nicht verzerrt", scales[0].Points[0].Label);
        Assert.Equal(("Noise?", "Silent", 1d, 5d), (scales[1].Question, scales[1].Points[0].Label, scales[1].Minimum, scales[1].Maximum));
        Assert.Equal("Listen.", StandardScales.Question(trial, "de"));
    }

    [Fact]
    public void Own_scales_are_shown_as_they_are()
    {
        ScaleDefinition own = new() { Id = "warmth", Minimum = 1, Maximum = 3, Points = [new(3, "Warm"), new(1, "Cold")] };
        Assert.Equal([own], StandardScales.For(SampleTests.Of(TrialDesign.Likert, "1", "a") with { Scales = [own] }, "en"));
    }

    [Theory]
    [InlineData("acr", 4)]
    [InlineData("ccr", -3)]
    [InlineData("mushra", 0)]
    [InlineData("mushra", 100)]
    [InlineData("bs1116", 4.3)]
    [InlineData("bs1116", 1.7)]
    [InlineData("preference", 0)]
    public void Answers_on_the_scale_are_taken_as_they_are(string id, double value) => Assert.Equal(value, StandardScales.Find(id, "en")!.Validate(value).Value);

    [Theory]
    [InlineData("acr", 0, "rating-out-of-range")]
    [InlineData("acr", 5.5, "rating-out-of-range")]
    [InlineData("acr", 3.5, "rating-not-on-scale")]
    [InlineData("mushra", 100.0001, "rating-out-of-range")]
    [InlineData("mushra", 50.5, "rating-between-steps")]
    [InlineData("bs1116", 4.25, "rating-between-steps")]
    [InlineData("bs1116", double.NaN, "rating-not-a-number")]
    [InlineData("ccr", double.PositiveInfinity, "rating-not-a-number")]
    [InlineData("transcription", 1, "rating-is-text")]
    public void Answers_beside_the_scale_are_refused(string id, double value, string code) => Assert.Equal(code, StandardScales.Find(id, "en")!.Validate(value).Error!.Code);

    [Fact]
    public void Without_ties_there_is_no_middle()
    {
        var trial = SampleTests.Of(TrialDesign.Ab, "1", "a", "b") with { Options = new() { AllowTie = false } };
        var scale = Assert.Single(StandardScales.For(trial, "en"));
        Assert.Equal("rating-not-on-scale", scale.Validate(0).Error!.Code);
        Assert.Equal(-1, scale.Validate(-1).Value);
        Assert.Equal(2, scale.Points.Count);
    }

    [Fact]
    public void Every_step_of_a_slider_is_an_answer() => Gen.Int[0, 40].Sample(step =>
        Assert.Equal(1 + (step / 10d), StandardScales.Find("bs1116", "en")!.Validate(1 + (0.1 * step)).Value, 12));
}
