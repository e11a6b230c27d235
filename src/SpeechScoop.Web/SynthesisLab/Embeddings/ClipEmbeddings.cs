using System.Collections.Concurrent;
using SpeechScoop.Audio.Embeddings;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Web.Datasets;

namespace SpeechScoop.Web.SynthesisLab.Embeddings;

/// <summary>Vectors of clips. Clips are named by content and embedders by version, so what was computed once stays true and is kept.</summary>
internal sealed class ClipEmbeddings(ItemAudio audio, DatasetStore datasets, IComputeGate gate)
{
    /// <summary>Most recordings of a dataset that are taken as reference: every one is embedded while a page waits.</summary>
    public const int MostRecordings = 2_000;

    private const int MostKept = 50_000;

    private readonly ConcurrentDictionary<(string Version, string Sha256, double? Start, double? End), IReadOnlyList<double[]>> known = new();

    /// <summary>The vectors of a clip, or of a stretch of it.</summary>
    public async Task<Result<IReadOnlyList<double[]>>> ReadAsync(IEmbedder embedder, string sha256, double? start, double? end, CancellationToken cancellation)
    {
        var key = (embedder.Version, sha256, start, end);
        if (known.TryGetValue(key, out var kept)) return Result<IReadOnlyList<double[]>>.Ok(kept);
        if (!(await audio.ReadAsync(sha256, start, end, cancellation)).TryGet(out var clip, out var error)) return error;
        if (!(await gate.RunAsync(() => embedder.Embed(clip), cancellation)).TryGet(out var vectors, out error)) return error;
        if (known.Count > MostKept) known.Clear();
        known[key] = vectors;
        return Result<IReadOnlyList<double[]>>.Ok(vectors);
    }

    /// <summary>The recordings of a dataset with their vectors; those that cannot be embedded are left out and counted.</summary>
    /// <returns><see cref="Error.Invalid"/> for a dataset of prompts, and for one with too many recordings.</returns>
    public async Task<Result<EmbeddedRecordings>> OfDatasetAsync(IEmbedder embedder, string datasetId, CancellationToken cancellation)
    {
        if (!(await datasets.FindAsync(datasetId)).TryGet(out var dataset, out var error) || !(await datasets.ItemsAsync(dataset.Id)).TryGet(out var items, out error)) return error;
        DatasetItem[] recordings = [.. items.Where(item => item.ClipSha256 is not null)];
        if (recordings.Length == 0) return new Error.Invalid("dataset-without-audio", $"\"{dataset.Name}\" has no recordings. Choose a dataset of recordings as reference.");
        if (recordings.Length > MostRecordings)
            return new Error.Invalid("reference-too-large", $"\"{dataset.Name}\" has {recordings.Length} recordings; up to {MostRecordings} are taken as reference. Make a smaller dataset of them.");
        var found = new List<(DatasetItem, IReadOnlyList<double[]>)>();
        foreach (var item in recordings)
            if ((await ReadAsync(embedder, item.ClipSha256!, item.StartSeconds, item.EndSeconds, cancellation)).TryGet(out var vectors, out error)) found.Add((item, vectors));
        return found.Count == 0 ? error! : new EmbeddedRecordings(dataset.Name, found, recordings.Length - found.Count);
    }
}

/// <summary>A dataset's recordings with their vectors.</summary>
/// <param name="LeftOut">Recordings that could not be embedded: too short, or damaged.</param>
internal sealed record EmbeddedRecordings(string Name, IReadOnlyList<(DatasetItem Item, IReadOnlyList<double[]> Vectors)> Recordings, int LeftOut);
