using Microsoft.ML.OnnxRuntime.Tensors;

namespace SpeechScoop.Inference.Packs.Families;

/// <summary>What a family expects of one tensor.</summary>
/// <param name="Role">What the tensor means.</param>
/// <param name="Type">Type of its elements.</param>
/// <param name="Rank">Number of dimensions.</param>
/// <param name="Optional">Whether a graph may do without it.</param>
public sealed record TensorContract(string Role, TensorElementType Type, int Rank, bool Optional = false);

/// <summary>What a family expects of one graph.</summary>
/// <param name="Role">File role of the graph.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Outputs">Its outputs.</param>
/// <param name="Optional">Whether a pack may do without it.</param>
public sealed record GraphContract(string Role, IReadOnlyList<TensorContract> Inputs, IReadOnlyList<TensorContract> Outputs, bool Optional = false)
{
    /// <summary>States: the output that becomes the input of the next run. A graph has both or neither, of one shape.</summary>
    public IReadOnlyList<(string Input, string Output)> States { get; init; } = [];
}
