using SpeechScoop.Audio;
using SpeechScoop.Audio.Resampling;

namespace SpeechScoop.Web.Live.Making;

/// <summary>
/// The form that all stimuli of a reconstruction trial share, so that neither rate nor length tells one from another:
/// mono, at one rate, of one length.
/// </summary>
/// <param name="SampleRate">In hertz.</param>
/// <param name="Length">In samples.</param>
internal sealed record ReferenceFormat(int SampleRate, int Length)
{
    private const int HighestRate = 48_000;

    /// <summary>
    /// The form for a recording and the tokenizers it goes through: the highest of their rates, so that nobody loses
    /// band, up to 48 kHz.
    /// </summary>
    public static ReferenceFormat For(AudioClip original, IEnumerable<int> tokenizerRates)
    {
        var rate = Math.Min(HighestRate, tokenizerRates.Append(original.SampleRate).Max());
        return new ReferenceFormat(rate, (int)Resampler.OutputLength(original.Length, original.SampleRate, rate));
    }

    /// <summary>A clip in this form: mixed down, resampled, cut or padded with silence at the end.</summary>
    public AudioClip Apply(AudioClip clip)
    {
        var converted = Resample.ToMono(clip, SampleRate);
        if (converted.Length == Length) return converted;
        var samples = new float[Length];
        converted.Channel(0)[..Math.Min(Length, converted.Length)].CopyTo(samples);
        return new AudioClip(SampleRate, samples);
    }
}
