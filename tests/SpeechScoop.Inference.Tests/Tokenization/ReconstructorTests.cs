using SpeechScoop.Audio;
using SpeechScoop.Audio.Signals;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Tests.Packs;
using SpeechScoop.Inference.Tokenization;

namespace SpeechScoop.Inference.Tests.Tokenization;

public sealed class ReconstructorTests(DefaultPacks packs) : IClassFixture<DefaultPacks>
{
    private const string Opus = "baseline/opus", MuLaw = "baseline/mu-law", LowPass = "baseline/low-pass", Pack = "scoop-tokenizer";

    private readonly Reconstructors reconstructors = new(packs.Catalog);

    [Theory]
    [InlineData(MuLaw, """{"bits":6}""", 44_100, 2)]
    [InlineData(LowPass, """{"hertz":3500}""", 192_000, 1)]
    [InlineData(LowPass, """{"hertz":7000}""", 48_000, 2)]
    [InlineData(Pack, """{"codebooks":2}""", 96_000, 1)]
    [InlineData(Pack, """{"codebooks":8}""", 8_000, 2)]
    [InlineData(Opus, """{"kbps":24}""", 44_100, 2)]
    [InlineData(Opus, """{"kbps":16}""", 96_000, 1)]
    public async Task A_reconstruction_has_one_channel_and_the_rate_and_length_of_the_original(string system, string settings, int rate, int channels)
    {
        var original = Noise(rate, (int)(0.71 * rate) + 3, channels);
        var made = await ReconstructAsync(system, original, settings);
        Assert.Equal(1, made.Clip.ChannelCount);
        Assert.Equal(rate, made.Clip.SampleRate);
        Assert.Equal(original.Length, made.Clip.Length);
        Assert.True(made.Processing > TimeSpan.Zero);
    }

    [Theory]
    [InlineData(6, 48_000)]
    [InlineData(12, 16_000)]
    [InlineData(24, 44_100)]
    [InlineData(64, 48_000)]
    public async Task Opus_comes_in_time_with_the_original_to_the_sample(int kbps, int rate)
    {
        var original = Noise(rate, 2 * rate, 1);
        var made = await ReconstructAsync(Opus, original, $$"""{"kbps":{{kbps}}}""");
        var delay = DelayEstimate.Of(made.Clip.Channel(0), original.Channel(0), rate);
        Assert.True(delay.IsSure, $"correlation {delay.Correlation}");
        Assert.Equal(0, delay.Samples);
    }

    [Fact]
    public async Task The_bit_rate_of_opus_is_measured_and_grows_with_what_is_asked_for()
    {
        var original = Noise(48_000, 4 * 48_000, 1);
        var rates = new List<double>();
        foreach (var kbps in new[] { 8, 24, 64 }) rates.Add((await ReconstructAsync(Opus, original, $$"""{"kbps":{{kbps}}}""")).BitRate!.Value);
        Assert.Equal(rates.Order(), rates);
        Assert.InRange(rates[1], 12_000, 36_000);
        Assert.NotEqual(24_000, rates[1]);
    }

    [Fact]
    public async Task Mu_law_has_its_nominal_bit_rate_and_a_filter_has_none()
    {
        var original = Noise(24_000, 24_000, 1);
        Assert.Equal(8 * 24_000, (await ReconstructAsync(MuLaw, original, """{"bits":8}""")).BitRate);
        Assert.Null((await ReconstructAsync(LowPass, original, """{"hertz":3500}""")).BitRate);
    }

    [Fact]
    public async Task A_tokenizer_gives_its_tokens_and_how_many_survive_another_encoding()
    {
        packs.Require(Pack);
        var made = await ReconstructAsync(Pack, SelfTestMaterial.Audio(Pack), """{"codebooks":3}""");
        Assert.Equal(3, made.Tokens!.Codes.Count);
        Assert.Equal(3 * 50 * 9, made.BitRate!.Value, 6);
        Assert.Equal(3, made.Survival!.Codebooks.Count);
        Assert.InRange(made.Survival.Share, 0.05, 0.999);
    }

    [Fact]
    public void Every_option_is_accepted_as_it_stands_and_baselines_are_always_listed()
    {
        Assert.Superset(new HashSet<string> { MuLaw, LowPass, Opus }, reconstructors.All.Select(one => one.System.Id).ToHashSet());
        foreach (var one in reconstructors.All)
            Assert.All(one.Options, option => Assert.Equal(option.Settings, one.Check(option.Settings).Value));
        Assert.Equal(["4 bits", "5 bits", "6 bits", "7 bits", "8 bits"], Find(MuLaw).Options.Select(option => option.Phrase));
    }

    [Theory]
    [InlineData(MuLaw, """{"bits":3}""", "setting-out-of-range")]
    [InlineData(MuLaw, """{"bits":"8"}""", "setting-missing")]
    [InlineData(MuLaw, """{"bits":8,"colour":1}""", "setting-unknown")]
    [InlineData(LowPass, """{"hertz":5000}""", "setting-out-of-range")]
    [InlineData(Opus, """{}""", "setting-missing")]
    [InlineData(Opus, "nonsense", "setting-missing")]
    [InlineData(Pack, """{"codebooks":9}""", "setting-out-of-range")]
    public void Settings_that_do_not_fit_are_refused_by_name(string system, string settings, string code)
    {
        var error = Find(system).Check(settings).Error;
        Assert.Equal(code, error?.Code);
        Assert.Contains(system, error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_reconstructed_is_refused_with_the_cure()
    {
        Assert.Equal("system-unknown", reconstructors.Find("baseline/mp3").Error?.Code);
        Assert.Equal("anchor-inaudible", (await Find(LowPass).ReconstructAsync(Noise(8000, 800, 1), """{"hertz":7000}""", TestContext.Current.CancellationToken)).Error?.Code);
        foreach (var one in reconstructors.All.Where(one => one.System.Status == PackStatus.Ready))
            Assert.Equal("audio-empty", (await one.ReconstructAsync(new AudioClip(16_000, Array.Empty<float>()), one.Options[0].Settings, TestContext.Current.CancellationToken)).Error?.Code);
    }

    private IReconstructor Find(string system) => reconstructors.Find(system).Value;

    private async Task<Reconstruction> ReconstructAsync(string system, AudioClip original, string settings)
    {
        var found = Find(system);
        Assert.SkipUnless(found.System.Status == PackStatus.Ready, string.Join(' ', found.System.Problems));
        return (await found.ReconstructAsync(original, settings, TestContext.Current.CancellationToken)).Value;
    }

    /// <summary>Noise that falls by 6 dB an octave and swells three times a second: enough like speech for every codec.</summary>
    private static AudioClip Noise(int rate, int samples, int channels)
    {
        var random = new SeededRandom(11);
        return new AudioClip(rate, [.. Enumerable.Range(0, channels).Select(_ =>
        {
            var level = 0.0;
            return Enumerable.Range(0, samples).Select(i =>
            {
                level = (0.98 * level) + (0.2 * (random.NextDouble() - 0.5));
                return (float)(0.5 * level * (1 + Math.Sin(2 * Math.PI * 3 * i / rate)));
            }).ToArray();
        })]);
    }
}
