using System.Diagnostics;
using System.Globalization;
using System.Text;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Inference.Synthesis.Text;

namespace SpeechScoop.Inference.Commands;

/// <summary>A synthesizer that is a local program, called once a sentence.</summary>
internal sealed class CommandSynthesizer(string systemId, CommandSection command, IReadOnlyDictionary<string, string> variables, CommandRunner runner) : ISynthesizer
{
    /// <summary>What eSpeak calls its normal speed; the measure of {wordsPerMinute}.</summary>
    private const double NormalWordsPerMinute = 175;

    public string SystemId { get; } = systemId;

    public bool IsSeeded => false;

    public async Task<Result<SynthesizedSpeech>> SynthesizeAsync(SynthesisRequest request, IProgress<SynthesisProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (SynthesisRequestCheck.Check(request) is { } refused) return refused;
        var text = command.Characters == "latin" ? TextCleaner.Clean(request.Text) : SynthesisRequestCheck.WithoutControls(request.Text);
        if (text.Error is { } unreadable) return unreadable;
        var sentences = SentenceSplitter.Split(text.Value);
        if (sentences.Count == 0) return SynthesisRequestCheck.NothingToSpeak();
        var speech = new SpeechCollector(TimeSpan.Zero);
        var processing = TimeSpan.Zero;
        for (var i = 0; i < sentences.Count; i++)
        {
            // Sentences of several texts take turns, so that a short one does not wait for a long one's end.
            using var slot = await runner.EnterAsync(cancellation).ConfigureAwait(false);
            var started = Stopwatch.GetTimestamp();
            var spoken = await SpeakAsync(sentences[i], request.Rate, cancellation).ConfigureAwait(false);
            processing += Stopwatch.GetElapsedTime(started);
            if (spoken.Error is { } error) return error;
            if (speech.Add(spoken.Value, processing) is { } mixed) return mixed;
            progress?.Report(new SynthesisProgress(i + 1, sentences.Count));
        }
        return speech.Finish(processing);
    }

    private async Task<Result<AudioClip>> SpeakAsync(string text, double rate, CancellationToken cancellation)
    {
        using var folder = new CommandFolder();
        var (textFile, output) = (folder.File("text.txt"), folder.File("output.wav"));
        var utf8 = Encoding.UTF8.GetBytes(text + "\n");
        var names = CommandTemplate.Names(command.Arguments).ToHashSet(StringComparer.Ordinal);
        if (names.Contains("textFile")) await File.WriteAllBytesAsync(textFile, utf8, cancellation).ConfigureAwait(false);
        var values = new Dictionary<string, string>(variables, StringComparer.Ordinal)
        {
            ["text"] = text, ["textFile"] = textFile, ["output"] = output, ["input"] = "",
            ["rate"] = rate.ToString("0.###", CultureInfo.InvariantCulture),
            ["stretch"] = (1 / rate).ToString("0.###", CultureInfo.InvariantCulture),
            ["wordsPerMinute"] = (NormalWordsPerMinute * rate).ToString("0", CultureInfo.InvariantCulture),
        };
        var call = new CommandCall(
            command.Program, CommandTemplate.Fill(command.Arguments, values), names.Contains("text") || names.Contains("textFile") ? null : utf8,
            folder.Path, TimeSpan.FromSeconds(command.TimeoutSeconds), command.MaxOutputBytes);
        var run = await CommandRunner.RunAsync(call, cancellation).ConfigureAwait(false);
        if (run.Error is { } failed) return failed;
        if (command.Output == "wav-stdout") return Read(run.Value);
        if (!File.Exists(output)) return new Error.Unavailable("program-output", $"'{command.Program}' ended without writing its WAV file.");
        if (new FileInfo(output).Length > command.MaxOutputBytes)
            return new Error.Unavailable("program-output", $"'{command.Program}' wrote more than {command.MaxOutputBytes} bytes.");
        return Read(await File.ReadAllBytesAsync(output, cancellation).ConfigureAwait(false));
    }

    private Result<AudioClip> Read(byte[] wav)
    {
        var clip = WavReader.Read(wav, name: $"The output of '{command.Program}'");
        return clip.Error is { } error ? new Error.Unavailable("program-output", error.Message) : clip.Value.ToMono();
    }
}
