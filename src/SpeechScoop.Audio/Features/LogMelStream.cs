using System.Buffers;

namespace SpeechScoop.Audio.Features;

/// <summary>
/// Computes log-mel features while the signal arrives. Frames equal those of <see cref="LogMel"/> to the bit, however the
/// signal is cut. Not thread-safe.
/// </summary>
public sealed class LogMelStream
{
    private const int BlockSamples = 16_384;

    private readonly LogMelPreset preset;
    private readonly LogMelKernel kernel;
    private float[] held;
    private int heldCount;
    private long heldStart;
    private long received;
    private long nextFrame;
    private bool finished;

    /// <param name="preset">A front end whose <see cref="LogMelPreset.IsStreaming"/> is true.</param>
    /// <exception cref="ArgumentException">The front end needs the whole clip.</exception>
    public LogMelStream(LogMelPreset preset)
    {
        if (!preset.IsStreaming) throw new ArgumentException($"The preset {preset.Name} normalises over the whole clip and cannot be streamed.", nameof(preset));
        this.preset = preset;
        kernel = new LogMelKernel(preset);
        held = new float[8 * preset.WindowLength];
    }

    /// <summary>Frames written so far.</summary>
    public long FrameCount => nextFrame;

    /// <summary>Takes the next samples and writes the frames that they complete.</summary>
    /// <param name="samples">Mono, −1..1, at the preset's rate; any count.</param>
    /// <param name="output">Receives frames × bands, row-major.</param>
    /// <returns>Number of frames written.</returns>
    /// <exception cref="InvalidOperationException">The stream has been finished.</exception>
    public int Accept(ReadOnlySpan<float> samples, IBufferWriter<float> output)
    {
        if (finished) throw new InvalidOperationException("A feature stream takes no more samples after Finish.");
        var before = nextFrame;
        // Room for everything at once, then piece by piece: long recordings pass through a small buffer.
        var expected = CompleteFrames(received + samples.Length) - nextFrame;
        if (expected > 0) output.GetSpan(checked((int)expected * preset.Bands));
        for (; !samples.IsEmpty; samples = samples[Math.Min(BlockSamples, samples.Length)..])
        {
            Hold(samples[..Math.Min(BlockSamples, samples.Length)]);
            Write(CompleteFrames(received), long.MaxValue, output);
        }
        return (int)(nextFrame - before);
    }

    /// <summary>Frames known after so many samples: each with its last one, or with the first after it where the lead-in mirrors that one.</summary>
    private long CompleteFrames(long samples) => samples <= preset.Lead || samples + preset.Lead < preset.WindowLength
        ? 0 : ((samples - preset.WindowLength + preset.Lead) / preset.Hop) + 1;

    /// <summary>Ends the signal and writes the frames that reach beyond it. Idempotent.</summary>
    /// <returns>Number of frames written.</returns>
    public int Finish(IBufferWriter<float> output)
    {
        if (finished) return 0;
        finished = true;
        return Write(preset.FrameCount(received), received, output);
    }

    private void Hold(ReadOnlySpan<float> samples)
    {
        // Beyond what the next frame needs, the end of the signal is kept for mirroring at Finish.
        var firstNeeded = Math.Min((nextFrame * preset.Hop) - preset.Lead, received - (2 * preset.WindowLength));
        var old = (int)Math.Clamp(firstNeeded - heldStart, 0, heldCount);
        if (heldCount + samples.Length > held.Length)
        {
            var room = heldCount - old + samples.Length;
            var target = room > held.Length ? new float[Math.Max(room, 2 * held.Length)] : held;
            held.AsSpan(old, heldCount - old).CopyTo(target);
            held = target;
            heldCount -= old;
            heldStart += old;
        }
        samples.CopyTo(held.AsSpan(heldCount));
        heldCount += samples.Length;
        received += samples.Length;
    }

    private int Write(long upTo, long total, IBufferWriter<float> output)
    {
        var frames = (int)Math.Max(0, upTo - nextFrame);
        if (frames == 0) return 0;
        var values = frames * preset.Bands;
        kernel.Compute(held.AsSpan(0, heldCount), heldStart, total, nextFrame, output.GetSpan(values)[..values]);
        output.Advance(values);
        nextFrame += frames;
        return frames;
    }
}
