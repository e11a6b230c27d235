using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Loudness;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Tests.Loudness;

public sealed class LoudnessMeterTests
{
    [Fact]
    public void At_48_kHz_the_analogue_filters_give_the_tables_of_the_recommendation()
    {
        foreach (var (derived, table) in new[] { (KWeighting.Shelf(48_000), KWeighting.TableShelf), (KWeighting.HighPass(48_000), KWeighting.TableHighPass) })
        {
            Assert.Equal(table.B0, derived.B0, 1e-9);
            Assert.Equal(table.B1, derived.B1, 1e-9);
            Assert.Equal(table.B2, derived.B2, 1e-9);
            Assert.Equal(table.A1, derived.A1, 1e-9);
            Assert.Equal(table.A2, derived.A2, 1e-9);
        }
    }

    [Fact]
    public void A_full_scale_sine_of_997_hertz_in_one_channel_is_3_01_LUFS_down()
    {
        Assert.Equal(-3.01, LoudnessMeter.Integrated(new AudioClip(48_000, Tones.Mono(48_000, 997, (5, 0)))), 0.01);
    }

    [Fact]
    public void A_gain_changes_loudness_by_as_much()
    {
        var clip = new AudioClip(24_000, Noise(4, 5 * 24_000));
        foreach (var db in new[] { -30.0, -6, 3.5 })
            Assert.Equal(LoudnessMeter.Integrated(clip) + db, LoudnessMeter.Integrated(Mixing.Gain(clip, db)), 1e-3);
    }

    [Fact]
    public void Pauses_are_gated_out()
    {
        var speech = Noise(5, 4 * 16_000);
        var paused = new float[12 * 16_000];
        speech.AsSpan(0, 32_000).CopyTo(paused);
        speech.AsSpan(32_000).CopyTo(paused.AsSpan(8 * 16_000));
        Assert.Equal(LoudnessMeter.Integrated(new AudioClip(16_000, speech)), LoudnessMeter.Integrated(new AudioClip(16_000, paused)), 0.6);
    }

    [Fact]
    public void What_cannot_be_measured_is_silence_and_never_infinite()
    {
        foreach (var length in new[] { 0, 1, 100, 48_000 })
        {
            var reading = LoudnessMeter.Measure(new AudioClip(48_000, new float[length]));
            Assert.Equal(new LoudnessReading(Levels.SilenceDb, 0, Levels.SilenceDb, Levels.SilenceDb, Levels.SilenceDb), reading);
        }
    }

    [Fact]
    public void A_clip_of_less_than_400_ms_is_one_block()
    {
        var tone = new AudioClip(48_000, Tones.Mono(48_000, 1000, (0.25, -20)));
        Assert.Equal(-23, LoudnessMeter.Integrated(tone), 0.1);
        Assert.Equal(0, LoudnessMeter.Measure(tone).Range);
    }

    [Fact]
    public void The_true_peak_lies_above_the_samples_wherever_in_the_clip_it_is()
    {
        // A tone at a quarter of the rate whose samples are all 3 dB below its peak; short, at both ends and across internal blocks.
        foreach (var at in new[] { 0, 5, 16_370, 16_384, 16_390, 39_990 })
        {
            var samples = new float[40_000];
            for (var i = at; i < Math.Min(at + 40, samples.Length); i++) samples[i] = (float)(0.5 * Math.Sin((Math.PI / 2 * i) + (Math.PI / 4)));
            var peak = TruePeak.Linear(samples);
            Assert.InRange(peak, at > 39_980 ? 0.36f : 0.47f, 0.6f);
        }
        Assert.Equal(1, TruePeak.Linear([0, 0, 1, 0, 0]));
        Assert.Equal(0, TruePeak.Linear([]));
    }

    [Theory]
    [InlineData(48_000, 1)]
    [InlineData(48_000, 2)]
    [InlineData(44_100, 1)]
    [InlineData(24_000, 1)]
    [InlineData(16_000, 1)]
    public async Task Ffmpeg_measures_the_same(int sampleRate, int channels)
    {
        Assert.SkipUnless(AudioDecoder.Installed.Ffmpeg is not null, "needs ffmpeg (Debian: apt-get install ffmpeg)");
        var clip = new AudioClip(sampleRate, [.. Enumerable.Range(0, channels).Select(c => SpeechLike(c, 8 * sampleRate, sampleRate))]);
        var reading = LoudnessMeter.Measure(clip);
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.wav");
        try
        {
            await File.WriteAllBytesAsync(path, WavWriter.ToBytes(clip, WavFormat.Float32), TestContext.Current.CancellationToken);
            var report = await Ebur128(path);
            Assert.Equal(Figure(report, "I"), reading.Integrated, 0.15);
            Assert.Equal(Figure(report, "LRA"), reading.Range, 0.5);
            Assert.Equal(Figure(report, "Peak"), reading.TruePeakDb, 0.3);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string> Ebur128(string path)
    {
        using var process = Process.Start(new ProcessStartInfo(AudioDecoder.Installed.Ffmpeg!, ["-hide_banner", "-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"]) { RedirectStandardError = true })!;
        var output = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output[output.LastIndexOf("Summary:", StringComparison.Ordinal)..];
    }

    private static double Figure(string report, string name) =>
        double.Parse(Regex.Match(report, $@"\b{name}:\s+(-?[\d.]+)").Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>Noise whose level goes up and down four times a second, over 20 dB in the long run.</summary>
    private static float[] SpeechLike(int seed, int length, int sampleRate)
    {
        var noise = Noise(seed, length);
        var low = 0f;
        for (var i = 0; i < length; i++)
        {
            low += 0.15f * (noise[i] - low);
            var level = Levels.FromDb(-20 * Math.Abs(Math.Sin(Math.PI * 4 * i / sampleRate)) - (20.0 * i / length));
            noise[i] = (float)(2 * level * low);
        }
        return noise;
    }

    private static float[] Noise(int seed, int length)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (float)((2 * random.NextDouble()) - 1) * 0.5f)];
    }
}
