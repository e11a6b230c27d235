namespace SpeechScoop.Embeddings;

/// <summary>Embeddings of a set of clips, all made by one embedder.</summary>
public sealed class EmbeddingSet
{
    /// <summary>Most coordinates of a vector: distances between sets cost its third power.</summary>
    public const int MaxDimension = 4_096;

    private EmbeddingSet(string name, IReadOnlyList<Embedding> vectors)
    {
        (Name, Vectors) = (name, vectors);
        Clips = [.. vectors.Select(embedding => embedding.Clip).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What messages call the set: a folder, a file, a system.</summary>
    public string Name { get; }

    /// <summary>All vectors, in the order given.</summary>
    public IReadOnlyList<Embedding> Vectors { get; }

    /// <summary>The clips' names, each once, in the order given.</summary>
    public IReadOnlyList<string> Clips { get; }

    /// <summary>Coordinates of a vector.</summary>
    public int Dimension => Vectors[0].Vector.Length;

    /// <summary>Collects vectors.</summary>
    /// <param name="name">What messages call the set.</param>
    /// <returns><c>embeddings-missing</c> without vectors, <c>embeddings-damaged</c> for vectors that differ in length or hold NaN or infinite values.</returns>
    public static Result<EmbeddingSet> Of(string name, IEnumerable<Embedding> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        Embedding[] all = [.. vectors];
        if (all.Length == 0) return new Error.Invalid("embeddings-missing", $"'{name}' has no embeddings: give it clips, or a file with vectors.");
        var dimension = all[0].Vector.Length;
        if (dimension is 0 or > MaxDimension)
            return new Error.Invalid("embeddings-damaged", $"'{name}': the embedding of '{all[0].Clip}' has {dimension} values; 1 to {MaxDimension} are possible.");
        foreach (var (clip, vector) in all)
        {
            if (vector.Length != dimension)
                return new Error.Invalid("embeddings-damaged", $"'{name}': the embedding of '{clip}' has {vector.Length} values, that of '{all[0].Clip}' {dimension}: all have to come from one embedder.");
            if (Array.FindIndex(vector, value => !double.IsFinite(value)) is >= 0 and var place)
                return new Error.Invalid("embeddings-damaged", $"'{name}': value {place} of the embedding of '{clip}' is not a finite number. Leave the clip out, or look whether it is empty or damaged.");
        }
        return new EmbeddingSet(name, all);
    }

    /// <summary>The set without some clips; null where nothing would be left.</summary>
    internal EmbeddingSet? Without(IReadOnlySet<string> clips)
    {
        Embedding[] rest = [.. Vectors.Where(embedding => !clips.Contains(embedding.Clip))];
        return rest.Length == 0 ? null : new EmbeddingSet(Name, rest);
    }

    /// <summary>Some of the vectors, by index.</summary>
    internal EmbeddingSet Pick(IEnumerable<int> indices) => new(Name, [.. indices.Select(index => Vectors[index])]);

    /// <summary>Whether two sets can be compared at all.</summary>
    internal static Error.Invalid? Compare(EmbeddingSet reference, EmbeddingSet set)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(set);
        if (reference.Dimension != set.Dimension)
            return new("embeddings-differ", $"Embeddings of '{reference.Name}' have {reference.Dimension} values, those of '{set.Name}' {set.Dimension}: make both with the same embedder.");
        foreach (var side in new[] { reference, set })
        {
            if (side.Clips.Count < 2) return new("clips-too-few", $"'{side.Name}' has 1 clip; a distance between sets needs at least 2 on each side.");
            if (side.Vectors.All(embedding => embedding.Vector.AsSpan().SequenceEqual(side.Vectors[0].Vector)))
                return new("embeddings-constant", $"All {side.Vectors.Count} embeddings of '{side.Name}' are the same: it has no distribution to compare. Look whether its clips are silent or copies of one another.");
        }
        return null;
    }
}
