using Microsoft.ML.OnnxRuntime;
using SpeechScoop.Audio;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Quality;

/// <summary>DNSMOS P.808 (Reddy, Gopal, Cutler 2021): one estimate of the mean opinion score, <c>MOS</c>, averaged over windows.</summary>
public sealed class DnsmosP808 : IQualityModel
{
    private readonly RoleBoundModel model;
    private readonly IComputeGate gate;

    internal DnsmosP808(string packId, RoleBoundModel model, IComputeGate gate) => (PackId, this.model, this.gate) = (packId, model, gate);

    /// <inheritdoc/>
    public string PackId { get; }

    /// <inheritdoc/>
    public Task<Result<IReadOnlyDictionary<string, double>>> ScoreAsync(AudioClip clip, CancellationToken cancellation = default)
        => gate.RunAsync(() => DnsmosWindows.Prepare(clip).Then(samples => Score(samples, cancellation)), cancellation);

    private Result<IReadOnlyDictionary<string, double>> Score(float[] samples, CancellationToken cancellation)
    {
        var (sum, windows) = (0.0, 0);
        var features = new float[P808Features.Frames * P808Features.Mels];
        foreach (var start in DnsmosWindows.Starts(samples.Length))
        {
            cancellation.ThrowIfCancellationRequested();
            P808Features.Compute(samples.AsSpan(start, P808Features.Samples), features);
            using var tensor = OrtValue.CreateTensorValueFromMemory(features, [1, P808Features.Frames, P808Features.Mels]);
            var run = model.Run([("features", tensor)], "score");
            if (run.Error is { } failed) return failed;
            using var outputs = run.Value;
            sum += outputs.Floats(0)[0];
            windows++;
        }
        return new Dictionary<string, double> { ["MOS"] = sum / windows };
    }
}
