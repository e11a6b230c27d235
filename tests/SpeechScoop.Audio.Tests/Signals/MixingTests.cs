using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Tests.Signals;

public sealed class MixingTests
{
    private static readonly AudioClip Clip = new(1000, [0.1f, -0.2f, 0.4f]);

    [Fact]
    public void Gain_is_in_decibels() => Assert.Equal(0.8f, Mixing.Gain(Clip, 6.0206).Channel(0)[2], 1e-4f);

    [Fact]
    public void Lengths_are_cut_or_padded_with_silence()
    {
        Assert.Equal([0.1f, -0.2f], Mixing.ToLength(Clip, 2).Channel(0).ToArray());
        Assert.Equal([0.1f, -0.2f, 0.4f, 0], Mixing.ToLength(Clip, 4).Channel(0).ToArray());
        Assert.Same(Clip, Mixing.ToLength(Clip, 3));
    }

    [Fact]
    public void Adding_keeps_the_length_of_the_first() =>
        Assert.Equal([1.5f, 2, 3], Mixing.Add([1, 2, 3], [1], 0.5f));

    [Fact]
    public void Levels_are_relative_to_full_scale()
    {
        float[] sine = [.. Enumerable.Range(0, 48000).Select(i => MathF.Sin(2 * MathF.PI * 1000 * i / 48000))];
        Assert.Equal(-3.0103, Levels.RmsDb(sine), 1e-3);
        Assert.Equal(0, Levels.PeakDb(sine), 1e-3);
        Assert.Equal(Levels.SilenceDb, Levels.RmsDb(new float[10]));
        Assert.Equal(Levels.SilenceDb, Levels.PeakDb([]));
        Assert.Equal(2, Levels.CountClipped([1, -1, 0.99f]));
    }
}
