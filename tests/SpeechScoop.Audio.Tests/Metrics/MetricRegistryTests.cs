using SpeechScoop.Audio.Metrics;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Tests.Metrics;

public sealed class MetricRegistryTests
{
    private static readonly MetricRegistry Registry = new(MetricRegistry.BuiltIn);

    private static AudioClip Noise(int sampleRate = 16_000, double seconds = 1, int seed = 1)
    {
        var random = new SeededRandom(seed);
        return new AudioClip(sampleRate, [.. Enumerable.Range(0, (int)(seconds * sampleRate)).Select(_ => (float)random.NextDouble() - 0.5f)]);
    }

    [Fact]
    public void Every_metric_says_all_about_itself()
    {
        Assert.NotEmpty(Registry.All);
        Assert.All(Registry.All, metric =>
        {
            var info = metric.Info;
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", info.Id);
            Assert.Same(metric, Registry.Find(info.Id));
            Assert.NotEmpty(info.Title);
            Assert.NotEmpty(info.Version);
            Assert.NotEmpty(info.Source);
            Assert.EndsWith(".", info.BlindTo, StringComparison.Ordinal);
            Assert.InRange(info.LowestSampleRate, 1, info.HighestSampleRate);
        });
    }

    [Fact]
    public void An_unknown_id_is_answered_with_the_known_ones()
    {
        Assert.True(Registry.Choose(["estoi", "stoi", "estoi"]).TryGet(out var chosen, out _));
        Assert.Equal(["estoi", "stoi"], chosen.Select(metric => metric.Info.Id));
        Assert.Equal(Registry.All, Registry.Choose(["all"]).Value);
        Assert.False(Registry.Choose(["stoy"]).TryGet(out _, out var error));
        Assert.Contains("'stoy'", error.Message, StringComparison.Ordinal);
        Assert.Contains("stoi", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_reference_a_metric_that_compares_asks_for_one()
        => Refuses(new MetricInput(Noise()), "reference");

    [Fact]
    public void An_empty_clip_is_refused() => Refuses(new MetricInput(new AudioClip(16_000, [[]]), Noise()), "The clip has no samples");

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_sample_that_is_no_number_is_refused_with_its_place(float broken)
    {
        var samples = Noise().Channel(0).ToArray();
        samples[8_000] = broken;
        Refuses(new MetricInput(new AudioClip(16_000, samples), Noise()), "The clip", "channel 1, 0.500 s");
        Refuses(new MetricInput(Noise(), new AudioClip(16_000, samples)), "The reference", "channel 1, 0.500 s");
    }

    [Fact]
    public void Different_rates_are_refused() => Refuses(new MetricInput(Noise(16_000), Noise(24_000)), "16,000 Hz", "24,000 Hz", "resample");

    [Fact]
    public void Very_different_lengths_are_refused_and_slightly_different_ones_are_not()
    {
        Refuses(new MetricInput(Noise(seconds: 1), Noise(seconds: 1.5)), "1.00 s", "1.50 s");
        Assert.NotNull(Measure(new MetricInput(Noise(seconds: 1), Noise(seconds: 1.02))).Value);
        Assert.Null(MetricValidity.Refusal(Registry.Find("stoi")!.Info with { AlignsItself = true }, new MetricInput(Noise(seconds: 1), Noise(seconds: 1.5))));
    }

    [Fact]
    public void A_clip_that_is_too_short_is_refused() => Refuses(new MetricInput(Noise(seconds: 0.2), Noise(seconds: 0.2)), "0.4 s", "0.200 s");

    [Fact]
    public void Silence_on_either_side_is_refused()
    {
        var silence = new AudioClip(16_000, new float[16_000]);
        Refuses(new MetricInput(silence, Noise()), "The clip is silent");
        Refuses(new MetricInput(Noise(), silence), "The reference is silent");
    }

    [Fact]
    public void A_rate_whose_band_the_metric_does_not_hear_is_refused()
    {
        Refuses(new MetricInput(Noise(96_000), Noise(96_000)), "96,000 Hz", "nothing above 4,280 Hz");
        Refuses(new MetricInput(Noise(4_000), Noise(4_000)), "at least 8,000 Hz");
    }

    [Fact]
    public void A_sound_that_the_metric_was_not_made_for_is_refused()
    {
        Refuses(new MetricInput(Noise(), Noise(), Domain: SoundDomain.Animal), "STOI was made for speech; the clip holds animal sounds");
        Assert.NotNull(Measure(new MetricInput(Noise(), Noise(), Domain: SoundDomain.Speech)).Value);
    }

    [Fact]
    public void A_metric_of_texts_asks_for_the_text()
    {
        var info = Registry.Find("stoi")!.Info with { Needs = MetricNeeds.Text };
        Assert.Contains("text", MetricValidity.Refusal(info, new MetricInput(Noise(), Text: " ")), StringComparison.Ordinal);
        Assert.Null(MetricValidity.Refusal(info, new MetricInput(Noise(), Text: "hello")));
    }

    private static MetricValue Measure(MetricInput input) => MetricRegistry.Measure(Registry.Find("stoi")!, input);

    private static void Refuses(MetricInput input, params string[] parts)
    {
        var measured = Measure(input);
        Assert.Null(measured.Value);
        Assert.All(parts, part => Assert.Contains(part, measured.NotValid, StringComparison.Ordinal));
    }
}
