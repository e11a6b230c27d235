using Microsoft.ML.OnnxRuntime;

namespace SpeechScoop.Inference.Recognition;

/// <summary>
/// The buffers of one stream's runs of a CTC network. While the number of frames stays the same, as it does in
/// streaming, the same tensors are used again and a run allocates nothing. Not thread-safe.
/// </summary>
internal sealed class CtcRun(CtcModel model) : IDisposable
{
    private readonly string[] inputNames = [model.Model.InputName("features")], outputNames = [model.Model.OutputName(model.Head)];
    private readonly OrtValue[] inputs = new OrtValue[1], outputs = new OrtValue[1];
    private float[] input = [], output = [];
    private int frames;

    /// <summary>The input of the next run, bands × frames, to be filled.</summary>
    /// <param name="featureFrames">Number of frames.</param>
    public Span<float> Input(int featureFrames)
    {
        if (featureFrames != frames) Resize(featureFrames);
        return input.AsSpan(0, featureFrames * model.Preset.Bands);
    }

    /// <summary>Runs the network on the input.</summary>
    public Error? Run() => model.Model.Model.Run(inputNames, inputs, outputNames, outputs);

    /// <summary>What the last run gave: natural-log probabilities, frames × symbols.</summary>
    public Span<float> Output => output.AsSpan(0, model.OutputFrames(frames) * model.Symbols);

    /// <summary>Runs the network and tells what shape it gives by itself.</summary>
    public Error? RunFreely(out long[] shape)
    {
        shape = [];
        var run = model.Model.Model.Run(inputNames, inputs, outputNames);
        if (run.Error is { } failed) return failed;
        using var given = run.Value;
        shape = given.Shape(0);
        return null;
    }

    public void Dispose()
    {
        inputs[0]?.Dispose();
        outputs[0]?.Dispose();
    }

    private void Resize(int featureFrames)
    {
        Dispose();
        var (bands, outputFrames) = (model.Preset.Bands, model.OutputFrames(featureFrames));
        if (input.Length < featureFrames * bands) input = new float[featureFrames * bands];
        if (output.Length < outputFrames * model.Symbols) output = new float[outputFrames * model.Symbols];
        inputs[0] = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, input.AsMemory(0, featureFrames * bands), [1, bands, featureFrames]);
        outputs[0] = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, output.AsMemory(0, outputFrames * model.Symbols), [1, outputFrames, model.Symbols]);
        frames = featureFrames;
    }
}
