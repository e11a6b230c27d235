using System.Buffers;
using SpeechScoop.Audio.Features;

namespace SpeechScoop.Inference.Recognition;

/// <summary>The feature frames of a stream that are still needed, addressed by their number since the stream's start.</summary>
internal sealed class FeatureHistory(int bands) : IBufferWriter<float>
{
    private float[] values = new float[512 * bands];
    private int used;
    private long first;

    /// <summary>Frames written since the stream's start.</summary>
    public long Count => first + (used / bands);

    /// <summary>Number of the oldest frame that is kept.</summary>
    public long First => first;

    /// <summary>The bands of one frame.</summary>
    public ReadOnlySpan<float> Frame(long number) => values.AsSpan((int)(number - first) * bands, bands);

    /// <summary>Forgets the frames before a number.</summary>
    public void ForgetBefore(long number)
    {
        var frames = (int)Math.Clamp(number - first, 0, used / bands);
        if (frames == 0) return;
        values.AsSpan(frames * bands, used - (frames * bands)).CopyTo(values);
        used -= frames * bands;
        first += frames;
    }

    /// <summary>Writes frames to a matrix of bands × frames, as networks take them.</summary>
    public void CopyBandsFirst(long from, int frames, Span<float> matrix) =>
        LogMel.Transpose(values.AsSpan((int)(from - first) * bands, frames * bands), bands, matrix);

    /// <summary>Appends the quietest of the last frames again and again.</summary>
    /// <param name="times">How often.</param>
    /// <param name="among">How many of the last frames are looked at.</param>
    public void RepeatQuietest(int times, int among)
    {
        if (Count == 0) return;
        var (quietest, lowest) = (Count - 1, float.MaxValue);
        for (var frame = Count - 1; frame >= Math.Max(first, Count - among); frame--)
        {
            var sum = 0f;
            foreach (var value in Frame(frame)) sum += value;
            if (sum < lowest) (quietest, lowest) = (frame, sum);
        }
        var copy = Frame(quietest).ToArray();
        for (var i = 0; i < times; i++) this.Write(copy);
    }

    public void Advance(int count) => used += count;

    public Memory<float> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return values.AsMemory(used);
    }

    public Span<float> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return values.AsSpan(used);
    }

    private void MakeRoom(int more)
    {
        var needed = used + Math.Max(1, more);
        // With some room to spare: a long recording announces its frames at once and then adds a short tail.
        if (needed > values.Length) Array.Resize(ref values, Math.Max(values.Length * 2, needed + (needed / 8)));
    }
}
