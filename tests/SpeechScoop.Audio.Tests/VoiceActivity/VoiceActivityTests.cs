using CsCheck;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Tests.Metrics.Pitch;
using SpeechScoop.Audio.VoiceActivity;
using SpeechScoop.Tests;

namespace SpeechScoop.Audio.Tests.VoiceActivity;

public sealed class VoiceActivityTests
{
    /// <summary>Voice from 0.5 to 1.2 s and from 1.6 to 2.1 s of 3 s.</summary>
    private static AudioClip TwoWords(double noise, int sampleRate = 16_000) =>
        Voices.Sing(3, t => t is (> 0.5 and < 1.2) or (> 1.6 and < 2.1) ? Voices.Melody(t, 140) : 0, sampleRate, noise);

    [Theory]
    [InlineData(0, 16_000)]
    [InlineData(0.01, 16_000)]
    [InlineData(0.0001, 8_000)]
    [InlineData(0.0001, 96_000)]
    public void Words_are_found_where_they_are_with_and_without_background(double noise, int sampleRate)
    {
        var activity = EnergyVoiceActivity.Instance.Detect(TwoWords(noise, sampleRate));
        Assert.Equal(2, activity.Segments.Count);
        Assert.Equal(0.5, activity.LeadingSilence, 0.02);
        Assert.Equal(0.9, activity.TrailingSilence, 0.02);
        Assert.Equal(0.4, activity.LongestPause, 0.02);
        Assert.Equal(1.2, activity.SpeechSeconds, 0.03);
        Assert.Equal(1.6, activity.SpanSeconds, 0.03);
        Assert.Equal(0.6, activity.SilenceRatio, 0.01);
    }

    [Fact]
    public void Level_does_not_matter_above_the_floor()
    {
        var (loud, soft) = (EnergyVoiceActivity.Instance.Detect(TwoWords(0)), EnergyVoiceActivity.Instance.Detect(Voices.Times(TwoWords(0), 0.05f)));
        Assert.Equal(loud.Segments, soft.Segments);
    }

    [Fact]
    public void Silence_has_no_speech_and_an_unbroken_voice_no_silence()
    {
        var silence = EnergyVoiceActivity.Instance.Detect(new AudioClip(16_000, new float[16_000]));
        Assert.Empty(silence.Segments);
        Assert.Equal((1.0, 1.0, 1.0, 0.0, 0.0), (silence.SilenceRatio, silence.LeadingSilence, silence.TrailingSilence, silence.SpanSeconds, silence.LongestPause));
        Assert.Empty(EnergyVoiceActivity.Instance.Detect(new AudioClip(16_000, [[]])).Segments);
        Assert.Equal(0, EnergyVoiceActivity.Instance.Detect(Voices.Sing(1, _ => 150)).SilenceRatio, 0.001);
    }

    [Fact]
    public void Golden_takes_end_before_their_silence()
    {
        var take = WavReader.Read(File.ReadAllBytes(SharedMaterial.PathTo("golden", "espeak", "take_b.wav"))).Value;
        var activity = EnergyVoiceActivity.Instance.Detect(take);
        Assert.Equal(0.35, activity.TrailingSilence, 0.02);
        Assert.InRange(activity.LeadingSilence, 0, 0.05);
        Assert.InRange(activity.SilenceRatio, 0.05, 0.3);
    }

    [Fact]
    public void Rules_join_over_short_silences_drop_short_sounds_and_pad_no_further_than_half_a_silence()
    {
        var rules = new SegmentRules();
        float[] probabilities = [0, 0.4f, .. On(10), 0, 0, .. On(10), .. Off(10), 1, 1, .. Off(10), .. On(10), 0.4f, 0.4f, .. Off(4)];
        // Frames of 30 ms: 22 frames with a gap of two, then two frames alone, then ten that fade slowly.
        var segments = rules.Apply(probabilities, 0.03, probabilities.Length * 0.03);
        Assert.Equal(2, segments.Count);
        Assert.Equal(0.06 - 0.03, segments[0].StartSeconds, 1e-9);
        Assert.Equal((24 * 0.03) + 0.03, segments[0].EndSeconds, 1e-9);
        Assert.Equal((46 * 0.03) - 0.03, segments[1].StartSeconds, 1e-9);
        Assert.Equal((58 * 0.03) + 0.03, segments[1].EndSeconds, 1e-9);
        Assert.Equal(new SpeechSegment(0, 0.3), Assert.Single(rules.Apply(On(10), 0.03, 0.3)));

        static float[] On(int count) => [.. Enumerable.Repeat(1f, count)];

        static float[] Off(int count) => new float[count];
    }

    [Fact]
    public void Segments_are_in_order_apart_and_inside_the_clip() =>
        Gen.Float[0, 1].Array[0, 200].Sample(probabilities =>
        {
            var duration = probabilities.Length * 0.032;
            var segments = new SegmentRules().Apply(probabilities, 0.032, duration);
            var edges = segments.SelectMany(segment => new[] { segment.StartSeconds, segment.EndSeconds }).ToArray();
            Assert.Equal(edges.Order(), edges);
            Assert.All(edges, edge => Assert.InRange(edge, -1e-9, duration + 1e-9));
            Assert.All(segments, segment => Assert.True(segment.EndSeconds - segment.StartSeconds >= 0.25 - 1e-6));
        });
}
