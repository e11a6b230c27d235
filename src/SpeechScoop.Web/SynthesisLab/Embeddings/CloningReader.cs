using SpeechScoop.Embeddings;
using SpeechScoop.SynthesisLab;

namespace SpeechScoop.Web.SynthesisLab.Embeddings;

/// <summary>How alike clones are to their speakers, by whether the speaker is of the usual kind.</summary>
/// <param name="Missing">What is missing for an answer.</param>
/// <param name="Reason">The same in a sentence, with the cure; null where nothing is missing.</param>
/// <param name="Embedder">Version of what the similarities rest on.</param>
/// <param name="Calibration">What a cosine means on these recordings.</param>
/// <param name="Takes">Takes that were compared.</param>
internal sealed record CloningView(
    CloningLack Missing, string? Reason, string? Embedder, string? Dataset, CalibrationView? Calibration, IReadOnlyList<CloneGap> Conditions, int Takes);

/// <summary>What stands in the way of a comparison of clones.</summary>
internal enum CloningLack
{
    Nothing,

    /// <summary>No prompt says whether its speaker is in-domain or out-of-domain.</summary>
    Marks,

    /// <summary>No pack tells voices apart.</summary>
    Embedder,

    /// <summary>No dataset of recordings was named.</summary>
    Recordings,

    /// <summary>The dataset lacks speakers, or those of the prompts.</summary>
    Speakers,
}

/// <summary>Floor and ceiling of similarities.</summary>
/// <param name="Ceiling">Mean cosine of two recordings of one speaker.</param>
/// <param name="Floor">Mean cosine of recordings of different speakers.</param>
/// <param name="EqualErrorRate">0..1: how often a threshold mistakes same for different and the other way round.</param>
internal sealed record CalibrationView(double Ceiling, double Floor, double EqualErrorRate, double Threshold, int Speakers, int Recordings);

/// <summary>Compares takes with recordings of the speakers that they should sound like.</summary>
internal sealed class CloningReader(IEmbedders embedders, ClipEmbeddings embeddings)
{
    /// <param name="dataset">Id or name of a dataset of recordings with speakers; null for none.</param>
    public async Task<Result<CloningView>> ReadAsync(LabRun run, string? dataset, CancellationToken cancellation)
    {
        var marked = run.Prompts.Where(prompt => prompt.Speaker is not null && CloneGap.DomainOf(prompt.Attributes) is not null).ToDictionary(prompt => prompt.Key);
        if (marked.Count == 0)
            return Without(CloningLack.Marks, "No prompt of this run says whose voice it should have. Give prompts a speaker and the attribute clone, in-domain or out-of-domain.");
        if (embedders.All.FirstOrDefault(one => one.Kind is "speaker") is not { } choice)
            return Without(CloningLack.Embedder, "No pack that tells voices apart is installed. Put a pack of the task embedding and the kind speaker (such as CAM++, ERes2Net or WeSpeaker as ONNX) into the models folder; docs/guides/model-packs.md says how.");
        if (string.IsNullOrEmpty(dataset)) return Without(CloningLack.Recordings, "Choose a dataset of recordings of these speakers: it gives what clones are compared with, the floor and the ceiling.");
        if (!(await embedders.LoadAsync(choice.Id, cancellation)).TryGet(out var embedder, out var error) || !(await embeddings.OfDatasetAsync(embedder, dataset, cancellation)).TryGet(out var reference, out error)) return error;
        (string Speaker, double[] Vector)[] recordings = [.. reference.Recordings.Where(one => one.Item.Speaker is not null).Select(one => (one.Item.Speaker!, SpeakerVector.Of(one.Vectors)))];
        if (!SpeakerCalibration.Of(recordings).TryGet(out var calibration, out error)) return Without(CloningLack.Speakers, $"\"{reference.Name}\" gives no floor and ceiling. {error.Message}");

        var similarities = new List<CloneSimilarity>();
        foreach (var take in run.Takes.Where(take => !take.Repeats && take.ClipSha256 is not null && marked.ContainsKey(take.Prompt)))
        {
            var prompt = marked[take.Prompt];
            double[][] own = [.. recordings.Where(one => one.Speaker == prompt.Speaker).Select(one => one.Vector)];
            // A take too short for the embedder says nothing about the voice.
            if (own.Length == 0 || !(await embeddings.ReadAsync(embedder, take.ClipSha256!, null, null, cancellation)).TryGet(out var vectors, out _)) continue;
            var voice = SpeakerVector.Of(vectors);
            if (Mean(own, voice) is { } similarity) similarities.Add(new(take.Condition, take.Prompt, CloneGap.DomainOf(prompt.Attributes)!.Value, similarity));
        }
        if (similarities.Count == 0)
            return Without(CloningLack.Speakers, $"\"{reference.Name}\" has no recordings of {string.Join(", ", marked.Values.Select(prompt => prompt.Speaker).Distinct())}. Choose a dataset whose speakers have the same names.");
        return new CloningView(
            CloningLack.Nothing, null, embedder.Version, reference.Name,
            new(calibration.Ceiling.Mean, calibration.Floor.Mean, calibration.Error.Rate, calibration.Error.Threshold, calibration.Speakers, recordings.Length),
            CloneGap.Of(similarities), similarities.Count);
    }

    private static double? Mean(double[][] recordings, double[] voice)
    {
        var cosines = new List<double>();
        foreach (var recording in recordings)
            if (Cosine.Of(recording, voice).TryGet(out var cosine, out _)) cosines.Add(cosine);
        return cosines.Count == 0 ? null : cosines.Average();
    }

    private static CloningView Without(CloningLack missing, string reason) => new(missing, reason, null, null, null, [], 0);
}
