using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Spectrograms;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Spectrograms;

/// <summary>The part of a clip to show; what is left out is taken from the clip.</summary>
internal sealed record SpectrogramQuery(double? From, double? To, double? Low, double? High, int? Width, int? Height, double? Window)
{
    private const int UsualWidth = 800, UsualHeight = 256;

    /// <summary>The view of a clip: all of it, unless told otherwise.</summary>
    public Result<SpectrogramView> Of(AudioClip clip)
    {
        var view = new SpectrogramView
        {
            From = From ?? 0, To = To ?? clip.Duration.TotalSeconds, Low = Low ?? 0, High = High ?? clip.SampleRate / 2.0,
            Width = Width ?? UsualWidth, Height = Height ?? UsualHeight,
        };
        if (Window is { } window) view = view with { WindowSeconds = window };
        return view.Problem() is { } problem ? problem : view;
    }
}

/// <summary>What the bytes of a spectrogram mean; travels in the header <see cref="Header"/>, for the body is the image alone.</summary>
/// <param name="LowestDb">The level of byte 0 in dBFS; for a difference, the difference of byte 0 in dB.</param>
/// <param name="StepDb">Decibels from byte to byte.</param>
/// <param name="SampleRate">Of the clip, in hertz.</param>
/// <param name="Seconds">Length of the clip.</param>
internal sealed record SpectrogramAxes(
    double From, double To, double Low, double High, int Width, int Height, double WindowSeconds, double LowestDb, double StepDb, int SampleRate, double Seconds)
{
    public const string Header = "Spectrogram-Axes";

    public static SpectrogramAxes Of(SpectrogramView view, AudioClip clip, double lowestDb) => new(
        view.From, view.To, view.Low, view.High, view.Width, view.Height, view.WindowSeconds, lowestDb, SpectrogramImage.StepDb, clip.SampleRate, clip.Duration.TotalSeconds);
}

/// <summary>Spectrograms of clips, and how two clips differ, as bytes to colour in.</summary>
internal static class SpectrogramsFeature
{
    /// <summary>Lowest level that counts in a difference unless told otherwise, in dBFS.</summary>
    private const double UsualFloorDb = -90;

    private static readonly DecodeLimits Limits = new() { MaxDuration = TimeSpan.FromMinutes(20) };

    public static IEndpointRouteBuilder MapSpectrograms(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/clips/{sha256}").WithTags("Spectrograms").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/spectrogram", ReadAsync).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .WithName("ReadSpectrogram").WithSummary($"Levels over time and frequency as width × height bytes of half a decibel from −120 dBFS, highest frequency first; the header {SpectrogramAxes.Header} tells the axes.");
        group.MapGet("/spectrogram-difference", ReadDifferenceAsync).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .WithName("ReadSpectrogramDifference").WithSummary("How much louder the clip is than the clip `reference`, cell by cell: byte 128 is no difference, each step half a decibel. Levels below `floor` (default −90 dBFS) count as the floor.");
        return api;
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadAsync(
        string sha256, ClipLibrary library, HttpResponse response, [AsParameters] SpectrogramQuery query, CancellationToken cancellation)
    {
        if (!(await library.ReadAsync(sha256, Limits, cancellation)).TryGet(out var clip, out var error) || !query.Of(clip).TryGet(out var view, out error)) return error.ToProblem();
        var image = await Task.Run(() => SpectrogramImage.Levels(Spectrogram.Decibels(clip, view, cancellation)), cancellation);
        return Answer(response, image, SpectrogramAxes.Of(view, clip, SpectrogramImage.LowestDb));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadDifferenceAsync(
        string sha256, string reference, ClipLibrary library, HttpResponse response, [AsParameters] SpectrogramQuery query, double? floor, CancellationToken cancellation)
    {
        if (!(await library.ReadAsync(reference, Limits, cancellation)).TryGet(out var original, out var error) || !query.Of(original).TryGet(out var view, out error)
            || !(await library.ReadAsync(sha256, Limits, cancellation)).TryGet(out var clip, out error)) return error.ToProblem();
        var image = await Task.Run(() => SpectrogramImage.Difference(
            Spectrogram.Decibels(clip, view, cancellation), Spectrogram.Decibels(original, view, cancellation), Math.Clamp(floor ?? UsualFloorDb, SpectrogramImage.LowestDb, 0)), cancellation);
        return Answer(response, image, SpectrogramAxes.Of(view, clip, -SpectrogramImage.NoDifference * SpectrogramImage.StepDb));
    }

    private static FileContentHttpResult Answer(HttpResponse response, byte[] image, SpectrogramAxes axes)
    {
        response.Headers[SpectrogramAxes.Header] = JsonSerializer.Serialize(axes, JsonSerializerOptions.Web);
        response.KeepForEver();
        return TypedResults.Bytes(image, "application/octet-stream");
    }
}
