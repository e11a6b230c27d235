using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Audio.Files;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Systems;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Datasets;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.Live;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.Outputs;

/// <summary>An output as pages see it.</summary>
/// <param name="TrialId">The live trial that it belongs to, or null.</param>
/// <param name="RunId">The run that it belongs to, or null.</param>
/// <param name="Prompt">What was to be spoken.</param>
/// <param name="Reference">What was really said.</param>
/// <param name="ClipName">Name of the recording that went in, or key of the dataset's item.</param>
/// <param name="Text">The transcript.</param>
internal sealed record OutputView(
    string Id, string? TrialId, string? RunId, DateTimeOffset CreatedAt, SystemReference System, string? SystemVersion, SystemKind Kind, string? Prompt, string? Reference, string? ClipName,
    string? Text, IReadOnlyList<WordView>? Words, bool HasAudio, double? Seconds, double? RealTimeFactor, double? DelaySeconds, double? BitRate, bool Kept, JsonNode? Settings);

/// <summary>One page of outputs, newest first.</summary>
/// <param name="Next">What to give as <c>before</c> for the next page; null on the last.</param>
internal sealed record OutputPage(IReadOnlyList<OutputView> Items, string? Next);

/// <summary>What systems gave, found again: of runs, and of open and revealed trials.</summary>
internal static class OutputsFeature
{
    public static IEndpointRouteBuilder MapOutputs(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/outputs").WithTags("Outputs").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("", ListAsync).WithName("ListOutputs").WithSummary("Outputs of runs and of open or revealed trials, newest first, in pages of `limit` (1..200, default 50).");
        group.MapGet("/{id}", ReadAsync).WithName("ReadOutput").WithSummary("One output.");
        group.MapGet("/{id}/audio", ReadAudioAsync).WithName("ReadOutputAudio").WithSummary("The output's WAV file; for a transcript, the recording, or the stretch of it, that it was made from.");
        group.MapGet("/{id}/peaks", ReadPeaksAsync).WithName("ReadOutputPeaks").WithSummary("The output's waveform in `count` spans (1..4000, default 800).");
        group.MapPut("/{id}/keep", (string id, OutputStore outputs, SystemAppearance appearance) => KeepAsync(id, kept: true, outputs, appearance))
            .WithName("KeepOutput").WithSummary("Marks an output as kept.");
        group.MapDelete("/{id}/keep", (string id, OutputStore outputs, SystemAppearance appearance) => KeepAsync(id, kept: false, outputs, appearance))
            .WithName("LetOutputGo").WithSummary("Marks an output as not kept.");
        return api;
    }

    private static async Task<Results<Ok<OutputPage>, ProblemHttpResult>> ListAsync(
        OutputStore outputs, SystemAppearance appearance, string? kind, string? system, bool? kept, string? search, string? before, int limit = 50)
    {
        limit = Math.Clamp(limit, 1, 200);
        if (!TryParseKind(kind, out var parsed))
            return new Error.Invalid("unknown-kind", $"kind is '{kind}'. Use one of {string.Join(", ", Enum.GetNames<SystemKind>()).ToLowerInvariant()}, or leave it out.").ToProblem();
        // One more than asked for tells whether there is a next page.
        var query = new OutputQuery(parsed, system, kept, search?.Trim(), before, limit + 1);
        if (!(await outputs.ListAsync(query)).TryGet(out var found, out var error)) return error.ToProblem();
        var items = found.Take(limit).Select(output => View(output, appearance)).ToArray();
        return TypedResults.Ok(new OutputPage(items, found.Count > limit ? items[^1].Id : null));
    }

    /// <summary>Reads a kind as the API spells it; none is any.</summary>
    private static bool TryParseKind(string? text, out SystemKind? kind)
    {
        kind = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (!Enum.TryParse<SystemKind>(text, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed)) return false;
        kind = parsed;
        return true;
    }

    private static async Task<Results<Ok<OutputView>, ProblemHttpResult>> ReadAsync(string id, OutputStore outputs, SystemAppearance appearance) =>
        (await outputs.FindListedAsync(id)).TryGet(out var output, out var error) ? TypedResults.Ok(View(output, appearance)) : error.ToProblem();

    private static async Task<Results<PhysicalFileHttpResult, FileContentHttpResult, ProblemHttpResult>> ReadAudioAsync(
        string id, OutputStore outputs, ClipLibrary library, ItemAudio audio, CancellationToken cancellation)
    {
        if (!(await FindClipAsync(id, outputs)).TryGet(out var output, out var error)) return error.ToProblem();
        if (output.ClipStart is null && output.ClipEnd is null)
            return library.PathOf(output.ClipSha256!).TryGet(out var path, out error) ? TypedResults.PhysicalFile(path, "audio/wav", enableRangeProcessing: true) : error.ToProblem();
        return (await audio.ReadAsync(output.ClipSha256!, output.ClipStart, output.ClipEnd, cancellation)).TryGet(out var clip, out error)
            ? TypedResults.File(WavWriter.ToBytes(clip, WavFormat.Pcm16), "audio/wav", enableRangeProcessing: true)
            : error.ToProblem();
    }

    private static async Task<Results<Ok<PeaksView>, ProblemHttpResult>> ReadPeaksAsync(string id, OutputStore outputs, ItemAudio audio, int count = 800, CancellationToken cancellation = default)
    {
        if (!(await FindClipAsync(id, outputs)).TryGet(out var output, out var error)) return error.ToProblem();
        return (await audio.PeaksAsync(output.ClipSha256!, output.ClipStart, output.ClipEnd, count, cancellation)).TryGet(out var peaks, out error) ? TypedResults.Ok(peaks) : error.ToProblem();
    }

    private static async Task<Results<Ok<OutputView>, ProblemHttpResult>> KeepAsync(string id, bool kept, OutputStore outputs, SystemAppearance appearance)
    {
        if ((await outputs.KeepAsync(id, kept)).Error is { } error) return error.ToProblem();
        return await ReadAsync(id, outputs, appearance);
    }

    private static async Task<Result<ListedOutput>> FindClipAsync(string id, OutputStore outputs)
    {
        if (!(await outputs.FindListedAsync(id)).TryGet(out var output, out var error)) return error;
        return output.ClipSha256 is not null ? output : new Error.NotFound("output-without-audio", "This output has no audio: its recording was not kept.");
    }

    private static OutputView View(ListedOutput output, SystemAppearance appearance)
    {
        var settings = JsonNode.Parse(output.Settings)!.AsObject();
        if (output.Seed is { } seed) settings["seed"] = seed;
        var words = output.Words is null ? null : JsonSerializer.Deserialize<WordView[]>(output.Words, JsonSerializerOptions.Web);
        return new OutputView(
            output.Id, output.TrialId, output.RunId, output.CreatedAt, new SystemReference(output.SystemId, output.SystemTitle, appearance.ColourOf(output.SystemId)), output.SystemVersion,
            output.Kind, output.Prompt, output.Reference, output.ClipName, output.Text, words, output.ClipSha256 is not null, output.AudioSeconds,
            output is { ProcessingSeconds: { } processing, AudioSeconds: > 0 and var audio } ? processing / audio : null,
            output.DelaySeconds, output.BitRate, output.Kept, settings);
    }
}
