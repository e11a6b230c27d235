using System.Diagnostics;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.VoiceActivity;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Recognition;

namespace SpeechScoop.Web.Recognizers.Streaming;

/// <summary>
/// Feeds a recording to a recognizer's stream in chunks, at the pace of speech or as fast as it is taken, and notes what the recognizer says. For one recording; one caller at a time.
/// </summary>
/// <param name="recording">At the recognizer's rate, nothing of it read yet.</param>
/// <param name="silenceSeconds">Silence after the recording, in which a recognizer can notice that speech is over.</param>
internal sealed class StreamedRecording(IRecognitionStream stream, MonoReader recording, double silenceSeconds, IComputeGate gate)
{
    /// <summary>Length of a chunk.</summary>
    public const double ChunkSeconds = 0.1;

    // A visit to the gate is short, so that others are not kept waiting by a long recording.
    private const int ChunksOfVisit = 50;

    private readonly SortedDictionary<int, RecognitionUpdate> segments = [];
    private readonly LevelTrack levels = new(recording.SampleRate);
    private readonly int chunk = (int)(recording.SampleRate * ChunkSeconds);
    private readonly long length = recording.Length + (long)(silenceSeconds * recording.SampleRate);
    private double ready;

    /// <summary>What was said, and when.</summary>
    public StreamingRecorder Recorder { get; } = new();

    /// <summary>Time of computing, without that of added silence.</summary>
    public TimeSpan Processing { get; private set; }

    /// <summary>Time of computing until the first words; null where there were none.</summary>
    public TimeSpan? First { get; private set; }

    /// <summary>The words of all segments.</summary>
    public RecognizedWord[] Words => [.. segments.Values.SelectMany(segment => segment.Words)];

    /// <summary>The text of all segments.</summary>
    public string Text => string.Join(' ', segments.Values.Select(segment => $"{segment.StableText} {segment.UnstableText}".Trim()).Where(part => part is not ""));

    /// <summary>All audio, the added silence too.</summary>
    public double Seconds => (double)length / recording.SampleRate;

    /// <summary>Where speech was in what was fed.</summary>
    public StreamingSpeech? Speech => StreamingLogKeeping.SpeechOf(levels.Detect());

    /// <summary>Feeds everything.</summary>
    public Task<Error?> RunAsync(StreamingFeed feed, CancellationToken cancellation) => feed is StreamingFeed.RealTime ? RunAtPaceAsync(cancellation) : RunFastAsync(cancellation);

    private async Task<Error?> RunFastAsync(CancellationToken cancellation)
    {
        var samples = new float[Math.Min(chunk * ChunksOfVisit, length)];
        for (var from = 0L; from < length; from += samples.Length)
        {
            var count = Fill(samples, from);
            if (await gate.RunAsync(() => AcceptFast(samples, from, count, cancellation), cancellation) is { } failed) return failed;
        }
        ready = Math.Max(ready, Seconds);
        Recorder.End(Seconds, ready);
        return await gate.RunAsync(() => Take(stream.Finish, took => (Seconds, ready += took)), cancellation);
    }

    private Error? AcceptFast(float[] samples, long from, int count, CancellationToken cancellation)
    {
        for (var at = 0; at < count; at += chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            var end = Math.Min(at + chunk, count);
            var spoken = (double)(from + end) / recording.SampleRate;
            // At the pace of speech the chunk would come when its last sample was spoken, and wait while the one before it is worked on.
            if (Take(() => stream.Accept(samples.AsSpan(at, end - at)), took => (Sent(spoken, took), ready = Math.Max(spoken, ready) + took), from + at >= recording.Length) is { } failed) return failed;
        }
        return null;
    }

    /// <summary>Audio that would have been sent by the time a chunk is worked off: whole chunks.</summary>
    private double Sent(double spoken, double took) => Math.Max(spoken, Math.Min(Seconds, Math.Floor((Math.Max(spoken, ready) + took) / ChunkSeconds) * ChunkSeconds));

    private async Task<Error?> RunAtPaceAsync(CancellationToken cancellation)
    {
        var (samples, start) = (new float[chunk], Stopwatch.GetTimestamp());
        for (var from = 0L; from < length; from += chunk)
        {
            var count = Fill(samples, from);
            var spoken = (double)(from + count) / recording.SampleRate;
            var wait = TimeSpan.FromSeconds(spoken) - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, cancellation);
            var isAdded = from >= recording.Length;
            if (await gate.RunAsync(() => Take(() => stream.Accept(samples.AsSpan(0, count)), _ => (spoken, Stopwatch.GetElapsedTime(start).TotalSeconds), isAdded), cancellation) is { } failed) return failed;
        }
        Recorder.End(Seconds, Stopwatch.GetElapsedTime(start).TotalSeconds);
        return await gate.RunAsync(() => Take(stream.Finish, _ => (Seconds, Stopwatch.GetElapsedTime(start).TotalSeconds)), cancellation);
    }

    /// <summary>The next samples: the recording's, then silence.</summary>
    private int Fill(Span<float> samples, long from)
    {
        samples = samples[..(int)Math.Min(samples.Length, length - from)];
        var read = recording.Read(samples);
        // Added silence must not move what counts as loud in the recording.
        levels.Add(samples[..read]);
        samples[read..].Clear();
        return samples.Length;
    }

    /// <param name="isAdded">Whether this is silence that was added: its computing is none of the recording's.</param>
    private Error? Take(Func<Result<IReadOnlyList<RecognitionUpdate>>> work, Func<double, (double Audio, double Wall)> clock, bool isAdded = false)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        var took = Stopwatch.GetElapsedTime(start);
        if (!isAdded) Processing += took;
        if (!result.TryGet(out var updates, out var failed)) return failed;
        var (audio, wall) = clock(took.TotalSeconds);
        foreach (var update in updates)
        {
            Recorder.Note(update, audio, wall);
            segments[update.Segment] = update;
            if (First is null && (update.StableText is not "" || update.UnstableText is not "")) First = Processing;
        }
        return null;
    }
}
