using System.Numerics;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Tests.Signals;

public sealed class AnchorTests
{
    public static TheoryData<Anchor, int> Cases => new()
    {
        { Anchor.LowPass35, 16000 }, { Anchor.LowPass35, 22050 }, { Anchor.LowPass35, 24000 }, { Anchor.LowPass35, 44100 }, { Anchor.LowPass35, 48000 }, { Anchor.LowPass35, 96000 },
        { Anchor.LowPass70, 16000 }, { Anchor.LowPass70, 24000 }, { Anchor.LowPass70, 44100 }, { Anchor.LowPass70, 48000 }, { Anchor.LowPass70, 192000 },
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

    private static double Response(IReadOnlyList<float> taps, double frequency)
    {
        Complex sum = 0;
        for (var i = 0; i < taps.Count; i++) sum += taps[i] * Complex.FromPolarCoordinates(1, -2 * Math.PI * frequency * i);
        return sum.Magnitude;
    }
}
