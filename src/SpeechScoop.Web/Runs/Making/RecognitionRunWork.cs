using System.Diagnostics;
using System.Text.Json;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Datasets;
using SpeechScoop.Web.Live;
using SpeechScoop.Web.Vendors;

namespace SpeechScoop.Web.Runs.Making;

/// <summary>Settings of a recognizer in a run.</summary>
/// <param name="Words">A closed word list.</param>
/// <param name="HotWords">Words made more likely.</param>
/// <param name="Stream">Whether the recording is fed in small pieces, as from a microphone, instead of whole.</param>
internal sealed record RecognitionSettings(IReadOnlyList<string>? Words = null, IReadOnlyList<string>? HotWords = null, bool? Stream = null);

/// <summary>Writes down what is said in a recording.</summary>
internal sealed class RecognitionRunWork(ISystemCatalog catalog, ItemAudio audio, IComputeGate gate, CallKeeping calls) : IRunWork
{
    private const int MostWords = 5000;
    private const double StreamedSeconds = 0.1, VisitSeconds = 5;

    public RunKind Kind => RunKind.Recognition;

    public Result<string> Check(string systemId, string settings)
    {
        if (!ConditionJson.Read<RecognitionSettings>(systemId, settings).TryGet(out var read, out var error)) return error;
        var traits = catalog.Find(systemId).TryGet(out var system, out _) ? system.Traits : new SystemTraits();
        foreach (var (name, words) in new[] { ("words", read.Words), ("hotWords", read.HotWords) })
        {
            if (words is not { Count: > 0 }) continue;
            if (traits.AcceptsWordLists is not true) return new Error.Invalid("word-lists-unsupported", $"{systemId} takes no word lists. Leave {name} out.");
            if (words.Count > MostWords || words.Any(string.IsNullOrWhiteSpace)) return new Error.Invalid("odd-word", $"{name} of {systemId} must be 1 to {MostWords} words, none of them empty.");
        }
        if (read.Stream is true && traits.Streaming is not true) return new Error.Invalid("streaming-unsupported", $"{systemId} works on whole recordings. Leave stream out.");
        return ConditionJson.Write(new RecognitionSettings(NullIfEmpty(read.Words), NullIfEmpty(read.HotWords), read.Stream is true ? true : null));
    }

    public async Task<Result<RunOutput>> MakeAsync(RunItemOutput output, CancellationToken cancellation)
    {
        if (!(await catalog.GetRecognizerAsync(output.SystemId, cancellation)).TryGet(out var recognizer, out var error)
            || !ConditionJson.Read<RecognitionSettings>(output.SystemId, output.Settings).TryGet(out var settings, out error)
            || !audio.Open(output.ItemClipSha256!, output.ItemStart, output.ItemEnd, recognizer.SampleRate).TryGet(out var recording, out error)) return error;
        using var _ = recording;
        var options = new RecognitionOptions(settings.Words, settings.HotWords);
        if (settings.Stream is true)
        {
            if (!(await StreamAsync(recognizer, recording, options, cancellation)).TryGet(out var streamed, out error)) return error;
            return Recognized(output, streamed.Transcript) with { FirstResultSeconds = streamed.First?.TotalSeconds };
        }
        if (!(await recognizer.RecognizeAsync(recording, options, cancellation)).TryGet(out var transcript, out error)) return error;
        if (await calls.KeepAsync(output.Id, transcript.Call) is { } notKept) return notKept;
        return Recognized(output, transcript) with { FirstResultSeconds = (transcript.Call?.FirstResult ?? transcript.ProcessingTime).TotalSeconds };
    }

    /// <summary>Words as outputs store them; null where there are none.</summary>
    public static string? WordsJson(IReadOnlyList<RecognizedWord> words) => words.Count == 0 ? null : JsonSerializer.Serialize(
        words.Select(word => new WordView(word.Text, Math.Round(word.Start.TotalSeconds, 3), Math.Round(word.End.TotalSeconds, 3))), JsonSerializerOptions.Web);

    private static RunOutput Recognized(RunItemOutput output, Transcript transcript) => output with
    {
        Text = transcript.Text,
        Words = WordsJson(transcript.Words),
        AudioSeconds = transcript.AudioDuration.TotalSeconds,
        ProcessingSeconds = transcript.ProcessingTime.TotalSeconds,
    };

    private async Task<Result<(Transcript Transcript, TimeSpan? First)>> StreamAsync(IRecognizer recognizer, MonoReader recording, RecognitionOptions options, CancellationToken cancellation)
    {
        if (!recognizer.OpenStream(options).TryGet(out var opened, out var error)) return error;
        using var stream = opened;
        var (step, visit) = ((int)(recognizer.SampleRate * StreamedSeconds), new float[(int)Math.Min(recognizer.SampleRate * VisitSeconds, recording.Length)]);
        var (segments, processing, first) = (new SortedDictionary<int, RecognitionUpdate>(), TimeSpan.Zero, (TimeSpan?)null);
        // A visit to the gate is short, so that others are not kept waiting by a long recording.
        for (var count = recording.Read(visit); count > 0; count = recording.Read(visit))
        {
            if (await gate.RunAsync(() => Accept(count), cancellation) is { } failed) return failed;
        }
        if (await gate.RunAsync(() => Timed(stream.Finish), cancellation) is { } unfinished) return unfinished;
        var words = segments.Values.SelectMany(segment => segment.Words).ToArray();
        var text = string.Join(' ', segments.Values.Select(segment => $"{segment.StableText} {segment.UnstableText}".Trim()).Where(part => part is not ""));
        return (new Transcript(text, words, recording.Duration, processing), first);

        Error? Accept(int count)
        {
            for (var at = 0; at < count; at += step)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Timed(() => stream.Accept(visit.AsSpan(at, Math.Min(step, count - at)))) is { } failed) return failed;
            }
            return null;
        }

        Error? Timed(Func<Result<IReadOnlyList<RecognitionUpdate>>> work)
        {
            var start = Stopwatch.GetTimestamp();
            var result = work();
            processing += Stopwatch.GetElapsedTime(start);
            if (!result.TryGet(out var updates, out var failed)) return failed;
            foreach (var update in updates)
            {
                segments[update.Segment] = update;
                if (first is null && (update.StableText is not "" || update.UnstableText is not "")) first = processing;
            }
            return null;
        }
    }

    private static IReadOnlyList<string>? NullIfEmpty(IReadOnlyList<string>? words) => words is { Count: > 0 } ? words : null;
}
