using System.Text.Json;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Metrics.Pitch;
using SpeechScoop.Tests;

namespace SpeechScoop.Audio.Tests.Metrics.Pitch;

public sealed class PitchTrackerTests
{
    [Fact]
    public void It_agrees_with_Praat_on_every_golden_clip_at_hand()
    {
        var folder = SharedMaterial.PathTo("golden");
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "golden_f0_praat.json")));
        var compared = 0;
        foreach (var clip in golden.RootElement.EnumerateObject())
        {
            var path = Path.Combine(folder, clip.Name);
            if (!File.Exists(path)) continue;
            var expected = clip.Value.GetProperty("f0").EnumerateArray().Select(f => f.GetDouble()).ToArray();
            var track = PitchTracker.Track(WavReader.Read(File.ReadAllBytes(path)).Value);

            Assert.Equal(expected.Length, track.Hertz.Count);
            Assert.Equal(clip.Value.GetProperty("t0").GetDouble(), track.FirstSeconds, 1e-6);
            var errors = Errors(expected, track.Hertz);
            TestContext.Current.TestOutputHelper?.WriteLine($"{clip.Name}: {errors}");
            Assert.True(errors.Gross <= 0.01 && errors.Rmse <= 2 && errors.Voicing <= 0.02, $"{clip.Name}: {errors}");
            Assert.Equal(clip.Value.GetProperty("mean_hz").GetDouble(), track.Voiced.Average(), 1.0);
            compared++;
        }
        Assert.True(compared >= 5, $"only {compared} clips were found");
    }

    [Fact]
    public void It_finds_the_pitch_that_a_synthetic_voice_was_made_with()
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(SharedMaterial.PathTo("golden", "synth", "f0_truth.json")));
        // The truth has a value every 10 ms from 0 on; the first frame lies at 30 ms.
        var expected = truth.RootElement.GetProperty("f0_truth_10ms").EnumerateArray().Select(f => f.GetDouble()).Skip(3).ToArray();
        var track = PitchTracker.Track(WavReader.Read(File.ReadAllBytes(SharedMaterial.PathTo("golden", "synth", "ref_16000.wav"))).Value);
        var errors = Errors(expected[..track.Hertz.Count], track.Hertz);
        TestContext.Current.TestOutputHelper?.WriteLine($"{errors}");
        Assert.True(errors.Gross <= 0.01 && errors.Rmse <= 2 && errors.Voicing <= 0.05, $"{errors}");
    }

    [Theory]
    [InlineData(60, 16_000)]
    [InlineData(110, 4_000)]
    [InlineData(110, 8_000)]
    [InlineData(220, 44_100)]
    [InlineData(440, 48_000)]
    [InlineData(220, 96_000)]
    [InlineData(580, 16_000)]
    public void A_steady_voice_has_its_pitch_in_every_frame_at_any_rate(double hertz, int sampleRate)
    {
        var track = PitchTracker.Track(Voices.Sing(0.5, _ => hertz, sampleRate));
        Assert.NotEmpty(track.Hertz);
        Assert.All(track.Hertz, found => Assert.Equal(hertz, found, hertz * 0.001));
    }

    [Fact]
    public void An_octave_up_doubles_every_frame()
    {
        var (low, high) = (PitchTracker.Track(Voices.Sing(1, t => Voices.Melody(t, 120))), PitchTracker.Track(Voices.Sing(1, t => 2 * Voices.Melody(t, 120))));
        Assert.Equal(low.Voiced.Count, low.Hertz.Count);
        Assert.All(low.Hertz.Zip(high.Hertz), pair => Assert.Equal(2 * pair.First, pair.Second, 0.01 * pair.Second));
    }

    [Fact]
    public void Level_and_offset_do_not_matter()
    {
        var voice = Voices.Sing(1, t => t is > 0.4 and < 0.6 ? 0 : Voices.Melody(t, 150), noise: 0.002);
        var track = PitchTracker.Track(voice);
        Assert.InRange(track.VoicedShare, 0.7, 0.85);
        Assert.All(track.Hertz.Zip(PitchTracker.Track(Voices.Times(voice, 0.01f)).Hertz), pair => Assert.Equal(pair.First, pair.Second, 0.01));
        var raised = new AudioClip(16_000, [.. voice.Channel(0).ToArray().Select(x => x + 0.25f)]);
        Assert.All(track.Hertz.Zip(PitchTracker.Track(raised).Hertz), pair => Assert.Equal(pair.First, pair.Second, 0.05));
    }

    [Fact]
    public void Silence_and_noise_have_no_pitch()
    {
        Assert.Empty(PitchTracker.Track(new AudioClip(16_000, new float[16_000])).Voiced);
        Assert.InRange(PitchTracker.Track(Voices.Sing(2, _ => 0, noise: 0.5)).VoicedShare, 0, 0.02);
    }

    [Fact]
    public void A_clip_shorter_than_the_window_has_no_frames()
    {
        Assert.Empty(PitchTracker.Track(new AudioClip(16_000, new float[959])).Hertz);
        Assert.Single(PitchTracker.Track(new AudioClip(16_000, new float[960])).Hertz);
        Assert.Throws<ArgumentOutOfRangeException>(() => PitchTracker.Track(new float[1000], 1_000));
    }

    [Fact]
    public void Channels_are_averaged()
    {
        var voice = Voices.Sing(0.5, _ => 200).Channel(0).ToArray();
        Assert.Equal(PitchTracker.Track(new AudioClip(16_000, voice)).Hertz, PitchTracker.Track(new AudioClip(16_000, voice, voice)).Hertz);
    }

    internal static (double Gross, double Rmse, double Voicing, double Largest) Errors(IReadOnlyList<double> expected, IReadOnlyList<double> track)
    {
        var both = Enumerable.Range(0, expected.Count).Where(i => expected[i] > 0 && track[i] > 0).ToArray();
        return ((double)both.Count(i => Math.Abs(track[i] - expected[i]) > 0.2 * expected[i]) / both.Length,
            Math.Sqrt(both.Average(i => Math.Pow(track[i] - expected[i], 2))),
            (double)Enumerable.Range(0, expected.Count).Count(i => expected[i] > 0 != track[i] > 0) / expected.Count,
            both.Max(i => Math.Abs(track[i] - expected[i])));
    }
}
