namespace SpeechScoop.Inference.Packs;

/// <summary>What an ONNX file looks like.</summary>
/// <param name="Family">Family of packs that fits; null where none does.</param>
/// <param name="Reason">Why, or why not, in a sentence.</param>
/// <param name="Inputs">Inputs as name, type and shape: <c>features f32[?,64,?]</c>.</param>
/// <param name="Outputs">Outputs likewise.</param>
/// <param name="DraftManifest">A <c>pack.json</c> to start from, with file, hash, size and bindings filled in; <paramref name="Reason"/> tells what has to be checked and added.</param>
public sealed record PackInspection(string? Family, string Reason, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, string DraftManifest);
