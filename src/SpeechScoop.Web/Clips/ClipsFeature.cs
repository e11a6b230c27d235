using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Storage;
using SpeechScoop.Storage.Clips;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Clips;

/// <summary>A clip as pages see it.</summary>
/// <param name="SampleRate">In hertz.</param>
/// <param name="Warnings">What was mended in the file, in sentences; null where it was whole.</param>
internal sealed record ClipView(
    string Sha256, string Name, int SampleRate, int Channels, double Seconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Warnings = null)
{
    public static ClipView Of(StoredClip clip, IReadOnlyList<string> warnings) =>
        new(clip.Sha256, clip.Name, clip.SampleRate, clip.Channels, clip.Seconds, warnings.Count > 0 ? warnings : null);
}

/// <summary>Uploaded recordings: stored once by content, downloaded in ranges, drawn from peaks.</summary>
internal static class ClipsFeature
{
    public static IServiceCollection AddClips(this IServiceCollection services) => services
        .AddSingleton(provider => AudioFiles.Open(provider.GetRequiredService<Database>().DataPath).Value)
        .AddSingleton<ClipStore>()
        .AddSingleton<ClipLibrary>()
        .AddSingleton<ClipUpload>();

    public static IEndpointRouteBuilder MapClips(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/clips").WithTags("Clips");
        group.MapPost("", UploadAsync)
            .WithName("UploadClip").WithSummary("Stores an audio file (the raw body, any format, up to 200 MB and 3 hours) as WAV.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("/{sha256}.wav", Download)
            .WithName("DownloadClip").WithSummary("The clip's WAV file; answers range requests.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{sha256}/peaks", ReadPeaksAsync)
            .WithName("ReadClipPeaks").WithSummary("Smallest and largest sample in each of `count` equal spans (1..4000, default 800).")
            .ProducesProblem(StatusCodes.Status404NotFound);
        return api;
    }

    private static async Task<Results<Ok<ClipView>, ProblemHttpResult>> UploadAsync(HttpRequest request, ClipUpload upload, string? name, CancellationToken cancellation)
    {
        // The upload counts bytes itself, so that a file that is too large gets a sentence instead of a closed connection.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        var warnings = new List<string>();
        return (await upload.StoreAsync(request.Body, request.ContentLength, name, cancellation, warnings)).TryGet(out var clip, out var error)
            ? TypedResults.Ok(ClipView.Of(clip, warnings))
            : error.ToProblem();
    }

    private static Results<PhysicalFileHttpResult, ProblemHttpResult> Download(string sha256, ClipLibrary library, HttpResponse response)
    {
        if (!library.PathOf(sha256).TryGet(out var path, out var error)) return error.ToProblem();
        response.KeepForEver();
        return TypedResults.PhysicalFile(path, "audio/wav", enableRangeProcessing: true);
    }

    private static async Task<Results<Ok<PeaksView>, ProblemHttpResult>> ReadPeaksAsync(string sha256, ClipLibrary library, HttpResponse response, int count = 800, CancellationToken cancellation = default)
    {
        if (!library.PathOf(sha256).TryGet(out var path, out var error)
            || !(await Task.Run(() => PeaksView.Read(path, 0, null, count, cancellation), cancellation)).TryGet(out var peaks, out error)) return error.ToProblem();
        response.KeepForEver();
        return TypedResults.Ok(peaks);
    }
}
