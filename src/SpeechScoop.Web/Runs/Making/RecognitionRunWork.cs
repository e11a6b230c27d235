using System.Text.Json;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.VoiceActivity;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Recognition;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Datasets;
using SpeechScoop.Web.Live;
using SpeechScoop.Web.Recognizers.Streaming;
using SpeechScoop.Web.Vendors;

namespace SpeechScoop.Web.Runs.Making;

/// <summary>Settings of a recognizer in a run.</summary>
/// <param name="Words">A closed word list.</param>
/// <param name="HotWords">Words made more likely.</param>
/// <param name="Stream">Whether the recording is fed in small pieces, as from a microphone, instead of whole.</param>
/// <param name="RealTime">Whether the pieces come at the pace of speech, instead of as fast as they are taken.</param>
/// <param name="Silence">Seconds of silence after a streamed recording, in which a recognizer can notice that speech is over.</param>
internal sealed record RecognitionSettings(IReadOnlyList<string>? Words = null, IReadOnlyList<string>? HotWords = null, bool? Stream = null, bool? RealTime = null, double? Silence = null);

/// <summary>Writes down what is said in a recording.</summary>
internal sealed class RecognitionRunWork(ISystemCatalog catalog, ItemAudio audio, IComputeGate gate, CallKeeping calls, StreamingLogKeeping logs) : IRunWork
{
    private const int MostWords = 5000;
    private const double MostSilence = 10;

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
        if (read is { RealTime: true, Stream: not true }) return new Error.Invalid("real-time-without-stream", $"realTime of {systemId} is the pace of a stream. Add \"stream\": true, or leave realTime out.");
        if (read.Silence is { } silence && (read.Stream is not true || !(silence is >= 0 and <= MostSilence)))
            return new Error.Invalid("odd-silence", $"silence of {systemId} is {silence}: seconds that follow a streamed recording, 0 to {MostSilence}. Add \"stream\": true, or leave silence out.");
        return ConditionJson.Write(new RecognitionSettings(NullIfEmpty(read.Words), NullIfEmpty(read.HotWords), read.Stream is true ? true : null, read.RealTime is true ? true : null, read.Silence is > 0 ? read.Silence : null));
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
            if (!(await StreamAsync(output, recognizer, recording, settings, options, cancellation)).TryGet(out var streamed, out error)) return error;
            return Recognized(output, streamed.Transcript) with { FirstResultSeconds = streamed.First?.TotalSeconds };
        }
        if (!(await recognizer.RecognizeAsync(recording, options, cancellation)).TryGet(out var transcript, out error)) return error;
        if (await calls.KeepAsync(output.Id, transcript.Call) is { } notKept) return notKept;
        if (transcript.Call is { Pieces.Count: > 0 } call && await KeepPiecesAsync(output, call, transcript, recognizer.SampleRate) is { } logNotKept) return logNotKept;
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

    private async Task<Result<(Transcript Transcript, TimeSpan? First)>> StreamAsync(
        RunItemOutput output, IRecognizer recognizer, MonoReader recording, RecognitionSettings settings, RecognitionOptions options, CancellationToken cancellation)
    {
        if (!recognizer.OpenStream(options).TryGet(out var stream, out var error)) return error;
        using var _ = stream;
        var (streamed, feed) = (new StreamedRecording(stream, recording, settings.Silence ?? 0, gate), settings.RealTime is true ? StreamingFeed.RealTime : StreamingFeed.AudioClock);
        if (await streamed.RunAsync(feed, cancellation) is { } failed) return failed;
        if (await logs.KeepAsync(output, streamed.Recorder, feed, streamed.Seconds, StreamedRecording.ChunkSeconds, streamed.Speech) is { } notKept) return notKept;
        return (new Transcript(streamed.Text, streamed.Words, recording.Duration, streamed.Processing), streamed.First);
    }

    /// <summary>Keeps the pieces in which a vendor's answer came, with where speech is in the recording.</summary>
    private async Task<Error?> KeepPiecesAsync(RunItemOutput output, VendorCall call, Transcript transcript, int sampleRate)
    {
        if (!audio.Open(output.ItemClipSha256!, output.ItemStart, output.ItemEnd, sampleRate).TryGet(out var recording, out var error)) return error;
        using var _ = recording;
        var (levels, samples) = (new LevelTrack(sampleRate), new float[sampleRate]);
        for (var count = recording.Read(samples); count > 0; count = recording.Read(samples)) levels.Add(samples.AsSpan(0, count));
        return await logs.KeepAsync(output, call, transcript.Text, transcript.AudioDuration.TotalSeconds, StreamingLogKeeping.SpeechOf(levels.Detect()));
    }

    private static IReadOnlyList<string>? NullIfEmpty(IReadOnlyList<string>? words) => words is { Count: > 0 } ? words : null;
}
