using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace SpeechScoop.Inference.Sessions;

/// <summary>An input or output of a graph.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="ElementType">Type of its elements.</param>
/// <param name="Dimensions">Its shape; −1 where the size is decided at run time.</param>
/// <param name="HasShape">False where the graph tells no shape at all, not even the number of dimensions.</param>
public sealed record TensorPort(string Name, TensorElementType ElementType, IReadOnlyList<int> Dimensions, bool HasShape = true)
{
    /// <summary>Number of dimensions; 0 for a scalar.</summary>
    public int Rank => Dimensions.Count;

    /// <summary>The port as people write it: <c>features f32[?,64,?]</c>.</summary>
    public override string ToString()
        => !HasShape ? $"{Name} {TypeName(ElementType)}" : $"{Name} {TypeName(ElementType)}[{string.Join(',', Dimensions.Select(size => size < 0 ? "?" : size.ToString(System.Globalization.CultureInfo.InvariantCulture)))}]";

    /// <summary>Short name of an element type, such as <c>f32</c> or <c>i64</c>.</summary>
    public static string TypeName(TensorElementType type) => type switch
    {
        TensorElementType.Float => "f32",
        TensorElementType.Float16 => "f16",
        TensorElementType.Double => "f64",
        TensorElementType.Int64 => "i64",
        TensorElementType.Int32 => "i32",
        TensorElementType.Bool => "bool",
        _ => type.ToString().ToLowerInvariant(),
    };

    internal static TensorPort From(string name, NodeMetadata metadata) => new(name, metadata.ElementDataType, metadata.Dimensions);
}
