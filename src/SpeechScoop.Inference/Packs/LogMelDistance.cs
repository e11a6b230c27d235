using SpeechScoop.Audio;
using SpeechScoop.Audio.Features;

namespace SpeechScoop.Inference.Packs;

/// <summary>Mean absolute difference of two clips' log-mel spectra (preset scoop64, natural logarithm): a self test's measure of a reconstruction.</summary>
internal static class LogMelDistance
{
    public static double Between(AudioClip original, AudioClip other)
    {
        var front = new LogMel(LogMelPresets.Scoop64);
        var (expected, found) = (front.Compute(At16(original)), front.Compute(At16(other)));
        var count = Math.Min(expected.Length, found.Length);
        var sum = 0.0;
        for (var i = 0; i < count; i++) sum += Math.Abs(expected[i] - found[i]);
        return count == 0 ? 0 : sum / count;
    }

    private static ReadOnlySpan<float> At16(AudioClip clip) => Audio.Resampling.Resample.ToMono(clip, LogMelPresets.Scoop64.SampleRate).Channel(0);
}
