using SpeechScoop.Embeddings;

namespace SpeechScoop.Web.SynthesisLab.Embeddings;

/// <summary>How far each condition's clips as a whole lie from a reference set.</summary>
/// <param name="LeftOut">Recordings of the reference that could not be embedded.</param>
internal sealed record DistancesView(string Embedder, string Dataset, int Recordings, int LeftOut, IReadOnlyList<ConditionDistance> Conditions);

/// <summary>A condition's distance.</summary>
/// <param name="Distance">Fréchet distance; null with the <paramref name="Problem"/> where it cannot be computed.</param>
/// <param name="Infinity">What an endless set would have; null with <paramref name="InfinityProblem"/> where there are too few vectors.</param>
/// <param name="Outliers">The clips that add most to the distance.</param>
internal sealed record ConditionDistance(
    string Condition, int Clips, double? Distance, double? Low, double? High, double? Infinity, string? InfinityProblem, IReadOnlyList<string> Warnings, string? Problem, IReadOnlyList<DistanceOutlier> Outliers);

/// <summary>A clip far from the reference.</summary>
/// <param name="Influence">How much the distance falls without it.</param>
internal sealed record DistanceOutlier(string Output, string Prompt, int Take, double Influence);

/// <summary>Compares whole sets of takes with a dataset of recordings: for sound effects, where no take has one right answer.</summary>
internal sealed class DistanceReader(IEmbedders embedders, ClipEmbeddings embeddings)
{
    private const int MostOutliers = 3;

    /// <param name="dataset">Id or name of a dataset of recordings.</param>
    /// <param name="embedder">Id; null for the built-in one.</param>
    public async Task<Result<DistancesView>> ReadAsync(LabRun run, string? dataset, string? embedder, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(dataset)) return new Error.Invalid("dataset-missing", "A distance needs a reference: give the id or name of a dataset of recordings as dataset.");
        if (!(await embedders.LoadAsync(string.IsNullOrEmpty(embedder) ? embedders.All[0].Id : embedder, cancellation)).TryGet(out var chosen, out var error)
            || !(await embeddings.OfDatasetAsync(chosen, dataset, cancellation)).TryGet(out var recordings, out error)
            || !EmbeddingSet.Of(recordings.Name, recordings.Recordings.SelectMany(one => one.Vectors.Select(vector => new Embedding(one.Item.Key, vector)))).TryGet(out var reference, out error)) return error;
        var rows = new List<ConditionDistance>();
        foreach (var condition in run.Conditions)
        {
            var vectors = new List<Embedding>();
            foreach (var take in run.Takes.Where(take => take.Condition == condition.Id && !take.Repeats && take.ClipSha256 is not null))
                if ((await embeddings.ReadAsync(chosen, take.ClipSha256!, null, null, cancellation)).TryGet(out var found, out _)) vectors.AddRange(found.Select(vector => new Embedding(take.Id, vector)));
            rows.Add(await Task.Run(() => Distance(run, condition, reference, vectors), cancellation));
        }
        return new DistancesView(chosen.Version, recordings.Name, recordings.Recordings.Count, recordings.LeftOut, rows);
    }

    private static ConditionDistance Distance(LabRun run, LabConditionView condition, EmbeddingSet reference, List<Embedding> vectors)
    {
        if (!EmbeddingSet.Of(condition.Title, vectors).TryGet(out var set, out var error) || !FrechetDistance.Of(reference, set).TryGet(out var distance, out error))
            return new(condition.Id, vectors.DistinctBy(vector => vector.Clip).Count(), null, null, null, null, null, [], error.Message, []);
        var infinity = FrechetInfinity.Of(reference, set);
        var takes = run.Takes.ToDictionary(take => take.Id);
        IReadOnlyList<FrechetOutlier> outliers = FrechetDistance.Outliers(reference, set).TryGet(out var known, out _) ? known : [];
        return new(
            condition.Id, set.Clips.Count, distance.Value, distance.Interval?.Low, distance.Interval?.High,
            infinity.TryGet(out var endless, out var tooFew) ? endless.Value : null, tooFew?.Message, distance.Warnings, null,
            [.. outliers.Take(MostOutliers).Where(outlier => outlier.Influence > 0).Select(outlier => new DistanceOutlier(outlier.Clip, takes[outlier.Clip].Prompt, takes[outlier.Clip].Take, outlier.Influence))]);
    }
}
