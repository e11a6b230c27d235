using Microsoft.ML.OnnxRuntime;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.VoiceActivity;

/// <summary>
/// Voice activity of one stream, frame by frame. The network looks at each frame together with the last 64 samples of the
/// one before; without them it raises no error and never fires.
/// </summary>
public sealed class SileroVadStream : IDisposable
{
    private const int ContextSamples = 64;
    private const int StateSize = 2 * 128;

    private readonly RoleBoundModel model;
    private readonly float[] input = new float[ContextSamples + SileroVad.FrameSamples];
    private readonly float[] probability = new float[1];
    private readonly OrtValue[] tensors, outputs;
    private readonly string[] inputNames, outputNames;

    internal SileroVadStream(RoleBoundModel model)
    {
        this.model = model;
        var state = OrtValue.CreateTensorValueFromMemory(new float[StateSize], [2, 1, 128]);
        var nextState = OrtValue.CreateTensorValueFromMemory(new float[StateSize], [2, 1, 128]);
        var wave = OrtValue.CreateTensorValueFromMemory(input, [1, input.Length]);
        tensors = model.HasInput("sr") ? [wave, state, OrtValue.CreateTensorValueFromMemory(new long[] { SileroVad.SampleRate }, [])] : [wave, state];
        inputNames = model.HasInput("sr") ? [model.InputName("input"), model.InputName("state"), model.InputName("sr")] : [model.InputName("input"), model.InputName("state")];
        outputs = [OrtValue.CreateTensorValueFromMemory(probability, [1, 1]), nextState];
        outputNames = [model.OutputName("output"), model.OutputName("stateOut")];
    }

    /// <summary>Takes the next frame and returns its probability of speech, 0..1.</summary>
    /// <param name="samples">Up to <see cref="SileroVad.FrameSamples"/> samples; fewer are padded with silence.</param>
    public Result<float> Next(ReadOnlySpan<float> samples)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(samples.Length, SileroVad.FrameSamples, nameof(samples));
        input.AsSpan(SileroVad.FrameSamples).CopyTo(input);
        samples.CopyTo(input.AsSpan(ContextSamples));
        input.AsSpan(ContextSamples + samples.Length).Clear();
        if (model.Model.Run(inputNames, tensors, outputNames, outputs) is { } failed) return failed;
        // The state that came out goes in next time; the other buffer takes the one after.
        (tensors[1], outputs[1]) = (outputs[1], tensors[1]);
        return probability[0];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in tensors) tensor.Dispose();
        foreach (var output in outputs) output.Dispose();
    }
}
