using SpeechScoop.Audio.Features;
using SpeechScoop.Inference.Recognition;

namespace SpeechScoop.Inference.Tests.Recognition;

public sealed class SilenceGateTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1e-5)]
    [InlineData(1e-4)]
    public void Silence_before_any_speech_is_silence(double level) => Assert.All(Silent(Noise(32000, level)), Assert.True);

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(0.5)]
    public void What_rises_and_falls_like_speech_is_not(double level) => Assert.All(Silent(Voice(48000, level)), Assert.False);

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    public void Noise_that_stays_as_it_is_becomes_silence_after_little_more_than_a_second(double level)
    {
        var silent = Silent(Noise(64000, level));
        Assert.All(silent[..110], Assert.False);
        Assert.All(silent[150..], Assert.True);
    }

    [Fact]
    public void Speech_that_begins_in_noise_is_heard_from_its_first_moment()
    {
        var samples = Noise(80000, 0.02);
        var voice = Voice(32000, 0.3);
        for (var i = 0; i < voice.Length; i++) samples[48000 + i] += voice[i];
        var silent = Silent(samples);
        Assert.All(silent[150..280], Assert.True);
        Assert.All(silent[298..], Assert.False);
    }

    [Fact]
    public void A_pause_is_silence_but_for_its_edges()
    {
        float[] samples = [.. Noise(16000, 0.3), .. Noise(16000, 1e-3), .. Noise(16000, 0.3)];
        var silent = Silent(samples);
        Assert.All(silent[..112], Assert.False);
        Assert.All(silent[120..180], Assert.True);
        Assert.All(silent[188..], Assert.False);
    }

    [Fact]
    public void A_quiet_voice_after_a_loud_click_is_still_heard()
    {
        var samples = Voice(48000, 0.01);
        for (var i = 8000; i < 8080; i++) samples[i] = 0.9f;
        Assert.DoesNotContain(true, Silent(samples));
    }

    [Fact]
    public void Forgetting_what_is_past_changes_nothing()
    {
        float[] samples = [.. Noise(16000, 0.3), .. Noise(16000, 1e-4)];
        Assert.Equal(Silent(samples), Silent(samples, forget: true));
    }

    private static bool[] Silent(float[] samples, bool forget = false)
    {
        var preset = LogMelPresets.Scoop64;
        var features = new LogMel(preset).Compute(samples);
        var gate = new SilenceGate(preset.Bands, 100, 12);
        var frames = features.Length / preset.Bands;
        var silent = new bool[frames];
        for (int frame = 0, asked = 0; frame < frames; frame++)
        {
            gate.Accept(features.AsSpan(frame * preset.Bands, preset.Bands));
            for (; asked + gate.LookAhead <= frame || (frame == frames - 1 && asked < frames); asked++)
            {
                silent[asked] = gate.IsSilent(asked);
                if (forget) gate.ForgetBefore(asked);
            }
        }
        return silent;
    }

    // Noise with four syllables a second.
    private static float[] Voice(int samples, double level)
        => [.. Noise(samples, level).Select((sample, i) => (float)(sample * (0.02 + Math.Pow(Math.Sin(Math.PI * 4 * i / 16000), 2))))];

    private static float[] Noise(int samples, double level)
    {
        var random = new SeededRandom(3);
        return [.. Enumerable.Range(0, samples).Select(_ => (float)((random.NextDouble() - 0.5) * level))];
    }
}
