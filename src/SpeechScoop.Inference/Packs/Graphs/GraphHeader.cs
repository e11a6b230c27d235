using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Packs.Graphs;

/// <summary>What an ONNX file says about itself, read without loading or running it.</summary>
/// <param name="Inputs">Inputs that a caller gives (initializers excluded).</param>
/// <param name="Outputs">Outputs.</param>
/// <param name="ExternalFiles">Files beside the graph in which weights lie, as written there.</param>
/// <param name="Metadata">The graph's metadata properties.</param>
/// <param name="Nodes">Number of nodes.</param>
public sealed record GraphHeader(
    IReadOnlyList<TensorPort> Inputs, IReadOnlyList<TensorPort> Outputs, IReadOnlyList<string> ExternalFiles,
    IReadOnlyDictionary<string, string> Metadata, int Nodes)
{
    /// <summary>Reads the header of a file; weights are skipped, so that it takes about a millisecond for any size.</summary>
    /// <returns><c>model-unreadable</c> when the file is no ONNX model.</returns>
    public static Result<GraphHeader> Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var header = GraphHeaderParser.Parse(stream);
            return header.Nodes > 0 && header.Outputs.Count > 0
                ? header
                : Unreadable(path, "it holds no graph");
        }
        catch (ProtobufFormatException broken)
        {
            return Unreadable(path, broken.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, failure.Message);
        }
    }

    private static Error.Invalid Unreadable(string path, string why)
        => new("model-unreadable", $"{Path.GetFileName(path)} is not an ONNX model: {why}.");
}
