using System.Numerics.Tensors;

namespace SpeechScoop.Audio.Signals;

/// <summary>Changes of level and length. Clips go in, new clips come out.</summary>
public static class Mixing
{
    /// <summary>Every sample times a factor.</summary>
    public static AudioClip Scale(AudioClip clip, double factor) => Map(clip, samples =>
    {
        var scaled = new float[samples.Length];
        TensorPrimitives.Multiply(samples, (float)factor, scaled);
        return scaled;
    });

    /// <summary>A level change in decibels.</summary>
    public static AudioClip Gain(AudioClip clip, double db) => Scale(clip, Levels.FromDb(db));

    /// <summary>Cut, or padded with silence at the end, to a length in samples.</summary>
    public static AudioClip ToLength(AudioClip clip, int length) => clip.Length == length ? clip : Map(clip, samples =>
    {
        var sized = new float[length];
        samples[..Math.Min(length, samples.Length)].CopyTo(sized);
        return sized;
    });

    /// <summary>Two signals added, the second with a factor; as long as the first.</summary>
    public static float[] Add(ReadOnlySpan<float> signal, ReadOnlySpan<float> other, float factor)
    {
        var sum = signal.ToArray();
        var overlap = Math.Min(sum.Length, other.Length);
        TensorPrimitives.MultiplyAdd(other[..overlap], factor, sum.AsSpan(0, overlap), sum.AsSpan(0, overlap));
        return sum;
    }

    private delegate float[] Change(ReadOnlySpan<float> samples);

    private static AudioClip Map(AudioClip clip, Change change)
    {
        var channels = new float[clip.ChannelCount][];
        for (var c = 0; c < channels.Length; c++) channels[c] = change(clip.Channel(c));
        return new AudioClip(clip.SampleRate, channels);
    }
}
