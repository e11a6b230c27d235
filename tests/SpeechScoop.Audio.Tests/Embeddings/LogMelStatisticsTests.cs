using SpeechScoop.Audio.Embeddings;
using SpeechScoop.Embeddings;

namespace SpeechScoop.Audio.Tests.Embeddings;

public class LogMelStatisticsTests
{
    private const int Rate = 32_000;

    /// <summary>Folders of sines, of noise and of clicks: a folder is nearest to itself, then to another of its kind.</summary>
    [Fact]
    public void Folders_rank_by_identity_then_kind()
    {
        Func<SeededRandom, AudioClip>[] kinds = [Sine, Noise, Clicks];
        var first = kinds.Select((kind, i) => Folder(kind, 10 + i)).ToArray();
        var second = kinds.Select((kind, i) => Folder(kind, 20 + i)).ToArray();
        for (var i = 0; i < kinds.Length; i++)
        {
            double Frechet(EmbeddingSet other) => FrechetDistance.Of(first[i], other).Value.Value;
            double Kernel(EmbeddingSet other) => KernelDistance.Of(first[i], other).Value.Value;
            var (identity, same) = (Frechet(first[i]), Frechet(second[i]));
            Assert.Equal(0, identity, 1e-6);
            Assert.True(identity < same);
            for (var j = 0; j < kinds.Length; j++)
            {
                if (i == j) continue;
                Assert.True(same < Frechet(second[j]) / 3, $"kinds {i} and {j}");
                Assert.True(Kernel(second[i]) < Kernel(second[j]), $"kinds {i} and {j}");
                Assert.True(KernelDistance.Of(first[i], second[j]).Value.P < 0.01);
            }
            Assert.True(KernelDistance.Of(first[i], second[i]).Value.P > 0.01);
        }
    }

    [Fact]
    public void A_tone_of_full_scale_has_about_0_dB_in_its_band_and_does_not_move()
    {
        var samples = new float[Rate];
        for (var i = 0; i < samples.Length; i++) samples[i] = MathF.Sin(2 * MathF.PI * 1000 * i / Rate);
        var vector = Assert.Single(LogMelStatistics.Instance.Embed(new AudioClip(Rate, samples)).Value);
        Assert.Equal(LogMelStatistics.Dimension, vector.Length);
        Assert.InRange(vector[..LogMelStatistics.Bands].Max(), -3, 2);
        Assert.InRange(vector[Array.IndexOf(vector, vector[..LogMelStatistics.Bands].Max()) + LogMelStatistics.Bands], 0, 0.1);
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(1.03, 1)]
    [InlineData(1.6, 2)]
    [InlineData(3.03, 5)]
    public void Windows_of_a_second_begin_every_half(double seconds, int windows)
        => Assert.Equal(windows, LogMelStatistics.Instance.Embed(new AudioClip(Rate, new float[(int)(seconds * Rate)])).Value.Count);

    [Fact]
    public void Gain_moves_the_means_by_as_many_decibels_and_leaves_the_deviations()
    {
        var clip = Noise(new SeededRandom(3));
        var quieter = new AudioClip(Rate, [.. clip.Channel(0).ToArray().Select(sample => sample * 0.5f)]);
        var (a, b) = (LogMelStatistics.Instance.Embed(clip).Value[0], LogMelStatistics.Instance.Embed(quieter).Value[0]);
        for (var i = 0; i < LogMelStatistics.Bands; i++)
        {
            Assert.Equal(a[i] - 6.0206, b[i], 0.01);
            Assert.Equal(a[i + LogMelStatistics.Bands], b[i + LogMelStatistics.Bands], 0.01);
        }
    }

    [Fact]
    public void Silence_is_finite_and_other_rates_and_channels_give_about_the_same_vector()
    {
        Assert.All(LogMelStatistics.Instance.Embed(new AudioClip(8_000, new float[8_000])).Value[0], value => Assert.InRange(value, -90.1, 1e-6));
        var low = Enumerable.Range(0, 48_000).Select(i => 0.3f * MathF.Sin(2 * MathF.PI * 440 * i / 48_000)).ToArray();
        var at32 = Enumerable.Range(0, 32_000).Select(i => 0.3f * MathF.Sin(2 * MathF.PI * 440 * i / 32_000)).ToArray();
        var (a, b) = (LogMelStatistics.Instance.Embed(new AudioClip(48_000, low, low)).Value[0], LogMelStatistics.Instance.Embed(new AudioClip(32_000, at32)).Value[0]);
        Assert.Equal(a.Take(LogMelStatistics.Bands).Max(), b.Take(LogMelStatistics.Bands).Max(), 0.1);
    }

    [Fact]
    public void A_clip_shorter_than_a_frame_is_refused_with_the_length_needed()
    {
        var error = LogMelStatistics.Instance.Embed(new AudioClip(16_000, new float[100])).Error!;
        Assert.Equal("clip-too-short", error.Code);
        Assert.Contains("0.032 s", error.Message, StringComparison.Ordinal);
    }

    private static EmbeddingSet Folder(Func<SeededRandom, AudioClip> kind, int seed)
    {
        var random = new SeededRandom(seed);
        return EmbeddingSet.Of($"folder {seed}", Enumerable.Range(0, 24).SelectMany(clip => LogMelStatistics.Instance.Embed(kind(random)).Value.Select(vector => new Embedding($"{clip}", vector)))).Value;
    }

    private static AudioClip Sine(SeededRandom random)
    {
        var (hertz, level) = (200 * Math.Pow(20, random.NextDouble()), 0.2 + (0.3 * random.NextDouble()));
        return Clip(i => level * Math.Sin(2 * Math.PI * hertz * i / Rate));
    }

    private static AudioClip Noise(SeededRandom random)
    {
        var level = 0.2 + (0.3 * random.NextDouble());
        return Clip(_ => level * ((2 * random.NextDouble()) - 1));
    }

    private static AudioClip Clicks(SeededRandom random)
    {
        var (gap, level) = (Rate / (5 + random.Next(20)), 0.3 + (0.5 * random.NextDouble()));
        return Clip(i => i % gap == 0 ? level : 0);
    }

    private static AudioClip Clip(Func<int, double> sample) => new(Rate, [.. Enumerable.Range(0, 2 * Rate).Select(i => (float)sample(i))]);
}
