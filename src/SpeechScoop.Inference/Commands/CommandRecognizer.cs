using System.Diagnostics;
using System.Text;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Recognition;

namespace SpeechScoop.Inference.Commands;

/// <summary>A recognizer that is a local program, called once a recording. Its streams give everything at their end.</summary>
internal sealed class CommandRecognizer(string systemId, CommandSection command, int sampleRate, IReadOnlyDictionary<string, string> variables, CommandRunner runner) : IRecognizer
{
    public string SystemId { get; } = systemId;

    public int SampleRate { get; } = sampleRate;

    public TimeSpan LookAhead => TimeSpan.Zero;

    public bool IsStreaming => false;

    public Result<IRecognitionStream> OpenStream(RecognitionOptions? options = null, StreamGroup? group = null)
        => CheckOptions(options) is { } refused ? refused : Result<IRecognitionStream>.Ok(new CommandRecognitionStream(this));

    public async Task<Result<Transcript>> RecognizeAsync(MonoReader audio, RecognitionOptions? options = null, CancellationToken cancellation = default)
    {
        if (CheckOptions(options) is { } refused) return refused;
        if (audio.Length == 0) return new Transcript("", [], TimeSpan.Zero, TimeSpan.Zero);
        using var slot = await runner.EnterAsync(cancellation).ConfigureAwait(false);
        var watch = Stopwatch.StartNew();
        using var folder = new CommandFolder();
        var input = folder.File("input.wav");
        await Task.Run(() => MonoWav.Write(input, audio, cancellation), cancellation).ConfigureAwait(false);
        var values = new Dictionary<string, string>(variables, StringComparer.Ordinal)
        {
            ["input"] = input, ["output"] = "", ["text"] = "", ["textFile"] = "", ["rate"] = "1", ["stretch"] = "1", ["wordsPerMinute"] = "175",
        };
        // Recognition takes time in proportion to the audio; the manifest's limit is for the first seconds.
        var timeout = TimeSpan.FromSeconds(command.TimeoutSeconds + (command.TimeoutPerAudioSecond * audio.Duration.TotalSeconds));
        var run = await CommandRunner.RunAsync(
            new CommandCall(command.Program, CommandTemplate.Fill(command.Arguments, values), null, folder.Path, timeout, command.MaxOutputBytes), cancellation).ConfigureAwait(false);
        return run.Select(output =>
        {
            var text = Encoding.UTF8.GetString(output);
            var words = command.Output == "pocketsphinx-stdout" ? PocketsphinxOutput.Words(text) : [];
            var joined = command.Output == "pocketsphinx-stdout" ? string.Join(' ', words.Select(word => word.Text))
                : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return new Transcript(joined, words, audio.Duration, watch.Elapsed);
        });
    }

    private Error.Invalid? CheckOptions(RecognitionOptions? options) => options is { Words: not null } or { HotWords: not null }
        ? new Error.Invalid("word-lists-unsupported", $"'{SystemId}' takes no word lists; choose a system that does, or leave them out.") : null;
}
