using System.Buffers;
using SpeechScoop.Audio.Resampling;

namespace SpeechScoop.Web.Live.Recognition;

/// <summary>Brings the live audio to a recognizer's rate, where that is another. One caller at a time.</summary>
internal sealed class StreamRate(int sampleRate)
{
    private readonly Resampler? resampler = sampleRate == LiveAudio.SampleRate ? null : new Resampler(LiveAudio.SampleRate, sampleRate);
    private readonly ArrayBufferWriter<float> converted = new();

    /// <summary>The samples at the recognizer's rate; valid until the next call.</summary>
    public ReadOnlySpan<float> Convert(ReadOnlySpan<float> samples)
    {
        if (resampler is null) return samples;
        converted.ResetWrittenCount();
        resampler.Process(samples, converted);
        return converted.WrittenSpan;
    }

    /// <summary>What the resampler still holds at the end.</summary>
    public ReadOnlySpan<float> Rest()
    {
        if (resampler is null) return [];
        converted.ResetWrittenCount();
        resampler.Flush(converted);
        return converted.WrittenSpan;
    }
}
