using System.Collections.Concurrent;
using SpeechScoop.SynthesisLab;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.SynthesisLab;

/// <summary>Compares the waveforms of takes with one seed. Clips are named by content, so an answer stays true and is kept.</summary>
internal sealed class RepeatedClips(ClipLibrary library)
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<(string First, string Second), WaveformDifference?> known = new();

    /// <summary>How each pair of different clips among takes differs; pairs that cannot be read, or have different rates, are left out.</summary>
    public async Task<Func<SynthesisTake, SynthesisTake, WaveformDifference?>> CompareAsync(IEnumerable<SynthesisTake> takes, CancellationToken cancellation)
    {
        if (known.Count > MostKept) known.Clear();
        foreach (var (first, second) in Determinism.PairsOf(takes))
            if (first.ClipSha256 != second.ClipSha256 && !known.ContainsKey((first.ClipSha256!, second.ClipSha256!)))
                known[(first.ClipSha256!, second.ClipSha256!)] = await CompareAsync(first.ClipSha256!, second.ClipSha256!, cancellation);
        return (first, second) => known.GetValueOrDefault((first.ClipSha256!, second.ClipSha256!));
    }

    private async Task<WaveformDifference?> CompareAsync(string first, string second, CancellationToken cancellation) =>
        (await library.ReadAsync(first, cancellation: cancellation)).TryGet(out var one, out _)
        && (await library.ReadAsync(second, cancellation: cancellation)).TryGet(out var other, out _)
        && one.SampleRate == other.SampleRate && one.ChannelCount == other.ChannelCount
            ? WaveformDifference.Between(one.Channel(0), other.Channel(0))
            : null;
}
