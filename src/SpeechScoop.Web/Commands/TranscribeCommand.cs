using System.CommandLine;
using System.Diagnostics;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Vendors;
using SpeechScoop.Systems;

namespace SpeechScoop.Web.Commands;

/// <summary><c>transcribe FILE… [--system S] [--stream] [--json]</c></summary>
internal static class TranscribeCommand
{
    private const double StreamedFrameSeconds = 0.02;

    /// <summary>One line of the JSON output: a file as one system heard it.</summary>
    internal sealed record Line(string File, string System, string Text, IReadOnlyList<Word> Words, double AudioSeconds, double WallSeconds);

    /// <summary>A word with its times from the start of the file.</summary>
    internal sealed record Word(string Text, double Start, double End);

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("file") { Description = "Audio files of any kind.", Arity = ArgumentArity.OneOrMore };
        var system = new Option<string[]>("--system", "-s") { Description = "A recognizer; repeat for several. Default: every ready one that runs on this machine." };
        var words = new Option<string[]>("--words") { Description = "A closed word list: nothing else is recognized.", AllowMultipleArgumentsPerToken = true };
        var stream = new Option<bool>("--stream") { Description = "Feed the audio in 20 ms frames, as a microphone would, and show partial results." };
        var json = CommandOutput.JsonOption();
        var command = new Command("transcribe", "Transcribe audio files.") { files, system, words, stream, json };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(files)!, parsed.GetValue(system) ?? [], parsed.GetValue(words) is { Length: > 0 } list ? list : null,
            parsed.GetValue(stream), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] files, string[] systems, string[]? words, bool stream, bool json, CancellationToken cancellation)
    {
        using var local = LocalCatalog.Open();
        if (systems.Length == 0)
            systems = [.. local.Catalog.Systems.Where(known => known is { Kind: SystemKind.Recognizer, Status: PackStatus.Ready, PackId: not VendorCatalog.PackId }).Select(known => known.Id)];
        if (systems.Length == 0)
            return CommandOutput.Fail(new Error.Unavailable("no-recognizer", "No recognizer is ready; \"packs list\" says why."));

        var exitCode = 0;
        foreach (var file in files)
        {
            if (!(await ReadableRecording.OpenAsync(file.FullName, DecodeLimits.Default, cancellation)).TryGet(out var opened, out var error))
            {
                exitCode = CommandOutput.Fail(error);
                continue;
            }
            using var recording = opened;
            foreach (var id in systems)
            {
                if (!(await local.Catalog.GetRecognizerAsync(id, cancellation)).TryGet(out var recognizer, out error)
                    || !(await TranscribeAsync(recognizer, recording, new RecognitionOptions(words), stream, json, cancellation)).TryGet(out var transcript, out error))
                {
                    exitCode = CommandOutput.Fail(error);
                    continue;
                }
                if (json)
                    CommandOutput.WriteLine(new Line(file.ToString(), recognizer.SystemId, transcript.Text,
                        [.. transcript.Words.Select(word => new Word(word.Text, Math.Round(word.Start.TotalSeconds, 3), Math.Round(word.End.TotalSeconds, 3)))],
                        transcript.AudioDuration.TotalSeconds, transcript.ProcessingTime.TotalSeconds));
                else
                    Console.Out.WriteLine($"{file.Name}  {recognizer.SystemId}  (real-time factor {transcript.ProcessingTime / transcript.AudioDuration:0.000})\n    {transcript.Text}");
            }
        }
        return exitCode;
    }

    private static async Task<Result<Transcript>> TranscribeAsync(
        IRecognizer recognizer, ReadableRecording recording, RecognitionOptions options, bool stream, bool json, CancellationToken cancellation)
    {
        if (!recording.Read(recognizer.SampleRate).TryGet(out var opened, out var error)) return error;
        using var audio = opened;
        return stream && recognizer.IsStreaming
            ? await Task.Run(() => Stream(recognizer, audio, options, json, cancellation), cancellation)
            : await recognizer.RecognizeAsync(audio, options, cancellation);
    }

    private static Result<Transcript> Stream(IRecognizer recognizer, MonoReader audio, RecognitionOptions options, bool json, CancellationToken cancellation)
    {
        if (!recognizer.OpenStream(options).TryGet(out var opened, out var error)) return error;
        using var stream = opened;
        var started = Stopwatch.GetTimestamp();
        var frame = new float[(int)(recognizer.SampleRate * StreamedFrameSeconds)];
        var segments = new SortedDictionary<int, RecognitionUpdate>();
        for (var count = audio.Read(frame); count > 0; count = audio.Read(frame))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!stream.Accept(frame.AsSpan(0, count)).TryGet(out var updates, out error)) return error;
            Show(updates);
        }
        if (!stream.Finish().TryGet(out var last, out error)) return error;
        Show(last);
        var words = segments.Values.SelectMany(segment => segment.Words).ToArray();
        return new Transcript(string.Join(' ', segments.Values.Select(segment => $"{segment.StableText} {segment.UnstableText}".Trim()).Where(text => text is not "")),
            words, audio.Duration, Stopwatch.GetElapsedTime(started));

        void Show(IReadOnlyList<RecognitionUpdate> updates)
        {
            foreach (var update in updates)
            {
                segments[update.Segment] = update;
                if (!json) Console.Error.WriteLine($"{update.AudioCovered.TotalSeconds,7:0.00} s  {(update.IsFinal ? "final  " : "partial")}  {update.StableText} | {update.UnstableText}");
            }
        }
    }
}
