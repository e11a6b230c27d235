namespace SpeechScoop.Embeddings;

/// <summary>What an embedder made of a clip, or of one window of it.</summary>
/// <param name="Clip">Name of the clip; windows of one clip share it.</param>
/// <param name="Vector">The coordinates.</param>
public sealed record Embedding(string Clip, double[] Vector);
