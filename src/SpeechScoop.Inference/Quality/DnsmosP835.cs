using Microsoft.ML.OnnxRuntime;
using SpeechScoop.Audio;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Quality;

/// <summary>
/// DNSMOS P.835 (Reddy, Gopal, Cutler 2022): quality of the speech signal (<c>SIG</c>), of the background (<c>BAK</c>)
/// and overall (<c>OVRL</c>). The network's outputs are mapped by the polynomials of dnsmos_local.py, then averaged over windows.
/// </summary>
public sealed class DnsmosP835 : IQualityModel
{
    private readonly RoleBoundModel model;
    private readonly IComputeGate gate;

    internal DnsmosP835(string packId, RoleBoundModel model, IComputeGate gate) => (PackId, this.model, this.gate) = (packId, model, gate);

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
        var (signal, background, overall, windows) = (0.0, 0.0, 0.0, 0);
        foreach (var start in DnsmosWindows.Starts(samples.Length))
        {
            cancellation.ThrowIfCancellationRequested();
            using var wave = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, samples.AsMemory(start, DnsmosWindows.WindowSamples), [1, DnsmosWindows.WindowSamples]);
            var run = model.Run([("wave", wave)], "scores");
            if (run.Error is { } failed) return failed;
            using var outputs = run.Value;
            var scores = outputs.Floats(0);
            signal += Polynomial(scores[0], -0.08397278, 1.22083953, 0.0052439);
            background += Polynomial(scores[1], -0.13166888, 1.60915514, -0.39604546);
            overall += Polynomial(scores[2], -0.06766283, 1.11546468, 0.04602535);
            windows++;
        }
        return new Dictionary<string, double> { ["SIG"] = signal / windows, ["BAK"] = background / windows, ["OVRL"] = overall / windows };
    }

    private static double Polynomial(double x, double a, double b, double c) => (((a * x) + b) * x) + c;
}
