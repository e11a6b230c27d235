using System.Numerics;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Tests.Signals;

public sealed class AnchorTests
{
    public static TheoryData<Anchor, int> Cases => new()
    {
        { Anchor.LowPass35, 16000 }, { Anchor.LowPass35, 22050 }, { Anchor.LowPass35, 24000 }, { Anchor.LowPass35, 44100 }, { Anchor.LowPass35, 48000 }, { Anchor.LowPass35, 96000 },
        { Anchor.LowPass70, 16000 }, { Anchor.LowPass70, 22050 }, { Anchor.LowPass70, 24000 }, { Anchor.LowPass70, 44100 }, { Anchor.LowPass70, 48000 }, { Anchor.LowPass70, 96000 }, { Anchor.LowPass70, 192000 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_filter_meets_the_mask_of_BS_1534(Anchor anchor, int rate)
    {
        var taps = Anchors.Filter(anchor, rate).Taps;
        var pass = anchor.PassBandHz();
        for (var frequency = 0.0; frequency <= rate / 2.0; frequency += 10)
        {
            var db = 20 * Math.Log10(Response(taps, frequency / rate));
            if (frequency <= pass) Assert.InRange(db, -0.1, 0.1);
            if (frequency >= pass + 500) Assert.InRange(db, -400, -25);
            if (frequency >= pass + 1000) Assert.InRange(db, -400, -50);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tones_that_pass_through_come_out_as_the_mask_asks(Anchor anchor, int rate)
    {
        var pass = anchor.PassBandHz();
        foreach (var hertz in new[] { 40, 100, 440, 1_000, 2_000, 3_000, 3_300, 3_400, 3_450, 3_500, 5_000, 6_000, 6_800, 6_900, 6_950, 7_000 }.Where(hertz => hertz <= pass))
            Assert.Equal(0, ThroughAnchor(anchor, hertz, rate), 0.1);
        for (var hertz = pass + 500; hertz < rate / 2.0; hertz += hertz < pass + 1_500 ? 50 : 1_333)
            Assert.InRange(ThroughAnchor(anchor, hertz, rate), -300, hertz < pass + 1_000 ? -25 : -50);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_tone_in_the_pass_band_comes_out_in_phase(Anchor anchor, int rate)
    {
        var (tone, output) = Through(anchor, 1_237, rate);
        for (var i = tone.Length / 3; i < tone.Length / 2; i++) Assert.Equal(tone[i], output[i], 1e-2f * 0.5f);
        var speech = new AudioClip(rate, TestSpeech.Make(1, rate, rate));
        Assert.Equal(0, DelayEstimate.Of(Anchors.Of(speech, anchor).Channel(0), speech.Channel(0), rate).Samples);
    }

    [Fact]
    public void Every_channel_is_filtered_alike()
    {
        float[] left = TestSpeech.Make(1, 8_000, 16_000), right = TestSpeech.Make(2, 8_000, 16_000);
        var anchor = Anchors.Of(new AudioClip(16_000, left, right), Anchor.LowPass35);
        Assert.Equal(Anchors.Of(new AudioClip(16_000, left), Anchor.LowPass35).Channel(0), anchor.Channel(0));
        Assert.Equal(Anchors.Of(new AudioClip(16_000, right), Anchor.LowPass35).Channel(0), anchor.Channel(1));
    }

    [Fact]
    public void An_anchor_is_not_shifted_against_its_reference()
    {
        var impulse = new float[2001];
        impulse[700] = 1;
        var anchor = Anchors.Of(new AudioClip(48000, impulse), Anchor.LowPass35).Channel(0);
        Assert.Equal(2001, anchor.Length);
        for (var i = 1; i < 600; i++) Assert.Equal(anchor[700 - i], anchor[700 + i], 1e-7f);
        Assert.Equal(anchor[700], anchor.ToArray().Max());
    }

    [Fact]
    public void At_a_rate_without_anything_above_the_pass_band_the_anchor_is_the_reference()
    {
        var clip = new AudioClip(8000, [1, 2, 3]);
        Assert.Same(clip, Anchors.Of(clip, Anchor.LowPass70));
        Assert.False(Anchor.LowPass70.IsAudible(8000));
        Assert.True(Anchor.LowPass70.IsAudible(16000));
    }

    /// <summary>What becomes of a tone's level, in decibels, without the clip's ends where it sets in.</summary>
    private static double ThroughAnchor(Anchor anchor, double hertz, int rate)
    {
        var (tone, output) = Through(anchor, hertz, rate);
        var middle = tone.Length / 4;
        return 20 * Math.Log10(Levels.Rms(output.AsSpan(middle, 2 * middle)) / Levels.Rms(tone.AsSpan(middle, 2 * middle)));
    }

    private static (float[] Tone, float[] Output) Through(Anchor anchor, double hertz, int rate)
    {
        var tone = new float[rate / 5];
        for (var i = 0; i < tone.Length; i++) tone[i] = (float)(0.5 * Math.Sin(2 * Math.PI * hertz * i / rate));
        return (tone, Anchors.Of(new AudioClip(rate, tone), anchor).Channel(0).ToArray());
    }

    private static double Response(IReadOnlyList<float> taps, double frequency)
    {
        Complex sum = 0;
        for (var i = 0; i < taps.Count; i++) sum += taps[i] * Complex.FromPolarCoordinates(1, -2 * Math.PI * frequency * i);
        return sum.Magnitude;
    }
}
