using System.Diagnostics;
using SpeechScoop.Audio;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Synthesis.Text;

namespace SpeechScoop.Inference.Synthesis;

/// <summary>What synthesizers made of networks share: text to sentences of phones, and one piece of work on the compute gate a sentence.</summary>
internal abstract class NeuralSynthesizer(string systemId, EnglishFrontEnd front, int sampleRate, SynthesizerSettings settings, TextSection text, IComputeGate gate) : ISynthesizer
{
    public string SystemId { get; } = systemId;

    public abstract bool IsSeeded { get; }

    /// <summary>Whether the network can speak faster or slower.</summary>
    protected abstract bool HasRate { get; }

    protected int SampleRate { get; } = sampleRate;

    public async Task<Result<SynthesizedSpeech>> SynthesizeAsync(SynthesisRequest request, IProgress<SynthesisProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (SynthesisRequestCheck.Check(request) is { } refused) return refused;
        var rate = request.Rate * settings.Rate;
        if (!HasRate && Math.Abs(rate - 1) > 1e-9)
            return new Error.Invalid("rate-unsupported", $"'{SystemId}' speaks at one rate only; leave the speaking rate at 1.");
        var processing = TimeSpan.Zero;
        var prepared = await Timed(() => front.Prepare(request.Text)).ConfigureAwait(false);
        if (!prepared.TryGet(out var sentences, out var unspeakable)) return unspeakable;
        var speech = new SpeechCollector(TimeSpan.FromSeconds(settings.PauseSeconds ?? text.PauseSeconds));
        var random = new SeededRandom(request.Seed);
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            var spoken = await Timed(() => Speak(sentence, rate, request.Temperature ?? settings.Temperature, random, cancellation)).ConfigureAwait(false);
            if (!spoken.TryGet(out var samples, out var failed)) return failed;
            if (speech.Add(new AudioClip(SampleRate, samples), processing) is { } mixed) return mixed;
            progress?.Report(new SynthesisProgress(i + 1, sentences.Count));
        }
        return speech.Finish(processing);

        Task<T> Timed<T>(Func<T> work) => gate.RunAsync(() =>
        {
            var started = Stopwatch.GetTimestamp();
            var result = work();
            processing += Stopwatch.GetElapsedTime(started);
            return result;
        }, cancellation);
    }

    /// <summary>Speaks one sentence, on a compute thread.</summary>
    /// <param name="rate">1 as trained, 2 twice as fast.</param>
    /// <param name="temperature">Null for the pack's own.</param>
    /// <param name="random">Where sampling takes its chance from; its state goes on from sentence to sentence.</param>
    protected abstract Result<float[]> Speak(PhoneSentence sentence, double rate, double? temperature, SeededRandom random, CancellationToken cancellation);
}
