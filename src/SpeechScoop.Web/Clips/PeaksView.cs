using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Web.Clips;

/// <summary>A waveform to draw: the smallest and largest sample of each span.</summary>
internal sealed record PeaksView(float[] Min, float[] Max)
{
    private const int MaximumCount = 4000;

    /// <summary>The waveform in <paramref name="count"/> spans, 1..4000.</summary>
    public static PeaksView Of(AudioClip clip, int count) => Of(Peaks.Compute(clip, Math.Clamp(count, 1, MaximumCount)));

    /// <summary>The waveform of a WAV file, or of a stretch of it, however long it is.</summary>
    /// <inheritdoc cref="WavPart.ReadPeaks"/>
    public static Result<PeaksView> Read(string path, double start, double? end, int count, CancellationToken cancellation) =>
        WavPart.ReadPeaks(path, start, end, Math.Clamp(count, 1, MaximumCount), cancellation).Select(Of);

    private static PeaksView Of((float Min, float Max)[] peaks) => new([.. peaks.Select(peak => Round(peak.Min))], [.. peaks.Select(peak => Round(peak.Max))]);

    // Three decimals are finer than any screen and a quarter of the bytes.
    private static float Round(float sample) => MathF.Round(sample, 3);
}
