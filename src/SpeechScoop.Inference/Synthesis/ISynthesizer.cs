using SpeechScoop.Audio;
using SpeechScoop.Inference.Vendors.Http;

namespace SpeechScoop.Inference.Synthesis;

/// <summary>A loaded synthesizer. Thread-safe.</summary>
public interface ISynthesizer
{
    /// <summary>The system's id.</summary>
    string SystemId { get; }

    /// <summary>Whether another seed gives another take.</summary>
    bool IsSeeded { get; }

    /// <summary>Speaks text, sentence by sentence.</summary>
    /// <param name="progress">Told after each sentence: done and total.</param>
    Task<Result<SynthesizedSpeech>> SynthesizeAsync(SynthesisRequest request, IProgress<SynthesisProgress>? progress = null, CancellationToken cancellation = default);
}

/// <summary>What to speak and how.</summary>
/// <param name="Text">1..20,000 characters.</param>
/// <param name="Seed">Chooses the take where the system samples; ignored elsewhere.</param>
/// <param name="Rate">Speaking rate, 0.5..2, 1 as trained.</param>
/// <param name="Temperature">Sampling temperature, 0 (greedy)..2; null for the system's own.</param>
public sealed record SynthesisRequest(string Text, long Seed = 0, double Rate = 1, double? Temperature = null);

/// <summary>Sentences spoken of all sentences.</summary>
public readonly record struct SynthesisProgress(int Done, int Total);

/// <summary>A spoken text.</summary>
/// <param name="Clip">Mono.</param>
/// <param name="ProcessingTime">Wall time of text processing and models, without loading and queueing.</param>
/// <param name="FirstAudioTime">Processing time until the first sentence was there.</param>
/// <param name="Call">How a vendor's API was called; null for everything that runs here.</param>
public sealed record SynthesizedSpeech(AudioClip Clip, TimeSpan ProcessingTime, TimeSpan FirstAudioTime, VendorCall? Call = null);
