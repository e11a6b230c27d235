using SpeechScoop.Audio;
using SpeechScoop.Audio.Resampling;

namespace SpeechScoop.Inference.Quality;

/// <summary>The windows on which DNSMOS judges: 9.01 s every second at 16 kHz; short audio is repeated (dnsmos_local.py).</summary>
internal static class DnsmosWindows
{
    public const int SampleRate = 16000;

    /// <summary>Samples of a window, 9.01 s.</summary>
    public const int WindowSamples = 144_160;

    /// <summary>The audio as the windows see it, doubled until it fills one.</summary>
    public static Result<float[]> Prepare(AudioClip clip)
    {
        var samples = Resample.ToMono(clip, SampleRate).Channel(0).ToArray();
        if (samples.Length == 0) return new Error.Invalid("audio-empty", "The audio has no samples: there is nothing to judge.");
        while (samples.Length < WindowSamples) samples = [.. samples, .. samples];
        return samples;
    }

    /// <summary>Where the windows begin, in samples.</summary>
    public static IEnumerable<int> Starts(int samples)
    {
        for (var start = 0; start + WindowSamples <= samples; start += SampleRate) yield return start;
    }
}
