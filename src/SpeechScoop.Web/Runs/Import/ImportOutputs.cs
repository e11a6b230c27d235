using SpeechScoop.Runs;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Datasets;

namespace SpeechScoop.Web.Runs.Import;

/// <summary>Outputs that were made elsewhere.</summary>
/// <param name="Dataset">Id or name of the dataset whose items they answer.</param>
/// <param name="Kind">Null for what fits: prompts are synthesized; recordings are recognized where lists come, else reconstructed.</param>
/// <param name="System">Name of the system for all files; null to take the folder that each lies in.</param>
/// <param name="Files">Audio that was uploaded as clips, by path: <c>system/key.wav</c>, <c>system/key.take 2.wav</c>.</param>
/// <param name="Lists">Transcripts: tables or JSON lines with <c>key</c> and <c>text</c>, one file a system.</param>
/// <param name="Metrics">Measured on each clip.</param>
/// <param name="Recognizer">Writes down synthesized clips.</param>
/// <param name="AllowMissing">Whether an item without an output is a failure of its system instead of a problem of the import.</param>
internal sealed record ImportOutputs(
    string? Dataset, RunKind? Kind = null, string? Title = null, string? System = null, IReadOnlyList<NamedClip>? Files = null, IReadOnlyList<FormText>? Lists = null,
    IReadOnlyList<string>? Metrics = null, string? Recognizer = null, bool AllowMissing = false)
{
    /// <summary>Reads the fields of a form.</summary>
    public static ImportOutputs Of(UploadForm form) => new(
        form.Fields.GetValueOrDefault("dataset"), Enum.TryParse<RunKind>(form.Fields.GetValueOrDefault("kind"), ignoreCase: true, out var kind) ? kind : null,
        form.Fields.GetValueOrDefault("title"), form.Fields.GetValueOrDefault("system"),
        [.. form.Clips.Where(clip => clip.Clip.Error is null).Select(clip => new NamedClip(clip.Name, clip.Clip.Value.Sha256))], form.Texts,
        form.Fields.GetValueOrDefault("metrics")?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), form.Fields.GetValueOrDefault("recognizer"),
        form.Fields.GetValueOrDefault("allowMissing") is "true" or "1" or "on");
}
