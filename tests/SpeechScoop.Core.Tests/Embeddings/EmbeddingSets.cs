using SpeechScoop.Embeddings;

namespace SpeechScoop.Tests.Embeddings;

internal static class EmbeddingSets
{
    /// <summary>A clip a vector.</summary>
    public static EmbeddingSet Set(string name, params double[][] vectors) => EmbeddingSet.Of(name, vectors.Select((vector, i) => new Embedding($"clip {i}", vector))).Value;

    /// <summary>Vectors of independent standard normal values, the first one shifted.</summary>
    public static EmbeddingSet Normal(string name, int seed, int count, int dimension, double shift)
    {
        var random = new SeededRandom(seed);
        double Value() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Set(name, [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, dimension).Select(i => Value() + (i == 0 ? shift : 0)).ToArray())]);
    }

    public static EmbeddingSet Map(EmbeddingSet set, Func<double[], double[]> map)
        => EmbeddingSet.Of(set.Name, set.Vectors.Select(embedding => embedding with { Vector = map(embedding.Vector) })).Value;
}
