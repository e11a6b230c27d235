using Microsoft.ML.OnnxRuntime;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Synthesis.Text;

namespace SpeechScoop.Inference.Synthesis;

/// <summary>The three graphs of a next-token synthesizer.</summary>
internal sealed record NextTokenModels(RoleBoundModel Condition, RoleBoundModel Step, RoleBoundModel Decoder);

/// <summary>
/// A synthesizer that predicts codec tokens, frame after frame, each from those before it and from what is to be said,
/// and has a codec turn them into sound. Samples with Gumbel noise of the request's seed: the same seed, text, rate and
/// temperature give the same take.
/// </summary>
internal sealed class NextTokenSynthesizer(
    string systemId, NextTokenModels models, EnglishFrontEnd front, PackManifest manifest, SynthesizerSettings settings, IComputeGate gate)
    : NeuralSynthesizer(systemId, front, manifest.Audio!.SampleRate, settings, manifest.Text!, gate)
{
    private readonly SamplingSection sampling = manifest.Sampling!;

    public override bool IsSeeded => true;

    protected override bool HasRate => models.Condition.HasInput("rate");

    protected override Result<float[]> Speak(PhoneSentence sentence, double rate, double? temperature, SeededRandom random, CancellationToken cancellation)
    {
        using var inputs = new PhoneInputs(models.Condition, sentence, rate);
        if (!models.Condition.Run(inputs.Values, "condition").TryGet(out var conditioned, out var failed)) return failed;
        using (conditioned)
        {
            if (conditioned.Shape(0) is not [1, var channels, > 0 and var frames])
                return new Error.Unavailable("model-failed", $"'{SystemId}' finds no frames to speak in \"{sentence.Text}\".");
            return Sample(conditioned.Floats(0), (int)channels, (int)frames, temperature ?? sampling.Temperature, random, cancellation).Then(Decode);
        }
    }

    // Codes of all frames: codebooks × frames, the codebooks that are not predicted filled with the empty code.
    private Result<long[]> Sample(ReadOnlySpan<float> condition, int channels, int frames, double temperature, SeededRandom random, CancellationToken cancellation)
    {
        var empty = sampling.EmptyCode ?? sampling.CodebookSize;
        var codes = new long[sampling.DecoderCodebooks * frames];
        Array.Fill(codes, empty);
        using var step = new NextTokenStep(models.Step, channels, sampling.Codebooks, sampling.CodebookSize, empty);
        for (var frame = 0; frame < frames; frame++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var channel = 0; channel < channels; channel++) step.Condition[channel] = condition[(channel * frames) + frame];
            if (step.Next(temperature, random) is { } failed) return failed;
            for (var book = 0; book < step.Codes.Length; book++) codes[(book * frames) + frame] = step.Codes[book];
        }
        return codes;
    }

    private Result<float[]> Decode(long[] codes)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(codes, [1, sampling.DecoderCodebooks, codes.Length / sampling.DecoderCodebooks]);
        return models.Decoder.Run([("codes", input)], "wave").Select(outputs =>
        {
            using (outputs) return outputs.Floats(0).ToArray();
        });
    }
}
