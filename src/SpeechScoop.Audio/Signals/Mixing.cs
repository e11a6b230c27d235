using System.Numerics.Tensors;

namespace SpeechScoop.Audio.Signals;

/// <summary>Changes of level and length that listening tests and long synthesis need. Clips go in, new clips come out.</summary>
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

    /// <summary>The clip at the RMS level of another, but with no sample beyond full scale; silence stays silence.</summary>
    public static AudioClip MatchLevel(AudioClip clip, AudioClip reference)
    {
        double rms = Rms(clip), wanted = Rms(reference);
        var peak = Enumerable.Range(0, clip.ChannelCount).Max(c => Levels.Peak(clip.Channel(c)));
        return rms == 0 || wanted == 0 ? clip : Scale(clip, Math.Min(wanted / rms, 1 / peak));
    }

    /// <summary>Cut, or padded with silence at the end, to a length in samples.</summary>
    public static AudioClip ToLength(AudioClip clip, int length) => clip.Length == length ? clip : Map(clip, samples =>
    {
        var sized = new float[length];
        samples[..Math.Min(length, samples.Length)].CopyTo(sized);
        return sized;
    });

    /// <summary>Clips one after the other with silence between them.</summary>
    /// <param name="clips">At least one; all of the same rate and channel count.</param>
    /// <param name="pauseSeconds">Silence between two clips.</param>
    public static AudioClip Concatenate(IReadOnlyList<AudioClip> clips, double pauseSeconds = 0)
    {
        if (clips.Count == 0) throw new ArgumentException("There is nothing to concatenate.", nameof(clips));
        var first = clips[0];
        if (clips.Any(clip => clip.SampleRate != first.SampleRate || clip.ChannelCount != first.ChannelCount))
            throw new ArgumentException("Clips of different rates or channel counts cannot be joined: convert them first.", nameof(clips));
        var pause = (int)Math.Round(pauseSeconds * first.SampleRate);
        var channels = new float[first.ChannelCount][];
        for (var c = 0; c < channels.Length; c++)
        {
            channels[c] = new float[clips.Sum(clip => clip.Length) + ((clips.Count - 1) * pause)];
            var at = 0;
            foreach (var clip in clips)
            {
                clip.Channel(c).CopyTo(channels[c].AsSpan(at));
                at += clip.Length + pause;
            }
        }
        return new AudioClip(first.SampleRate, channels);
    }

    /// <summary>Two signals added, the second with a factor; as long as the first.</summary>
    public static float[] Add(ReadOnlySpan<float> signal, ReadOnlySpan<float> other, float factor)
    {
        var sum = signal.ToArray();
        var overlap = Math.Min(sum.Length, other.Length);
        TensorPrimitives.MultiplyAdd(other[..overlap], factor, sum.AsSpan(0, overlap), sum.AsSpan(0, overlap));
        return sum;
    }

    private static double Rms(AudioClip clip) =>
        Math.Sqrt(Enumerable.Range(0, clip.ChannelCount).Average(c => Math.Pow(Levels.Rms(clip.Channel(c)), 2)));

    private delegate float[] Change(ReadOnlySpan<float> samples);

    private static AudioClip Map(AudioClip clip, Change change)
    {
        var channels = new float[clip.ChannelCount][];
        for (var c = 0; c < channels.Length; c++) channels[c] = change(clip.Channel(c));
        return new AudioClip(clip.SampleRate, channels);
    }
}
