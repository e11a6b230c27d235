using SpeechScoop.Audio;
using SpeechScoop.Inference.Recognition;

namespace SpeechScoop.Inference.Commands;

/// <summary>Collects a stream's audio and has it recognized when it ends.</summary>
internal sealed class CommandRecognitionStream(CommandRecognizer recognizer) : IRecognitionStream
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly List<float> samples = [];
    private bool finished;

    public Result<IReadOnlyList<RecognitionUpdate>> Accept(ReadOnlySpan<float> more)
    {
        if (finished) return new Error.Conflict("stream-finished", "The stream has ended; open another one.");
        if (samples.Count + more.Length > Longest.TotalSeconds * recognizer.SampleRate)
            return new Error.Invalid("stream-too-long", $"'{recognizer.SystemId}' keeps a stream's audio until it ends, and takes at most {Longest.TotalMinutes} minutes.");
        foreach (var sample in more) samples.Add(sample);
        return Result<IReadOnlyList<RecognitionUpdate>>.Ok([]);
    }

    public Result<IReadOnlyList<RecognitionUpdate>> Finish()
    {
        if (finished) return Result<IReadOnlyList<RecognitionUpdate>>.Ok([]);
        finished = true;
        var clip = new AudioClip(recognizer.SampleRate, [.. samples]);
        // The caller's thread is a compute thread, which waits as it would for a model.
        var recognized = recognizer.RecognizeAsync(clip).GetAwaiter().GetResult();
        return recognized.Then(transcript => Result<IReadOnlyList<RecognitionUpdate>>.Ok(transcript.Text.Length == 0 ? []
            : [new RecognitionUpdate(0, true, transcript.Text, "", transcript.Words, clip.Duration)]));
    }

    public void Dispose() => samples.Clear();
}
