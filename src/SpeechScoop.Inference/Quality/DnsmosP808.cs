using Microsoft.ML.OnnxRuntime;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Features;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Quality;

/// <summary>DNSMOS P.808 (Reddy, Gopal, Cutler 2021): one estimate of the mean opinion score, <c>MOS</c>, averaged over windows.</summary>
public sealed class DnsmosP808 : IQualityModel
{
    private readonly RoleBoundModel model;
    private readonly IComputeGate gate;
    private readonly LogMel frontEnd = new(LogMelPresets.DnsmosP808);

    internal DnsmosP808(string packId, RoleBoundModel model, IComputeGate gate) => (PackId, this.model, this.gate) = (packId, model, gate);

    /// <inheritdoc/>
    public string PackId { get; }

    /// <inheritdoc/>
    public Task<Result<IReadOnlyDictionary<string, double>>> ScoreAsync(AudioClip clip, CancellationToken cancellation = default)
        => gate.RunAsync(() => Score(clip, cancellation), cancellation);

    /// <inheritdoc/>
    public Result<IReadOnlyDictionary<string, double>> Score(AudioClip clip, CancellationToken cancellation = default)
        => DnsmosWindows.Prepare(clip).Then(samples => Score(samples, cancellation));

    private Result<IReadOnlyDictionary<string, double>> Score(float[] samples, CancellationToken cancellation)
    {
        var (sum, windows) = (0.0, 0);
        foreach (var start in DnsmosWindows.Starts(samples.Length))
        {
            cancellation.ThrowIfCancellationRequested();
            // The last hop of the window is left out, which makes 900 frames.
            var features = frontEnd.Compute(samples.AsSpan(start, DnsmosWindows.WindowSamples - frontEnd.Preset.Hop));
            using var tensor = OrtValue.CreateTensorValueFromMemory(features, [1, features.Length / frontEnd.Preset.Bands, frontEnd.Preset.Bands]);
            var run = model.Run([("features", tensor)], "score");
            if (run.Error is { } failed) return failed;
            using var outputs = run.Value;
            sum += outputs.Floats(0)[0];
            windows++;
        }
        return new Dictionary<string, double> { ["MOS"] = sum / windows };
    }
}
