using SpeechScoop.Audio;

namespace SpeechScoop.Inference.Synthesis;

/// <summary>Joins spoken sentences into one clip, with pauses between them.</summary>
internal sealed class SpeechCollector(TimeSpan pause)
{
    private readonly List<float[]> sentences = [];
    private int sampleRate;
    private TimeSpan? firstAudio;

    /// <summary>Appends a mono clip.</summary>
    /// <param name="elapsed">Processing time so far; the first one is when audio could have begun.</param>
    public Error? Add(AudioClip clip, TimeSpan elapsed)
    {
        if (sampleRate != 0 && clip.SampleRate != sampleRate)
            return new Error.Unavailable("synthesis-rate", $"One sentence came at {clip.SampleRate} Hz after others at {sampleRate} Hz.");
        sampleRate = clip.SampleRate;
        if (clip.Length == 0) return null;
        firstAudio ??= elapsed;
        sentences.Add(clip.Channel(0).ToArray());
        return null;
    }

    /// <summary>The whole speech, or <c>nothing-to-speak</c> when no sentence gave audio.</summary>
    public Result<SynthesizedSpeech> Finish(TimeSpan elapsed)
    {
        if (sentences.Count == 0) return SynthesisRequestCheck.NothingToSpeak();
        var gap = (int)(pause.TotalSeconds * sampleRate);
        var samples = new float[sentences.Sum(sentence => sentence.Length) + (gap * (sentences.Count - 1))];
        var position = 0;
        foreach (var sentence in sentences)
        {
            sentence.CopyTo(samples, position);
            position += sentence.Length + gap;
        }
        return new SynthesizedSpeech(new AudioClip(sampleRate, samples), elapsed, firstAudio ?? elapsed);
    }
}
