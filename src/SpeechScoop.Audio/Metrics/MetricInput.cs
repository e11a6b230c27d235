using System.Collections.Concurrent;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics;

/// <summary>What metrics are computed from. Analyses that several metrics need (a pitch track, a spectrogram) are made once and shared.</summary>
/// <param name="Clip">The clip to judge, as it came: any rate and number of channels.</param>
/// <param name="Reference">The clip as it should be: same rate, time-aligned. Null where there is none.</param>
/// <param name="Text">What is said in the clip, or should be. Null where unknown.</param>
/// <param name="Domain">What the clip is of. Null where unknown: then no metric is refused because of it.</param>
public sealed record MetricInput(AudioClip Clip, AudioClip? Reference = null, string? Text = null, SoundDomain? Domain = null)
{
    private readonly ConcurrentDictionary<string, Lazy<object>> shared = new(StringComparer.Ordinal);

    /// <summary>A changed copy (<c>with</c>) begins without analyses: those were of other clips.</summary>
    private MetricInput(MetricInput original)
        => (Clip, Reference, Text, Domain, shared) = (original.Clip, original.Reference, original.Text, original.Domain, new(StringComparer.Ordinal));

    /// <summary>The clip as one channel.</summary>
    public AudioClip Mono => Share("mono", Clip.ToMono);

    /// <summary>The reference as one channel.</summary>
    public AudioClip ReferenceMono => Share("reference-mono", () => (Reference ?? throw new InvalidOperationException("The metric did not say that it needs a reference.")).ToMono());

    /// <summary>An analysis of this input, made at the first call. Names start with the metric's family: <c>pitch/track</c>.</summary>
    public T Share<T>(string name, Func<T> make)
        where T : notnull => (T)shared.GetOrAdd(name, _ => new Lazy<object>(() => make())).Value;
}
