using SpeechScoop.Audio.Resampling;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>What both modes' metrics do alike.</summary>
internal static class VisqolMetrics
{
    public static MetricValue Measure(MetricInput input, VisqolMode mode, IQualityMapping mapping)
    {
        var (clip, reference) = (input.Mono, input.ReferenceMono);
        if (clip.SampleRate != reference.SampleRate)
            return MetricValue.Refused($"The clip has {clip.SampleRate} Hz and the reference {reference.SampleRate} Hz; bring both to one rate.");
        var result = input.Share($"visqol/{mode.SampleRate}", () => VisqolComparison.Compare(
            Resample.To(reference, mode.SampleRate).Channel(0), Resample.To(clip, mode.SampleRate).Channel(0), mode.SampleRate, mode, mapping));
        return result.TryGet(out var found, out var error) ? MetricValue.Of(found.Mos) : MetricValue.Refused(error.Message);
    }
}

/// <summary>ViSQOL's speech mode at 16 kHz with the exponential mapping.</summary>
public sealed class VisqolSpeechMetric : IClipMetric
{
    /// <inheritdoc/>
    public MetricInfo Info { get; } = new()
    {
        Id = "visqol-speech",
        Title = "ViSQOL speech (exponential mapping)",
        Group = MetricGroup.Quality,
        Version = VisqolComparison.Version + "-exponential",
        Unit = "MOS",
        Needs = MetricNeeds.Reference,
        Direction = MetricDirection.HigherIsBetter,
        Identity = Math.Round(ExponentialMapping.Scaled.Mos([1]), 9),
        LowestSampleRate = VisqolMode.Speech.SampleRate,
        HighestSampleRate = 48_000,
        BandHz = VisqolMode.Speech.HighHz,
        ShortestSeconds = 0.64,
        AlignsItself = true,
        Domains = [SoundDomain.Speech],
        Source = "Chinen et al., QoMEX 2020; google/visqol 3.3.3 with --use_lattice_model=false, clips at 16 kHz",
        BlindTo = "Anything above 8 kHz, level, delay, pauses and the silence between words; generated speech that sounds good but differs from the reference is judged bad.",
    };

    /// <inheritdoc/>
    public MetricValue Measure(MetricInput input) => VisqolMetrics.Measure(input, VisqolMode.Speech, ExponentialMapping.Scaled);
}

/// <summary>ViSQOL's audio mode at 48 kHz; its support vector model is a file that the owner brings.</summary>
/// <param name="modelPath">The model, a text file of libsvm's; null where there is none.</param>
public sealed class VisqolAudioMetric(string? modelPath) : IClipMetric
{
    private readonly Lazy<Result<SupportVectorMapping>> mapping = new(() => SupportVectorMapping.Read(modelPath));

    /// <inheritdoc/>
    public MetricInfo Info { get; } = new()
    {
        Id = "visqol-audio",
        Title = "ViSQOL audio",
        Group = MetricGroup.Quality,
        Version = VisqolComparison.Version + "-svr",
        Unit = "MOS",
        Needs = MetricNeeds.Reference,
        Direction = MetricDirection.HigherIsBetter,
        LowestSampleRate = 44_100,
        HighestSampleRate = VisqolMode.Audio.SampleRate,
        BandHz = VisqolMode.Audio.HighHz,
        ShortestSeconds = 0.96,
        AlignsItself = true,
        Domains = [SoundDomain.Music, SoundDomain.Singing, SoundDomain.Speech, SoundDomain.Environment],
        Source = "Chinen et al., QoMEX 2020; google/visqol 3.3.3, audio mode, clips at 48 kHz",
        BlindTo = "Level, delay, stereo image; fitted to music codecs, so other kinds of damage are judged by extrapolation. Equal clips get about 4.73.",
    };

    /// <inheritdoc/>
    public MetricValue Measure(MetricInput input) =>
        mapping.Value.TryGet(out var found, out var error) ? VisqolMetrics.Measure(input, VisqolMode.Audio, found) : MetricValue.Refused(error.Message);
}
