using SpeechScoop.Audio.VoiceActivity;
using SpeechScoop.Storage.Live;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Recognizers.Streaming;

namespace SpeechScoop.Web.Live.Recognition;

/// <summary>
/// A recognition trial while it listens: takes the client's frames once and in order, whatever happens to the connection,
/// and hands them to every recognizer. Thread-safe.
/// </summary>
internal sealed partial class RecognitionSession : IDisposable
{
    private readonly StartedTrial started;
    private readonly RecognizerPump[] pumps;
    private readonly ArrivalLog arrivals;
    private readonly LiveOptions options;
    private readonly ILogger logger;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly ITimer absence;
    private readonly LevelTrack levels = new(LiveAudio.SampleRate);
    private SpeechRecording? recording;
    private int uploads;
    private long received;
    private volatile bool isComplete;

    public RecognitionSession(StartedTrial started, RecognizerPump[] pumps, ArrivalLog arrivals, TrialOutbox outbox, SpeechRecording? recording, LiveOptions options, TimeProvider time, ILogger logger)
    {
        (this.started, this.pumps, this.arrivals, Outbox, this.recording, this.options, this.logger) = (started, pumps, arrivals, outbox, recording, options, logger);
        absence = time.CreateTimer(_ => EndOfWait(), null, options.FirstAudioWait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The way to the trial's watchers.</summary>
    public TrialOutbox Outbox { get; }

    /// <summary>Samples that arrived so far: where a client resumes.</summary>
    public long Received => Interlocked.Read(ref received);

    /// <summary>Begins an upload; an earlier one, whose connection may be dead, has no say any more.</summary>
    /// <returns>The upload's number.</returns>
    public int BeginUpload()
    {
        absence.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return Interlocked.Increment(ref uploads);
    }

    /// <summary>Takes a frame that begins at sample <paramref name="from"/>; audio that is here already is skipped.</summary>
    /// <returns>Whether the upload may go on: false after the trial's end, or when a newer upload has taken over.</returns>
    public async ValueTask<Result<bool>> WriteAsync(int upload, long from, ReadOnlyMemory<byte> frame)
    {
        await writing.WaitAsync();
        try
        {
            if (isComplete || upload != Volatile.Read(ref uploads)) return false;
            if (from > received)
                return new Error.Invalid("audio-gap", $"The stream begins at sample {from}, but only {received} samples are here. Ask Received and send from there.");
            var known = Math.Min(received - from, frame.Length / LiveAudio.BytesPerSample);
            var fresh = frame[(int)(known * LiveAudio.BytesPerSample)..];
            var room = (long)(options.MaximumAudio.TotalSeconds * LiveAudio.SampleRate) - received;
            if (fresh.Length > room * LiveAudio.BytesPerSample) fresh = fresh[..(int)(room * LiveAudio.BytesPerSample)];
            if (!fresh.IsEmpty) await AppendAsync(fresh);
            if (received < (long)(options.MaximumAudio.TotalSeconds * LiveAudio.SampleRate)) return true;
        }
        finally
        {
            writing.Release();
        }
        await CompleteAsync();
        return new Error.Invalid("trial-too-long", $"A trial takes up to {options.MaximumAudio.TotalMinutes:0.#} minutes of audio. It has ended with what was said until then; start another.");
    }

    /// <summary>The utterance is over: recognizers flush their last words, and the trial ends.</summary>
    public async Task CompleteAsync()
    {
        await writing.WaitAsync();
        try
        {
            isComplete = true;
            foreach (var pump in pumps) pump.Complete();
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>An upload has ended as its client wished; that ends the utterance, unless a newer upload has taken over.</summary>
    public Task EndUploadAsync(int upload) => upload == Volatile.Read(ref uploads) ? CompleteAsync() : Task.CompletedTask;

    /// <summary>The client of an upload is gone without ending it: it has <see cref="LiveOptions.ReconnectWait"/> to come back.</summary>
    public void Lose(int upload)
    {
        if (upload == Volatile.Read(ref uploads) && !isComplete) absence.Change(options.ReconnectWait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Listens until the end and stores everything.</summary>
    public async Task RunAsync(TrialOutcomes outcomes, StreamingLogKeeping logs, ClipLibrary library, LiveTrialStore trials)
    {
        var sending = Outbox.RunAsync();
        try
        {
            await Task.WhenAll(pumps.Select(pump => RunAsync(pump, outcomes, logs)));
            await KeepRecordingAsync(library, trials);
        }
        finally
        {
            isComplete = true;
            await outcomes.CloseAsync(started.Running);
            Outbox.Post(new TrialEvent.Closed());
            await sending;
        }
    }

    private async Task RunAsync(RecognizerPump pump, TrialOutcomes outcomes, StreamingLogKeeping logs)
    {
        var output = await pump.RunAsync(bug => Log.Bug(logger, started.Trial.Id, bug));
        // Who has finished has heard everything: no more audio comes, and nobody else reads the levels.
        if (pump.Streamed is { } streamed && output.Status is Storage.Outputs.OutputStatus.Done)
        {
            await writing.WaitAsync();
            var speech = StreamingLogKeeping.SpeechOf(levels.Detect());
            writing.Release();
            await logs.KeepLiveAsync(output, streamed, speech);
        }
        await outcomes.SaveAsync(output);
    }

    public void Dispose()
    {
        absence.Dispose();
        recording?.Dispose();
        // Not the semaphore: it holds nothing but memory, and frames that are still under way find it when the trial has been stopped.
    }

    private async ValueTask AppendAsync(ReadOnlyMemory<byte> samples)
    {
        Interlocked.Add(ref received, samples.Length / LiveAudio.BytesPerSample);
        arrivals.Add(received);
        Track(samples.Span);
        if (recording?.Write(samples.Span) == false)
        {
            Log.NotRecorded(logger, started.Trial.Id);
            recording.Dispose();
            recording = null;
        }
        foreach (var pump in pumps) await pump.WriteAsync(samples);
    }

    private void Track(ReadOnlySpan<byte> samples)
    {
        Span<float> part = stackalloc float[640];
        while (!samples.IsEmpty)
        {
            var count = Math.Min(part.Length, samples.Length / LiveAudio.BytesPerSample);
            LiveAudio.ToFloat(samples[..(count * LiveAudio.BytesPerSample)], part[..count]);
            levels.Add(part[..count]);
            samples = samples[(count * LiveAudio.BytesPerSample)..];
        }
    }

    private void EndOfWait()
    {
        if (Received == 0) started.Running.Cancel($"No audio came within {options.FirstAudioWait.TotalSeconds:0} seconds. Allow the microphone, then start again.");
        // Nobody can await a timer; completing cannot fail.
        _ = CompleteAsync();
    }

    private async Task KeepRecordingAsync(ClipLibrary library, LiveTrialStore trials)
    {
        if (recording is null || Received == 0) return;
        var stored = await recording.StoreAsync(library, $"Recording of {started.Trial.CreatedAt:yyyy-MM-dd HH:mm} UTC");
        if (stored.TryGet(out var clip, out var error) && (await trials.SetClipAsync(started.Trial.Id, clip.Sha256)).Error is not { } notLinked) return;
        Log.NotKept(logger, started.Trial.Id, error?.Message ?? "the database refused it");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A recognizer failed in trial {Trial}")]
        public static partial void Bug(ILogger logger, string trial, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "The disk is full: the recording of trial {Trial} was given up, recognition goes on")]
        public static partial void NotRecorded(ILogger logger, string trial);

        [LoggerMessage(3, LogLevel.Error, "The recording of trial {Trial} could not be kept: {Reason}")]
        public static partial void NotKept(ILogger logger, string trial, string reason);
    }
}
