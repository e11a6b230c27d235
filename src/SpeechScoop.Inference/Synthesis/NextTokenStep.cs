using Microsoft.ML.OnnxRuntime;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Synthesis;

/// <summary>The state of one sentence's token loop: every tensor is allocated once, and the cache goes back and forth between two.</summary>
internal sealed class NextTokenStep : IDisposable
{
    private const int Cache = 2;

    private readonly RoleBoundModel model;
    private readonly string[] inputNames, outputNames;
    private readonly OrtValue[] inputs, outputs;
    private readonly float[] noise;
    private readonly long[] previous;

    public NextTokenStep(RoleBoundModel model, int channels, int codebooks, int codebookSize, int start)
    {
        this.model = model;
        (Condition, Codes, previous, noise) = (new float[channels], new long[codebooks], new long[codebooks], new float[codebooks * codebookSize]);
        Array.Fill(previous, start);
        var cacheShape = model.Input("cache").Dimensions.Select(size => (long)size).ToArray();
        var cacheSize = (int)cacheShape.Aggregate(1L, (product, size) => product * size);
        inputNames = [model.InputName("condition"), model.InputName("previous"), model.InputName("cache"), model.InputName("noise")];
        inputs =
        [
            OrtValue.CreateTensorValueFromMemory(Condition, [1, channels, 1]),
            OrtValue.CreateTensorValueFromMemory(previous, [1, codebooks]),
            OrtValue.CreateTensorValueFromMemory(new float[cacheSize], cacheShape),
            OrtValue.CreateTensorValueFromMemory(noise, [codebooks, codebookSize]),
        ];
        outputNames = [model.OutputName("codes"), model.OutputName("cacheOut")];
        outputs = [OrtValue.CreateTensorValueFromMemory(Codes, [1, codebooks]), OrtValue.CreateTensorValueFromMemory(new float[cacheSize], cacheShape)];
    }

    /// <summary>What the next frame is to say; to be filled before <see cref="Next"/>.</summary>
    public float[] Condition { get; }

    /// <summary>The tokens of the last frame, one a codebook.</summary>
    public long[] Codes { get; }

    /// <summary>Predicts the next frame's tokens.</summary>
    /// <param name="temperature">Factor on the noise: the graph takes the largest of logits + noise, which samples from softmax(logits / temperature).</param>
    public Error? Next(double temperature, SeededRandom random)
    {
        if (temperature > 0)
            for (var i = 0; i < noise.Length; i++) noise[i] = (float)(temperature * random.NextGumbel());
        if (model.Model.Run(inputNames, inputs, outputNames, outputs) is { } failed) return failed;
        (inputs[Cache], outputs[1]) = (outputs[1], inputs[Cache]);
        Codes.CopyTo(previous, 0);
        return null;
    }

    public void Dispose()
    {
        foreach (var input in inputs) input.Dispose();
        foreach (var output in outputs) output.Dispose();
    }
}
