using System.Diagnostics;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Signals;
using SpeechScoop.Inference.Packs;

namespace SpeechScoop.Inference.Tokenization.Baselines;

/// <summary>µ-law companding of every sample. Its setting is <c>bits</c>, 4..8 a sample; its bit rate, bits × sample rate, is that of telephony at 8 kHz.</summary>
internal sealed class MuLawBaseline : IReconstructor
{
    private const string Bits = "bits";

    public SystemSummary System { get; } = Baseline.Summary("mu-law", MuLaw.Version, "µ-law", "Each sample on a logarithmic scale of 2^bits steps: noise that follows the signal, and the whole band.");

    public IReadOnlyList<ReconstructionOption> Options { get; } =
        [.. Enumerable.Range(MuLaw.FewestBits, MuLaw.MostBits - MuLaw.FewestBits + 1).Select(bits => new ReconstructionOption(ReconstructionSettings.Json(Bits, bits), $"{bits} bits"))];

    public Result<string> Check(string settings) => Count(settings).Select(bits => ReconstructionSettings.Json(Bits, bits));

    public Task<Result<Reconstruction>> ReconstructAsync(AudioClip original, string settings, CancellationToken cancellation = default) =>
        Task.Run(() => Reconstruct(original, settings), cancellation);

    private Result<Reconstruction> Reconstruct(AudioClip original, string settings)
    {
        if (!Count(settings).TryGet(out var bits, out var error)) return error;
        if (original.Length == 0) return Baseline.Empty;
        var time = Stopwatch.StartNew();
        var mono = original.ToMono();
        return new Reconstruction(new AudioClip(mono.SampleRate, MuLaw.RoundTrip(mono.Channel(0), bits))) { BitRate = (double)bits * mono.SampleRate, Processing = time.Elapsed };
    }

    private Result<int> Count(string settings) => ReconstructionSettings.Number(settings, Bits, System, MuLaw.FewestBits, MuLaw.MostBits);
}
