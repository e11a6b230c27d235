using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.VoiceActivity;

/// <summary>Levels of audio that comes piece by piece, so that where speech was can be told at its end without keeping the audio: the same as <see cref="EnergyVoiceActivity"/> finds in the whole clip. One caller at a time.</summary>
/// <param name="sampleRate">In hertz.</param>
public sealed class LevelTrack(int sampleRate)
{
    private readonly float[] frame = new float[EnergyVoiceActivity.FrameLength(sampleRate)];
    private readonly List<double> levels = [];
    private int filled;
    private long samplesTaken;

    /// <summary>Takes the next samples.</summary>
    /// <param name="samples">One channel, any number.</param>
    public void Add(ReadOnlySpan<float> samples)
    {
        samplesTaken += samples.Length;
        while (!samples.IsEmpty)
        {
            var count = Math.Min(samples.Length, frame.Length - filled);
            samples[..count].CopyTo(frame.AsSpan(filled));
            filled += count;
            samples = samples[count..];
            if (filled < frame.Length) continue;
            levels.Add(Levels.RmsDb(frame));
            filled = 0;
        }
    }

    /// <summary>Where speech was in all that came so far.</summary>
    public SpeechActivity Detect() => EnergyVoiceActivity.OfLevels(
        filled == 0 ? [.. levels] : [.. levels, Levels.RmsDb(frame.AsSpan(0, filled))], (double)frame.Length / sampleRate, (double)samplesTaken / sampleRate);
}
