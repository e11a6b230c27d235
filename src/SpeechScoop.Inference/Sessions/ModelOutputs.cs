using Microsoft.ML.OnnxRuntime;

namespace SpeechScoop.Inference.Sessions;

/// <summary>What a run gave, in the order asked for. Spans are valid until it is disposed.</summary>
public sealed class ModelOutputs(IReadOnlyList<OrtValue> values) : IDisposable
{
    /// <summary>Elements of a float32 output.</summary>
    public ReadOnlySpan<float> Floats(int index) => values[index].GetTensorDataAsSpan<float>();

    /// <summary>Elements of an int64 output.</summary>
    public ReadOnlySpan<long> Longs(int index) => values[index].GetTensorDataAsSpan<long>();

    /// <summary>Shape of an output.</summary>
    public long[] Shape(int index) => values[index].GetTensorTypeAndShape().Shape;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var value in values) value.Dispose();
    }
}
