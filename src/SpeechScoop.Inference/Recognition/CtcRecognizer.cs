using System.Diagnostics;
using SpeechScoop.Audio.Files;
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

    public async Task<Result<Transcript>> RecognizeAsync(MonoReader audio, RecognitionOptions? options = null, CancellationToken cancellation = default)
    {
        if (!decoding.Prepare(options).TryGet(out var open, out var refused)) return refused;
        if (audio.Length == 0) return new Transcript("", [], TimeSpan.Zero, TimeSpan.Zero);
        var blockFrames = (int)(BlockSeconds / model.FrameSeconds / model.ChunkFrames) * model.ChunkFrames;
        using var scorer = new CtcScorer(model, blockFrames);
        var segmenter = new CtcSegmenter(model, endpointing, open);
        var updates = new List<RecognitionUpdate>();
        var processing = TimeSpan.Zero;
        // One more than there are tells a short recording's end at once.
        var block = new float[(int)Math.Min(blockFrames * model.FrameSeconds * SampleRate, audio.Length + 1)];
        for (var done = false; !done;)
        {
            // One piece of work a block, so that a short recording waits for a compute thread only once.
            var failed = await Timed(() =>
            {
                var count = audio.Read(block);
                if (scorer.Accept(block.AsSpan(0, count), Decode) is { } error) return error;
                if (count == block.Length) return null;
                done = true;
                if (scorer.Finish(Decode) is { } unfinished) return unfinished;
                segmenter.Finish(updates, audio.Duration);
                return null;
            }).ConfigureAwait(false);
            if (failed is not null) return failed;
        }
        var words = updates.SelectMany(update => update.Words).ToList();
        return new Transcript(string.Join(' ', words.Select(word => word.Text)), words, audio.Duration, processing);

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
