using SpeechScoop.Audio.VoiceActivity;
using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Recognition;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Recognizers;
using SpeechScoop.Storage.Runs;

namespace SpeechScoop.Web.Recognizers.Streaming;

/// <summary>Keeps with an output what its recognizer said while it listened.</summary>
internal sealed partial class StreamingLogKeeping(StreamingLogStore logs, TimeProvider time, ILogger<StreamingLogKeeping> logger)
{
    /// <summary>The speech that a detector found; null for none.</summary>
    public static StreamingSpeech? SpeechOf(SpeechActivity activity) => activity.Segments.Count == 0 ? null
        : new(Math.Round(activity.Segments[0].StartSeconds, 3), Math.Round(activity.Segments[^1].EndSeconds, 3), activity.Detector);

    /// <summary>Keeps the log of a live trial's recognizer. A failure is logged: the transcript is stored all the same.</summary>
    public async Task KeepLiveAsync(Output output, StreamingRecorder recorder, StreamingSpeech? speech)
    {
        var failed = await SaveAsync(output.Id, recorder, new()
        {
            Recognizer = output.SystemId!, Settings = output.Settings, Item = output.TrialId, AudioSeconds = Math.Round(output.AudioSeconds ?? 0, 3), Feed = StreamingFeed.Live, Speech = speech,
        });
        if (failed is not null) Log.NotKept(logger, output.Id, failed.Message);
    }

    /// <summary>Keeps the log of a run's recognizer.</summary>
    /// <param name="chunkSeconds">Null where the recording was sent whole.</param>
    public Task<Error?> KeepAsync(RunItemOutput output, StreamingRecorder recorder, StreamingFeed feed, double audioSeconds, double? chunkSeconds, StreamingSpeech? speech) => SaveAsync(output.Id, recorder, new()
    {
        Recognizer = output.SystemId, Settings = output.Settings, Item = output.ItemKey, AudioSeconds = Math.Round(audioSeconds, 3), Feed = feed, ChunkSeconds = chunkSeconds, Speech = speech,
    });

    /// <summary>Keeps the pieces in which a vendor's answer came; does nothing where it came whole.</summary>
    /// <param name="audioSeconds">The recording's length: it is sent when it would have been spoken to its end.</param>
    public async Task<Error?> KeepAsync(RunItemOutput output, VendorCall? call, string text, double audioSeconds, StreamingSpeech? speech)
    {
        if (call is not { Pieces.Count: > 0 }) return null;
        var (recorder, so) = (new StreamingRecorder(), new System.Text.StringBuilder());
        recorder.End(audioSeconds, audioSeconds);
        foreach (var (at, piece) in call.Pieces)
        {
            // Each piece repeats all before it: a very long recording's log would be larger than the recording.
            if (recorder.IsTooLong) break;
            recorder.Note(0, so.Append(piece).ToString().Trim(), isFinal: false, audioSeconds, audioSeconds + at.TotalSeconds);
        }
        recorder.Note(0, text, isFinal: true, audioSeconds, audioSeconds + call.Successful.TotalSeconds);
        return await KeepAsync(output, recorder, StreamingFeed.Whole, audioSeconds, null, speech);
    }

    private async Task<Error?> SaveAsync(string outputId, StreamingRecorder recorder, StreamingLogHeader header)
    {
        if (recorder.IsTooLong)
        {
            Log.TooLong(logger, outputId);
            return null;
        }
        return (await logs.SaveAsync(outputId, StreamingLogWriter.Write(recorder.Finish(header)), time.GetUtcNow())).Error;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The event log of the output {Output} could not be kept: {Reason}")]
        public static partial void NotKept(ILogger logger, string output, string reason);

        [LoggerMessage(2, LogLevel.Warning, "The event log of the output {Output} is too long and is not kept")]
        public static partial void TooLong(ILogger logger, string output);
    }
}
