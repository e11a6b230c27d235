using SpeechScoop.Audio;
using SpeechScoop.Audio.Resampling;

namespace SpeechScoop.Inference.Quality;

/// <summary>The windows on which DNSMOS judges: 9.01 s every second at 16 kHz; short audio is repeated (dnsmos_local.py).</summary>
internal static class DnsmosWindows
{
    public const int SampleRate = 16000;

    private const double WindowSeconds = 9.01;

    /// <summary>Samples of a window.</summary>
    public const int WindowSamples = 144_160;

    /// <summary>The audio as the windows see it, doubled until it fills one.</summary>
    public static Result<float[]> Prepare(AudioClip clip)
    {
        var samples = Resample.ToMono(clip, SampleRate).Channel(0).ToArray();
        if (samples.Length == 0) return new Error.Invalid("audio-empty", "The audio has no samples: there is nothing to judge.");
        while (samples.Length < WindowSamples) samples = [.. samples, .. samples];
        return samples;
    }

    /// <summary>
    /// Where the windows begin, in samples: of int(⌊seconds⌋ − 9.01) + 1 windows those that are complete. The reference computes ends in floating point and cuts their
    /// fraction off, so that some windows (the eighth, for one) are a sample short and left out; scores agree only where that is done alike.
    /// </summary>
    public static IEnumerable<int> Starts(int samples)
    {
        var count = (int)((samples / SampleRate) - WindowSeconds) + 1;
        for (var window = 0; window < count; window++)
        {
            var (start, end) = (window * SampleRate, (int)((window + WindowSeconds) * SampleRate));
            if (end <= samples && end - start >= WindowSamples) yield return start;
        }
    }
}
