using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Vendors.Http;

namespace SpeechScoop.Inference.Recognition;

/// <summary>A loaded recognizer: the weights, shared by any number of concurrent streams. Thread-safe.</summary>
public interface IRecognizer
{
    /// <summary>The system's id, such as <c>scoop-recognizer/lexicon</c>.</summary>
    string SystemId { get; }

    /// <summary>Rate of the samples that streams accept, in hertz.</summary>
    int SampleRate { get; }

    /// <summary>How much later audio the model looks at before it decides: the smallest possible delay of a partial result.</summary>
    TimeSpan LookAhead { get; }

    /// <summary>Whether results come while audio arrives. Where false, a stream gives everything at its end.</summary>
    bool IsStreaming { get; }

    /// <summary>Opens a stream for one utterance or conversation side.</summary>
    /// <param name="options">Word lists of this stream; null for the system's own settings.</param>
    /// <param name="group">Other streams that hear the same samples; what they have in common is computed once. Null for a stream by itself.</param>
    Result<IRecognitionStream> OpenStream(RecognitionOptions? options = null, StreamGroup? group = null);

    /// <summary>Recognizes a whole recording, read in pieces: memory does not grow with its length.</summary>
    /// <param name="audio">Not read yet; the caller disposes it.</param>
    Task<Result<Transcript>> RecognizeAsync(MonoReader audio, RecognitionOptions? options = null, CancellationToken cancellation = default);
}

/// <summary>Recognition of what is in memory.</summary>
public static class ClipRecognition
{
    /// <summary>Recognizes a whole clip (any rate and channel count: it is mixed down and resampled).</summary>
    public static async Task<Result<Transcript>> RecognizeAsync(this IRecognizer recognizer, AudioClip clip, RecognitionOptions? options = null, CancellationToken cancellation = default)
    {
        using var audio = MonoReader.Of(clip, recognizer.SampleRate);
        return await recognizer.RecognizeAsync(audio, options, cancellation).ConfigureAwait(false);
    }
}

/// <summary>Settings of one recognition.</summary>
/// <param name="Words">A closed word list: nothing else is recognized. Null for the open lexicon.</param>
/// <param name="HotWords">Words made more likely. Null for none.</param>
public sealed record RecognitionOptions(IReadOnlyList<string>? Words = null, IReadOnlyList<string>? HotWords = null);

/// <summary>A recognition in progress. Not thread-safe: one caller at a time, in order.</summary>
public interface IRecognitionStream : IDisposable
{
    /// <summary>Takes the next samples (mono, −1..1, at the recognizer's rate; any count) and returns what became known.</summary>
    /// <remarks>May compute for some milliseconds; callers run it on the compute gate.</remarks>
    Result<IReadOnlyList<RecognitionUpdate>> Accept(ReadOnlySpan<float> samples);

    /// <summary>Ends the stream: decodes what is still inside, so that the last word is never lost. Idempotent.</summary>
    Result<IReadOnlyList<RecognitionUpdate>> Finish();
}

/// <summary>What a stream knows of one segment (the speech between two endpoints) after some audio.</summary>
/// <param name="Segment">0, 1, 2 …; later updates of the same segment replace earlier ones.</param>
/// <param name="IsFinal">True once: the segment's text will not change any more.</param>
/// <param name="StableText">Leading words that later audio will not change.</param>
/// <param name="UnstableText">Following words that may still change; empty when final.</param>
/// <param name="Words">All words of stable and unstable text, times counted from the stream's start.</param>
/// <param name="AudioCovered">Audio from the stream's start that the result accounts for.</param>
public sealed record RecognitionUpdate(
    int Segment, bool IsFinal, string StableText, string UnstableText, IReadOnlyList<RecognizedWord> Words, TimeSpan AudioCovered);

/// <summary>A recognized word.</summary>
/// <param name="Text">The word as written by the recognizer.</param>
/// <param name="Start">From the start of the audio.</param>
/// <param name="End">From the start of the audio.</param>
public sealed record RecognizedWord(string Text, TimeSpan Start, TimeSpan End);

/// <summary>What was recognized in a clip.</summary>
/// <param name="Text">The words, joined by spaces.</param>
/// <param name="Words">Words with times; empty where the recognizer gives none.</param>
/// <param name="AudioDuration">Length of the audio.</param>
/// <param name="ProcessingTime">Wall time of resampling, features, model and decoding, without loading and queueing.</param>
/// <param name="Call">How a vendor's API was called; null for everything that runs here.</param>
public sealed record Transcript(string Text, IReadOnlyList<RecognizedWord> Words, TimeSpan AudioDuration, TimeSpan ProcessingTime, VendorCall? Call = null);
