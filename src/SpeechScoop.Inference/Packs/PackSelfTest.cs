using System.Diagnostics;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Synthesis;

namespace SpeechScoop.Inference.Packs;

/// <summary>
/// Tries a pack once, with what its manifest gives for the purpose, else with something that suits its task. A model that
/// does not run is an error; one that runs but misses the manifest's bounds is an outcome that did not pass.
/// </summary>
internal static class PackSelfTest
{
    private const string DefaultText = "This is a test.";

    public static async Task<Result<SelfTestOutcome>> RunAsync(SystemCatalog catalog, CatalogEntry entry, CancellationToken cancellation)
    {
        var manifest = entry.Runtime!.Manifest;
        var test = manifest.SelfTest ?? new SelfTestSection();
        var systemId = test.System is { } system ? $"{manifest.Id}/{system}" : manifest.Id;
        if (!Audio(entry, test).TryGet(out var clip, out var unreadable)) return unreadable;
        return manifest.Task switch
        {
            "recognizer" => await RecognizeAsync(catalog, systemId, test, clip, cancellation).ConfigureAwait(false),
            "synthesizer" => await SpeakAsync(catalog, systemId, test, cancellation).ConfigureAwait(false),
            "tokenizer" => await TokenizeAsync(catalog, systemId, test, clip, cancellation).ConfigureAwait(false),
            "voice-activity" => await DetectAsync(catalog, systemId, clip, cancellation).ConfigureAwait(false),
            "embedding" => await EmbedAsync(catalog, systemId, clip, cancellation).ConfigureAwait(false),
            _ => await ScoreAsync(catalog, systemId, clip, cancellation).ConfigureAwait(false),
        };
    }

    private static async Task<Result<SelfTestOutcome>> RecognizeAsync(SystemCatalog catalog, string systemId, SelfTestSection test, AudioClip clip, CancellationToken cancellation)
    {
        var loaded = await catalog.GetRecognizerAsync(systemId, cancellation).ConfigureAwait(false);
        if (!loaded.TryGet(out var recognizer, out var error)) return error;
        var recognized = await recognizer.RecognizeAsync(clip, null, cancellation).ConfigureAwait(false);
        if (!recognized.TryGet(out var transcript, out error)) return error;
        var factor = Factor(transcript.ProcessingTime, clip);
        if (test.Text is not { } expected) return new SelfTestOutcome(true, $"Runs. Heard: \"{transcript.Text}\".", factor);
        var rate = WordErrors.Rate(expected, transcript.Text);
        return new SelfTestOutcome(rate <= (test.MaxWordErrorRate ?? 0), FormattableString.Invariant(
            $"Expected \"{expected}\", heard \"{transcript.Text}\": word error rate {rate:P0}, allowed {test.MaxWordErrorRate ?? 0:P0}."), factor);
    }

    private static async Task<Result<SelfTestOutcome>> SpeakAsync(SystemCatalog catalog, string systemId, SelfTestSection test, CancellationToken cancellation)
    {
        var loaded = await catalog.GetSynthesizerAsync(systemId, cancellation).ConfigureAwait(false);
        if (!loaded.TryGet(out var synthesizer, out var error)) return error;
        var spoken = await synthesizer.SynthesizeAsync(new SynthesisRequest(test.Text ?? DefaultText), null, cancellation).ConfigureAwait(false);
        if (!spoken.TryGet(out var speech, out error)) return error;
        var (seconds, low, high) = (speech.Clip.Duration.TotalSeconds, test.MinSeconds ?? 0.1, test.MaxSeconds ?? 60);
        var samples = speech.Clip.Channel(0).ToArray();
        var audible = samples.Any(sample => Math.Abs(sample) > 1e-3f) && Array.TrueForAll(samples, float.IsFinite);
        return new SelfTestOutcome(seconds >= low && seconds <= high && audible, FormattableString.Invariant(
            $"Spoke \"{test.Text ?? DefaultText}\" in {seconds:0.00} s{(audible ? "" : ", silent or not finite")}; expected {low:0.##} to {high:0.##} s."), Factor(speech.ProcessingTime, speech.Clip));
    }

    private static async Task<Result<SelfTestOutcome>> TokenizeAsync(SystemCatalog catalog, string systemId, SelfTestSection test, AudioClip clip, CancellationToken cancellation)
    {
        var loaded = await catalog.GetTokenizerAsync(systemId, cancellation).ConfigureAwait(false);
        if (!loaded.TryGet(out var tokenizer, out var error)) return error;
        var watch = Stopwatch.StartNew();
        var encoded = await tokenizer.EncodeAsync(clip, cancellation).ConfigureAwait(false);
        if (!encoded.TryGet(out var tokens, out error)) return error;
        var decoded = await tokenizer.DecodeAsync(tokens, Math.Clamp(test.Codebooks ?? tokenizer.Codebooks, 1, tokenizer.Codebooks), cancellation).ConfigureAwait(false);
        if (!decoded.TryGet(out var again, out error)) return error;
        var factor = Factor(watch.Elapsed, clip);
        var original = Resample.ToMono(clip, tokenizer.SampleRate);
        if (again.Length != original.Length)
            return new SelfTestOutcome(false, $"{again.Length} of {original.Length} samples came back.", factor);
        var distance = LogMelDistance.Between(original, again);
        return new SelfTestOutcome(distance <= (test.MaxLogMelDistance ?? double.PositiveInfinity), FormattableString.Invariant(
            $"{tokens.Codes[0].Length} frames; log-mel distance to the original {distance:0.000}{(test.MaxLogMelDistance is { } limit ? FormattableString.Invariant($", allowed {limit:0.000}") : "")}."), factor);
    }

    private static async Task<Result<SelfTestOutcome>> DetectAsync(SystemCatalog catalog, string packId, AudioClip clip, CancellationToken cancellation)
    {
        var loaded = await catalog.GetVoiceActivityAsync(packId, cancellation).ConfigureAwait(false);
        if (!loaded.TryGet(out var detector, out var error)) return error;
        var watch = Stopwatch.StartNew();
        var probabilities = await detector.ProbabilitiesAsync(clip, cancellation).ConfigureAwait(false);
        return probabilities.Select(found => new SelfTestOutcome(Array.TrueForAll(found, value => value is >= 0 and <= 1), $"Runs: {found.Length} frames.", Factor(watch.Elapsed, clip)));
    }

    private static async Task<Result<SelfTestOutcome>> ScoreAsync(SystemCatalog catalog, string packId, AudioClip clip, CancellationToken cancellation)
    {
        var loaded = await catalog.GetQualityModelAsync(packId, cancellation).ConfigureAwait(false);
        if (!loaded.TryGet(out var model, out var error)) return error;
        var watch = Stopwatch.StartNew();
        var scored = await model.ScoreAsync(clip, cancellation).ConfigureAwait(false);
        return scored.Select(scores => new SelfTestOutcome(
            scores.Values.All(double.IsFinite), string.Join(", ", scores.Select(score => FormattableString.Invariant($"{score.Key} {score.Value:0.00}"))), Factor(watch.Elapsed, clip)));
    }

    private static async Task<Result<SelfTestOutcome>> EmbedAsync(SystemCatalog catalog, string packId, AudioClip clip, CancellationToken cancellation)
    {
        var loaded = await catalog.GetEmbedderAsync(packId, cancellation).ConfigureAwait(false);
        if (!loaded.TryGet(out var embedder, out var error)) return error;
        var watch = Stopwatch.StartNew();
        var embedded = await Task.Run(() => embedder.Embed(clip), cancellation).ConfigureAwait(false);
        return embedded.Select(vectors => new SelfTestOutcome(
            vectors.All(vector => Array.TrueForAll(vector, double.IsFinite)), $"Runs: {vectors.Count} vectors of {vectors[0].Length} values.", Factor(watch.Elapsed, clip)));
    }

    private static Result<AudioClip> Audio(CatalogEntry entry, SelfTestSection test)
    {
        if (test.Audio is not { } relative) return Tone();
        return PackPaths.Resolve(entry.Pack.Folder, relative).Then(path =>
        {
            using var stream = File.OpenRead(path);
            return WavReader.Read(stream, name: relative);
        });
    }

    // A second of a tone that comes and goes: enough for a model to run on.
    private static AudioClip Tone()
    {
        var samples = new float[16000];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = (float)(0.1 * Math.Sin(2 * Math.PI * 220 * i / 16000) * (1 - Math.Cos(2 * Math.PI * 3 * i / 16000)));
        return new AudioClip(16000, samples);
    }

    private static double Factor(TimeSpan processing, AudioClip clip) => clip.Length == 0 ? 0 : processing / clip.Duration;
}
