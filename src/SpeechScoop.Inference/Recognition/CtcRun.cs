using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace SpeechScoop.Inference.Recognition;

/// <summary>
/// The buffers of one stream's runs of a CTC network. While the number of frames stays the same, as it does in
/// streaming, the same tensors are used again and a run allocates nothing. A run of a stream in a group also computes
/// what the group's other streams want of the same graph. Not thread-safe.
/// </summary>
internal sealed class CtcRun(CtcModel model, StreamGroup? group = null) : IDisposable
{
    private readonly string[] inputNames = [model.Model.InputName("features")];
    private readonly OrtValue[] inputs = new OrtValue[1];
    private CtcModel[] heads = [model], shared = [];
    private string[] outputNames = [model.Model.OutputName(model.Head)];
    private OrtValue[] outputs = [];
    private float[] input = [];
    private float[][] scores = [[]];
    private int frames, groupVersion;
    private TimeSpan time;

    /// <summary>The input of the next run, bands × frames, to be filled.</summary>
    /// <param name="featureFrames">Number of frames.</param>
    public Span<float> Input(int featureFrames)
    {
        if (featureFrames != frames || (group is not null && group.Version != groupVersion)) Resize(featureFrames);
        return input.AsSpan(0, featureFrames * model.Preset.Bands);
    }

    /// <summary>Runs the network on the input.</summary>
    public Error? Run()
    {
        var started = Stopwatch.GetTimestamp();
        var failed = model.Model.Model.Run(inputNames, inputs, outputNames, outputs);
        time = Stopwatch.GetElapsedTime(started);
        return failed;
    }

    /// <summary>What the last run gave: natural-log probabilities, frames × symbols.</summary>
    public Span<float> Output => scores[0].AsSpan(0, model.OutputFrames(frames) * model.Symbols);

    /// <summary>Gives the group a block of what the last run computed for its other streams.</summary>
    /// <param name="frame">The block's first frame in the stream.</param>
    /// <param name="skipped">Frames of the run before the block.</param>
    /// <param name="count">Frames of the block.</param>
    public void Share(long frame, int skipped, int count)
    {
        foreach (var wanted in shared)
            group!.Offer(wanted, frame, count, scores[Array.IndexOf(heads, wanted)].AsSpan(skipped * wanted.Symbols, count * wanted.Symbols), time);
    }

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
        foreach (var output in outputs) output.Dispose();
    }

    private void Resize(int featureFrames)
    {
        Dispose();
        Bind();
        var (bands, outputFrames) = (model.Preset.Bands, model.OutputFrames(featureFrames));
        if (input.Length < featureFrames * bands) input = new float[featureFrames * bands];
        inputs[0] = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, input.AsMemory(0, featureFrames * bands), [1, bands, featureFrames]);
        outputs = new OrtValue[heads.Length];
        for (var i = 0; i < heads.Length; i++)
        {
            var size = outputFrames * heads[i].Symbols;
            if (scores[i].Length < size) scores[i] = new float[size];
            outputs[i] = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, scores[i].AsMemory(0, size), [1, outputFrames, heads[i].Symbols]);
        }
        frames = featureFrames;
    }

    /// <summary>Chooses the outputs of a run: this stream's own first, then what others of the group want.</summary>
    private void Bind()
    {
        if (group is null || group.Version == groupVersion) return;
        groupVersion = group.Version;
        shared = group.Wanted(model);
        heads = [model, .. shared.Where(head => head != model)];
        outputNames = [.. heads.Select(head => head.Model.OutputName(head.Head))];
        scores = [scores[0], .. heads.Skip(1).Select(_ => Array.Empty<float>())];
    }
}
