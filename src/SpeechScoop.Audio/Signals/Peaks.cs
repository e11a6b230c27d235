using System.Numerics.Tensors;

namespace SpeechScoop.Audio.Signals;

/// <summary>What a waveform display draws: the extremes of equal stretches of a clip.</summary>
public static class Peaks
{
    /// <summary>Smallest and largest sample of each stretch, over all channels.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="count">Number of stretches, at least 1; where the clip has fewer samples, some repeat.</param>
    public static (float Min, float Max)[] Compute(AudioClip clip, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var peaks = new (float Min, float Max)[count];
        if (clip.Length == 0) return peaks;
        for (var i = 0; i < count; i++)
        {
            var start = (int)((long)i * clip.Length / count);
            var length = Math.Max(1, (int)((i + 1L) * clip.Length / count) - start);
            var (min, max) = (float.PositiveInfinity, float.NegativeInfinity);
            for (var c = 0; c < clip.ChannelCount; c++)
            {
                var stretch = clip.Channel(c).Slice(start, length);
                min = Math.Min(min, TensorPrimitives.Min(stretch));
                max = Math.Max(max, TensorPrimitives.Max(stretch));
            }
            peaks[i] = (min, max);
        }
        return peaks;
    }
}
