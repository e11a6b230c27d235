using System.Threading.Channels;
using SpeechScoop.Audio;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Web.Recognizers.Streaming;

namespace SpeechScoop.Web.Live.Recognition;

/// <summary>
/// Feeds one recognizer of a trial: takes frames from a bounded channel, gathers them, runs the recognizer on the compute
/// gate, and posts what it says. Ends when the channel ends; the last words are flushed out then.
/// </summary>
internal sealed class RecognizerPump(
    Output output, RecognitionOptions options, RunningTrial running, ISystemCatalog catalog, ComputeTurn turn, ArrivalLog arrivals, TrialOutbox outbox, bool isHidden, TimeProvider time)
{
    // A minute of 20 ms frames: a model that still loads loses nothing, one that falls further behind slows the client.
    private const int ChannelFrames = 3000;

    // 60 ms: few enough trips to the gate, little enough added delay. A batch stays short, so that streams take turns.
    private const int LeastBatch = 960;
    private const int LargestBatch = 8000;

    private readonly Channel<ReadOnlyMemory<byte>> frames = Channel.CreateBounded<ReadOnlyMemory<byte>>(
        new BoundedChannelOptions(ChannelFrames) { SingleReader = true, SingleWriter = true });

    private readonly TranscriptSoFar transcript = new();
    private readonly StreamingRecorder recorder = new();
    private readonly float[] batch = new float[LargestBatch];
    private int batchLength;
    private long samplesTaken;
    private long processingTicks;

    /// <summary>What the recognizer said while it listened; null for one that does not stream.</summary>
    public StreamingRecorder? Streamed { get; private set; }

    /// <summary>Hands over audio. Waits while the recognizer is a minute behind; does nothing once it has failed.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> samples)
    {
        while (!frames.Writer.TryWrite(samples))
            if (!await frames.Writer.WaitToWriteAsync()) return;
    }

    /// <summary>No more audio will come.</summary>
    public void Complete() => frames.Writer.TryComplete();

    /// <summary>Recognizes until the audio ends.</summary>
    /// <returns>The output as it is to be stored. Never throws.</returns>
    public async Task<Output> RunAsync(Action<Exception> onBug)
    {
        var result = await AttemptAsync(onBug);
        // Whoever still writes must not wait for a recognizer that is gone.
        frames.Writer.TryComplete();
        while (frames.Reader.TryRead(out _)) { }
        if (result.Status is OutputStatus.Failed)
            outbox.Post(new TrialEvent.Failed(output.Label, "recognizer-failed", isHidden ? TrialDisclosure.HiddenFailure : result.Error!));
        else
            outbox.Post(new TrialEvent.Finished(output.Label, result.AudioSeconds!.Value, isHidden ? double.NaN : result.ProcessingSeconds!.Value));
        return result;
    }

    private async Task<Output> AttemptAsync(Action<Exception> onBug)
    {
        try
        {
            running.Report(output.Label, 0, "Loading");
            if (!(await catalog.GetRecognizerAsync(output.SystemId!, running.Cancellation)).TryGet(out var recognizer, out var error)) return Outcome(OutputStatus.Failed, error.Message);
            var failure = recognizer.IsStreaming ? await ListenAsync(recognizer) : await CollectAsync(recognizer);
            return failure is null ? Outcome(OutputStatus.Done, null) : Outcome(OutputStatus.Failed, failure.Message);
        }
        catch (OperationCanceledException) when (running.Cancellation.IsCancellationRequested)
        {
            return Outcome(OutputStatus.Cancelled, running.CancelledBecause ?? TrialOutcomes.Stopped);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            onBug(bug);
            return Outcome(OutputStatus.Failed, TrialOutcomes.InternalFailure);
        }
    }

    private async Task<Error?> ListenAsync(IRecognizer recognizer)
    {
        if (!(await turn.RunAsync(() => recognizer.OpenStream(options, turn.Group), running.Cancellation)).TryGet(out var stream, out var error)) return error;
        running.Report(output.Label, 0, "Listening");
        Streamed = recorder;
        try
        {
            return await ListenAsync(recognizer, stream);
        }
        finally
        {
            await turn.RunAsync(() =>
            {
                stream.Dispose();
                return true;
            }, CancellationToken.None);
        }
    }

    /// <summary>Keeps the audio for a recognizer that works on whole recordings, and runs it at the end.</summary>
    private async Task<Error?> CollectAsync(IRecognizer recognizer)
    {
        running.Report(output.Label, 0, "Listening; results come at the end");
        var kept = new List<ReadOnlyMemory<byte>>();
        await foreach (var frame in frames.Reader.ReadAllAsync(running.Cancellation))
        {
            kept.Add(frame);
            samplesTaken += frame.Length / LiveAudio.BytesPerSample;
        }
        if (samplesTaken == 0) return null;
        running.Report(output.Label, 0.5, "Recognizing");
        var samples = new float[samplesTaken];
        var length = 0;
        foreach (var frame in kept)
        {
            LiveAudio.ToFloat(frame.Span, samples.AsSpan(length, frame.Length / LiveAudio.BytesPerSample));
            length += frame.Length / LiveAudio.BytesPerSample;
        }
        var clip = new AudioClip(LiveAudio.SampleRate, samples);
        if (!(await recognizer.RecognizeAsync(clip, options, running.Cancellation)).TryGet(out var result, out var error)) return error;
        processingTicks = result.ProcessingTime.Ticks;
        Tell([new RecognitionUpdate(0, true, result.Text, "", result.Words, clip.Duration)]);
        return null;
    }

    private async Task<Error?> ListenAsync(IRecognizer recognizer, IRecognitionStream stream)
    {
        var rate = new StreamRate(recognizer.SampleRate);
        // One delegate for the whole stream: it reads the batch from this pump's fields.
        Func<Result<IReadOnlyList<RecognitionUpdate>>> accept = () => Measure(() => stream.Accept(rate.Convert(batch.AsSpan(0, batchLength))));
        while (await frames.Reader.WaitToReadAsync(running.Cancellation))
        {
            while (frames.Reader.TryRead(out var frame))
            {
                if (await TakeAsync(frame, accept) is { } error) return error;
            }
            if (batchLength >= LeastBatch && await FlushAsync(accept) is { } failure) return failure;
        }
        if (await FlushAsync(accept) is { } lastFailure) return lastFailure;
        var (audio, wall) = arrivals.Now;
        recorder.End(audio, wall);
        return await RunAsync(() => Measure(() => rate.Rest() is { Length: > 0 } rest && stream.Accept(rest) is { Error: { } error } ? error : stream.Finish()));
    }

    /// <summary>Adds a frame to the batch, running the recognizer whenever the batch is full.</summary>
    private async ValueTask<Error?> TakeAsync(ReadOnlyMemory<byte> frame, Func<Result<IReadOnlyList<RecognitionUpdate>>> accept)
    {
        while (!frame.IsEmpty)
        {
            var count = Math.Min(frame.Length / LiveAudio.BytesPerSample, LargestBatch - batchLength);
            LiveAudio.ToFloat(frame.Span[..(count * LiveAudio.BytesPerSample)], batch.AsSpan(batchLength, count));
            frame = frame[(count * LiveAudio.BytesPerSample)..];
            batchLength += count;
            samplesTaken += count;
            if (batchLength == LargestBatch && await FlushAsync(accept) is { } error) return error;
        }
        return null;
    }

    private async ValueTask<Error?> FlushAsync(Func<Result<IReadOnlyList<RecognitionUpdate>>> accept)
    {
        if (batchLength == 0) return null;
        var error = await RunAsync(accept);
        batchLength = 0;
        return error;
    }

    private async Task<Error?> RunAsync(Func<Result<IReadOnlyList<RecognitionUpdate>>> work)
    {
        if (!(await turn.RunAsync(work, running.Cancellation)).TryGet(out var updates, out var error)) return error;
        Tell(updates);
        return null;
    }

    private void Tell(IReadOnlyList<RecognitionUpdate> updates)
    {
        var (audio, wall) = arrivals.Now;
        foreach (var update in updates)
        {
            recorder.Note(update, audio, wall);
            var covered = (long)(update.AudioCovered.TotalSeconds * LiveAudio.SampleRate);
            if (transcript.Take(output.Label, update, arrivals.DelayOf(covered)) is { } message) outbox.Post(message);
        }
    }

    private T Measure<T>(Func<T> work)
    {
        var start = time.GetTimestamp();
        var result = work();
        // What a neighbour computed for this recognizer counts as its own: its speed must not depend on its company.
        processingTicks += (time.GetElapsedTime(start) + turn.Group.TakeSparedTime()).Ticks;
        return result;
    }

    private Output Outcome(OutputStatus status, string? error) => output with
    {
        Status = status,
        Error = error,
        Text = transcript.Text,
        Words = transcript.Words,
        AudioSeconds = (double)samplesTaken / LiveAudio.SampleRate,
        ProcessingSeconds = TimeSpan.FromTicks(processingTicks).TotalSeconds,
        DelaySeconds = transcript.MeanDelaySeconds,
    };
}
