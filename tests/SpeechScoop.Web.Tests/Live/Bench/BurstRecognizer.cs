using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Recognition;

namespace SpeechScoop.Web.Tests.Live.Bench;

/// <summary>
/// A recognizer that counts: every burst of sound of at least 50 ms is a word, "one", "two" …; half a second of quiet
/// ends a segment. Its answers depend on every sample, so lost or doubled audio shows.
/// </summary>
internal sealed class BurstRecognizer(string systemId, int sampleRate = 16_000, bool isStreaming = true) : IRecognizer
{
    public static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    public string SystemId => systemId;

    public int SampleRate => sampleRate;

    public TimeSpan LookAhead => TimeSpan.Zero;

    public bool IsStreaming => isStreaming;

    public Result<IRecognitionStream> OpenStream(RecognitionOptions? options = null, StreamGroup? group = null) => Result<IRecognitionStream>.Ok(new Stream(sampleRate, options?.Words));

    public Task<Result<Transcript>> RecognizeAsync(MonoReader audio, RecognitionOptions? options = null, CancellationToken cancellation = default)
    {
        using var stream = new Stream(audio.SampleRate, options?.Words);
        var updates = stream.Accept(audio.ReadToEnd().Channel(0)).Value.Concat(stream.Finish().Value).Where(update => update.IsFinal).ToArray();
        return Task.FromResult<Result<Transcript>>(new Transcript(
            string.Join(' ', updates.Select(update => update.StableText)), [.. updates.SelectMany(update => update.Words)], audio.Duration, TimeSpan.FromMilliseconds(5)));
    }

    private sealed class Stream(int rate, IReadOnlyList<string>? words) : IRecognitionStream
    {
        private readonly List<RecognizedWord> segment = [];
        private long position;
        private long loudSince = -1;
        private long quietSince;
        private int count;
        private int segments;

        public Result<IReadOnlyList<RecognitionUpdate>> Accept(ReadOnlySpan<float> samples)
        {
            var updates = new List<RecognitionUpdate>();
            foreach (var sample in samples)
            {
                position++;
                if (Math.Abs(sample) > 0.1f)
                {
                    if (loudSince < 0) loudSince = position;
                    quietSince = position;
                }
                else
                {
                    EndWord(rate / 50);
                    if (segment.Count > 0 && position - quietSince > rate / 2) EndSegment(updates);
                }
            }
            if (segment.Count > 0) updates.Add(Update(isFinal: false));
            return Result<IReadOnlyList<RecognitionUpdate>>.Ok(updates);
        }

        public Result<IReadOnlyList<RecognitionUpdate>> Finish()
        {
            var updates = new List<RecognitionUpdate>();
            EndWord(0);
            if (segment.Count > 0) EndSegment(updates);
            return Result<IReadOnlyList<RecognitionUpdate>>.Ok(updates);
        }

        public void Dispose()
        {
        }

        private void EndWord(int quiet)
        {
            if (loudSince < 0 || position - quietSince < quiet) return;
            if (quietSince - loudSince >= rate / 20)
            {
                var text = words is null ? Numbers[++count % Numbers.Length] : words[count++ % words.Count];
                segment.Add(new RecognizedWord(text, TimeSpan.FromSeconds((double)loudSince / rate), TimeSpan.FromSeconds((double)quietSince / rate)));
            }
            loudSince = -1;
        }

        private void EndSegment(List<RecognitionUpdate> updates)
        {
            updates.Add(Update(isFinal: true));
            segment.Clear();
            segments++;
        }

        private RecognitionUpdate Update(bool isFinal) => new(
            segments, isFinal, string.Join(' ', segment.Select(word => word.Text).SkipLast(isFinal ? 0 : 1)), isFinal ? "" : segment[^1].Text, [.. segment],
            TimeSpan.FromSeconds((double)position / rate));
    }
}
