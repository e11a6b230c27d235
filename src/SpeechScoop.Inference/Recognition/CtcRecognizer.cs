using System.Diagnostics;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Recognition;

/// <summary>A recognizer whose network gives CTC log-probabilities.</summary>
internal sealed class CtcRecognizer(string systemId, CtcModel model, CtcDecoding decoding, EndpointingSection endpointing, IComputeGate gate) : IRecognizer
{
    // Recordings are run in blocks of a minute: long enough that the context run again at their borders does not count,
    // short enough for memory, and for streams that wait for the compute thread.
    private const double BlockSeconds = 63;

    public string SystemId { get; } = systemId;

    public int SampleRate => model.Preset.SampleRate;

    public TimeSpan LookAhead { get; } = TimeSpan.FromSeconds((double)model.RightFeatures * model.Preset.Hop / model.Preset.SampleRate);

    public bool IsStreaming => true;

    public Result<IRecognitionStream> OpenStream(RecognitionOptions? options = null, StreamGroup? group = null)
        => decoding.Prepare(options).Then(open => Result<IRecognitionStream>.Ok(new CtcStream(model, new CtcSegmenter(model, endpointing, open), group)));

    public async Task<Result<Transcript>> RecognizeAsync(AudioClip clip, RecognitionOptions? options = null, CancellationToken cancellation = default)
    {
        if (!decoding.Prepare(options).TryGet(out var open, out var refused)) return refused;
        if (clip.Length == 0) return new Transcript("", [], TimeSpan.Zero, TimeSpan.Zero);
        var blockFrames = (int)(BlockSeconds / model.FrameSeconds / model.ChunkFrames) * model.ChunkFrames;
        using var scorer = new CtcScorer(model, blockFrames);
        var segmenter = new CtcSegmenter(model, endpointing, open);
        var updates = new List<RecognitionUpdate>();
        var processing = TimeSpan.Zero;
        var step = (int)(blockFrames * model.FrameSeconds * SampleRate);
        AudioClip? mono = null;
        for (var (taken, done) = (0, false); !done;)
        {
            // One piece of work a block, so that a short recording waits for a compute thread only once.
            var failed = await Timed(() =>
            {
                mono ??= Resample.ToMono(clip, SampleRate);
                var count = Math.Min(step, mono.Length - taken);
                if (scorer.Accept(mono.Channel(0).Slice(taken, count), Decode) is { } error) return error;
                taken += count;
                if (taken < mono.Length) return null;
                done = true;
                if (scorer.Finish(Decode) is { } unfinished) return unfinished;
                segmenter.Finish(updates, clip.Duration);
                return null;
            }).ConfigureAwait(false);
            if (failed is not null) return failed;
        }
        var words = updates.SelectMany(update => update.Words).ToList();
        return new Transcript(string.Join(' ', words.Select(word => word.Text)), words, clip.Duration, processing);

        void Decode(ReadOnlySpan<float> scores, int frames) => segmenter.Accept(scores, frames, updates);

        Task<T> Timed<T>(Func<T> work) => gate.RunAsync(() =>
        {
            var started = Stopwatch.GetTimestamp();
            var result = work();
            processing += Stopwatch.GetElapsedTime(started);
            return result;
        }, cancellation);
    }
}
