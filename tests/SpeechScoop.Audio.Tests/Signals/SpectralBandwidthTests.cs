using SpeechScoop.Audio.Resampling;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Tests.Signals;

public sealed class SpectralBandwidthTests
{
    [Fact]
    public void White_noise_reaches_half_the_sample_rate()
    {
        foreach (var rate in new[] { 8_000, 16_000, 22_050, 48_000 })
            Assert.Equal(rate / 2.0, SpectralBandwidth.Hertz(new AudioClip(rate, TestSpeech.Noise(1, 2 * rate))));
    }

    [Theory]
    [InlineData(8_000, 4_000)]
    [InlineData(16_000, 8_000)]
    [InlineData(24_000, 12_000)]
    public void A_file_of_48_kHz_does_not_hide_that_it_was_made_from_less(int from, double expected)
    {
        var clip = Resample.To(new AudioClip(from, TestSpeech.Make(2, 3 * from, from)), 48_000);
        Assert.Equal(expected, SpectralBandwidth.Hertz(clip), 400.0);
    }

    [Fact]
    public void Anchors_end_where_they_are_meant_to()
    {
        var clip = new AudioClip(44_100, TestSpeech.Make(3, 100_000, 44_100));
        Assert.InRange(SpectralBandwidth.Hertz(Anchors.Of(clip, Anchor.LowPass35)), 3_500, 4_300);
        Assert.InRange(SpectralBandwidth.Hertz(Anchors.Of(clip, Anchor.LowPass70)), 7_000, 7_800);
        Assert.InRange(SpectralBandwidth.Hertz(clip), 21_000, 22_050);
    }

    [Fact]
    public void Silence_and_clicks_too_short_to_tell_have_none()
    {
        Assert.Equal(0, SpectralBandwidth.Hertz(new AudioClip(16_000, new float[20_000])));
        Assert.Equal(0, SpectralBandwidth.Hertz(new AudioClip(16_000, TestSpeech.Noise(1, 511))));
        Assert.Equal(0, SpectralBandwidth.Hertz(new AudioClip(8_000, Array.Empty<float>())));
    }
}
