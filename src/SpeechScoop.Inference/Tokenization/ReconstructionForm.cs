using SpeechScoop.Audio;
using SpeechScoop.Audio.Resampling;

namespace SpeechScoop.Inference.Tokenization;

/// <summary>Brings what a codec gave back into the original's form, so that neither rate nor length differs and metrics see the whole band.</summary>
internal static class ReconstructionForm
{
    /// <summary>The clip as one channel at the original's rate, cut or padded with silence to the original's length.</summary>
    public static AudioClip Of(AudioClip clip, AudioClip original)
    {
        var converted = Resample.ToMono(clip, original.SampleRate);
        if (converted.Length == original.Length) return converted;
        var samples = new float[original.Length];
        converted.Channel(0)[..Math.Min(samples.Length, converted.Length)].CopyTo(samples);
        return new AudioClip(original.SampleRate, samples);
    }
}
