using SpeechScoop.Datasets;
using SpeechScoop.Runs;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Datasets;

namespace SpeechScoop.Web.Runs.Import;

/// <summary>Clips that were made elsewhere; transcripts are <see cref="ImportHypotheses"/>.</summary>
/// <param name="Dataset">Id or name of the dataset whose items they answer.</param>
/// <param name="Kind">Null for what fits: prompts are synthesized, recordings reconstructed.</param>
/// <param name="System">Name of the system for all files; null to take the folder that each lies in.</param>
/// <param name="Files">Audio that was uploaded as clips, by path: <c>system/key.wav</c>, <c>system/key.take 2.wav</c>.</param>
/// <param name="Metrics">Measured on each clip.</param>
/// <param name="Recognizer">Writes down synthesized clips.</param>
/// <param name="AllowMissing">Whether an item without an output is a failure of its system instead of a problem of the import.</param>
internal sealed record ImportOutputs(
    string? Dataset, RunKind? Kind = null, string? Title = null, string? System = null, IReadOnlyList<NamedClip>? Files = null,
    IReadOnlyList<string>? Metrics = null, string? Recognizer = null, bool AllowMissing = false)
{
    /// <summary>Reads the fields of a form.</summary>
    public static ImportOutputs Of(UploadForm form) => new(
        form.Fields.GetValueOrDefault("dataset"), Enum.TryParse<RunKind>(form.Fields.GetValueOrDefault("kind"), ignoreCase: true, out var kind) ? kind : null,
        form.Fields.GetValueOrDefault("title"), form.Fields.GetValueOrDefault("system"),
        [.. form.Clips.Where(clip => clip.Clip.Error is null).Select(clip => new NamedClip(clip.Name, clip.Clip.Value.Sha256))],
        form.Fields.GetValueOrDefault("metrics")?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), form.Fields.GetValueOrDefault("recognizer"),
        form.Fields.GetValueOrDefault("allowMissing") is "true" or "1" or "on");

    /// <summary>What of a form cannot be an output, and why.</summary>
    public static IEnumerable<DatasetProblem> Refused(UploadForm form) =>
    [
        .. form.Clips.Where(clip => clip.Clip.Error is not null).Select(clip => new DatasetProblem(clip.Name, clip.Clip.Error!.Message)),
        .. form.Texts.Select(text => new DatasetProblem(text.Name, "This is no clip. Bring transcripts in with \"import hypotheses\" (POST /api/runs/import-hypotheses), or leave the file out.")),
    ];
}
