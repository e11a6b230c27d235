using System.Diagnostics;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Signals;
using SpeechScoop.Inference.Packs;

namespace SpeechScoop.Inference.Tokenization.Baselines;

/// <summary>The anchors of MUSHRA tests as a baseline. Its setting is <c>hertz</c>, 3500 or 7000; nothing is coded, so it has no bit rate.</summary>
internal sealed class LowPassBaseline : IReconstructor
{
    private const string Hertz = "hertz";

    public SystemSummary System { get; } = Baseline.Summary("low-pass", "1", "Low-pass", "The anchors of MUSHRA tests (ITU-R BS.1534-3): telephone or wideband sound without any coding.");

    public IReadOnlyList<ReconstructionOption> Options { get; } =
        [new(ReconstructionSettings.Json(Hertz, 3500), "3.5 kHz"), new(ReconstructionSettings.Json(Hertz, 7000), "7 kHz")];

    public Result<string> Check(string settings) => Which(settings).Select(anchor => ReconstructionSettings.Json(Hertz, (int)anchor.PassBandHz()));

    public Task<Result<Reconstruction>> ReconstructAsync(AudioClip original, string settings, CancellationToken cancellation = default) =>
        Task.Run(() => Reconstruct(original, settings), cancellation);

    private Result<Reconstruction> Reconstruct(AudioClip original, string settings)
    {
        if (!Which(settings).TryGet(out var anchor, out var error)) return error;
        if (original.Length == 0) return Baseline.Empty;
        if (!anchor.IsAudible(original.SampleRate))
            return new Error.Invalid("anchor-inaudible", FormattableString.Invariant(
                $"A low-pass at {anchor.PassBandHz():0} Hz takes nothing away from a clip of {original.SampleRate} Hz. Leave it out, or use clips of a higher rate."));
        var time = Stopwatch.StartNew();
        return new Reconstruction(Anchors.Of(original.ToMono(), anchor)) { Processing = time.Elapsed };
    }

    private Result<Anchor> Which(string settings)
    {
        if (!ReconstructionSettings.Number(settings, Hertz, System, 3500, 7000).TryGet(out var hertz, out var error)) return error;
        return hertz switch
        {
            3500 => Anchor.LowPass35,
            7000 => Anchor.LowPass70,
            _ => new Error.Invalid("setting-out-of-range", $"The setting 'hertz' of '{System.Id}' is {hertz}; it is 3500 or 7000."),
        };
    }
}
