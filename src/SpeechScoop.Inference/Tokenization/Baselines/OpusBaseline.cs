using System.Diagnostics;
using System.Runtime.InteropServices;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Audio.Signals;
using SpeechScoop.Inference.Commands;
using SpeechScoop.Inference.Packs;

namespace SpeechScoop.Inference.Tokenization.Baselines;

/// <summary>
/// Opus (RFC 6716) at a variable bit rate, through ffmpeg's libopus. Its setting is <c>kbps</c>, 6..64, the rate asked for; the bit rate
/// told is measured from the packets' bytes. Opus works at 48 kHz: clips of other rates are resampled there and back, and lose what lies
/// above 20 kHz.
/// </summary>
internal sealed class OpusBaseline : IReconstructor
{
    private const string Kbps = "kbps", Program = "ffmpeg", Cure = "Install it (Debian: apt-get install ffmpeg), or leave Opus out.";
    private const double ResidualSeconds = 0.00025;
    private const int OpusRate = 48_000, Least = 6, Most = 64, HeaderPackets = 2;
    private static readonly int[] Usual = [6, 8, 12, 16, 24, 32, 48, 64];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public SystemSummary System { get; } = Baseline.Summary(
        "opus", "1", "Opus", "The codec of internet telephony and browsers, by way of ffmpeg; bit rates are measured.",
        CommandAvailability.Find(Program) is null ? [$"The program '{Program}' is not installed. {Cure}"] : []);

    public IReadOnlyList<ReconstructionOption> Options { get; } = [.. Usual.Select(kbps => new ReconstructionOption(ReconstructionSettings.Json(Kbps, kbps), $"{kbps} kbit/s", 1000.0 * kbps))];

    public Result<string> Check(string settings) => Rate(settings).Select(kbps => ReconstructionSettings.Json(Kbps, kbps));

    public async Task<Result<Reconstruction>> ReconstructAsync(AudioClip original, string settings, CancellationToken cancellation = default)
    {
        if (!Rate(settings).TryGet(out var kbps, out var error)) return error;
        if (original.Length == 0) return Baseline.Empty;
        var input = await Task.Run(() => Resample.ToMono(original, OpusRate), cancellation).ConfigureAwait(false);
        var time = Stopwatch.StartNew();
        if (!(await RunAsync(["-f", "wav", "-i", "pipe:0", "-c:a", "libopus", "-b:a", $"{kbps}k", "-vbr", "on", "-application", "audio", "-f", "ogg", "pipe:1"],
            WavWriter.ToBytes(input, WavFormat.Float32), input.Length, cancellation).ConfigureAwait(false)).TryGet(out var coded, out error)) return error;
        // ffmpeg takes away the pre-skip that the file declares; what is left is the decoder's own resampling.
        if (!(await RunAsync(["-f", "ogg", "-i", "pipe:0", "-f", "f32le", "-ac", "1", "-ar", $"{OpusRate}", "pipe:1"],
            coded, input.Length, cancellation).ConfigureAwait(false)).TryGet(out var samples, out error)) return error;
        time.Stop();
        if (OggPackets.PayloadBytes(coded, HeaderPackets) is not { } bytes || samples.Length / sizeof(float) < input.Length)
            return new Error.Unavailable("program-output", $"'{Program}' gave back {samples.Length / sizeof(float)} samples of {input.Length}, in an Opus file of {coded.Length} bytes: it is damaged. {Cure}");
        var decoded = MemoryMarshal.Cast<byte, float>(samples)[..input.Length].ToArray();
        return new Reconstruction(await Task.Run(() => ReconstructionForm.Of(InTime(decoded, input), original), cancellation).ConfigureAwait(false))
        {
            BitRate = 8 * bytes / input.Duration.TotalSeconds,
            Processing = time.Elapsed,
        };
    }

    /// <summary>
    /// Takes back the delay that is left after the pre-skip: 6 samples at 6 and 8 kbit/s, none or one the other way above (measured with
    /// libopus on speech and noise).
    /// </summary>
    private static AudioClip InTime(float[] decoded, AudioClip input)
    {
        var delay = DelayEstimate.Of(decoded, input.Channel(0), OpusRate, ResidualSeconds);
        var clip = new AudioClip(OpusRate, decoded);
        return delay.IsSure ? DelayEstimate.Remove(clip, delay.Samples) : clip;
    }

    private static async Task<Result<byte[]>> RunAsync(string[] arguments, byte[] input, int samples, CancellationToken cancellation)
    {
        // Neither the file nor what it decodes to is larger than the samples as 32-bit floats, but for headers and the last packet.
        var call = new CommandCall(
            Program, ["-hide_banner", "-v", "error", "-threads", "1", "-protocol_whitelist", "pipe", .. arguments],
            input, Path.GetTempPath(), Limit, (4L * samples) + (1 << 20));
        var result = await CommandRunner.RunAsync(call, cancellation).ConfigureAwait(false);
        if (result.Error is { Code: "program-missing" } missing) return missing with { Message = $"{missing.Message} {Cure}" };
        return result.Error is { } failed && failed.Message.Contains("Unknown encoder", StringComparison.Ordinal)
            ? new Error.Unavailable("opus-missing", $"'{Program}' was built without libopus. Install one that has it, or leave Opus out.")
            : result;
    }

    private Result<int> Rate(string settings) => ReconstructionSettings.Number(settings, Kbps, System, Least, Most);
}
