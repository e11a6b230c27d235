using SpeechScoop.Audio;
using SpeechScoop.Inference.Synthesis;

namespace SpeechScoop.Web.Tests.Live.Bench;

/// <summary>A synthesizer that hums 10 ms a character, at a pitch that its seed decides; it can be held up.</summary>
internal sealed class ToneSynthesizer(string systemId, int sampleRate) : ISynthesizer
{
    public string SystemId => systemId;

    public bool IsSeeded => true;

    /// <summary>While not completed, every synthesis waits after half its sentences.</summary>
    public TaskCompletionSource Hold { get; set; } = Completed();

    public async Task<Result<SynthesizedSpeech>> SynthesizeAsync(SynthesisRequest request, IProgress<SynthesisProgress>? progress = null, CancellationToken cancellation = default)
    {
        progress?.Report(new SynthesisProgress(1, 2));
        await Hold.Task.WaitAsync(cancellation);
        if (request.Text.Contains("unspeakable", StringComparison.Ordinal))
            return new Error.Invalid("nothing-to-speak", $"{systemId} finds nothing to speak.");
        if (request.Text.Contains("crash", StringComparison.Ordinal)) throw new InvalidOperationException("a bug");
        var samples = new float[request.Text.Length * sampleRate / 100];
        for (var i = 0; i < samples.Length; i++) samples[i] = 0.5f * MathF.Sin((float)(2 * Math.PI * (200 + (50 * request.Seed)) * i / sampleRate));
        progress?.Report(new SynthesisProgress(2, 2));
        return new SynthesizedSpeech(new AudioClip(sampleRate, samples), TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(10));
    }

    public static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
