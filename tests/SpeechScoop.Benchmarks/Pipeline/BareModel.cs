using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Features;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Benchmarks.Pipeline;

/// <summary>A recognizer pack's network without anything around it, in a session with the options that the server uses.</summary>
internal sealed class BareModel : IDisposable
{
    private readonly OnnxModel model;
    private readonly string input;
    private readonly string output;
    private OrtValue? tensor;

    private BareModel(OnnxModel model, LogMelPreset preset, string input, string output) =>
        (this.model, Preset, this.input, this.output) = (model, preset, input, output);

    /// <summary>The pack's front end.</summary>
    public LogMelPreset Preset { get; }

    /// <summary>Loads the float network of a pack's folder; its character head is the one that is run.</summary>
    public static Result<BareModel> Load(string folder)
    {
        var path = Path.Combine(folder, "pack.json");
        if (!File.Exists(path)) return new Error.NotFound("pack-missing", $"There is no {path}.");
        using var manifest = JsonDocument.Parse(File.ReadAllText(path));
        var root = manifest.RootElement;
        var io = root.GetProperty("io").GetProperty("model");
        var input = io.GetProperty("inputs").GetProperty("features").GetString()!;
        var output = io.GetProperty("outputs").GetProperty("characters").GetString()!;
        var threads = root.TryGetProperty("runtime", out var runtime) && runtime.TryGetProperty("intraThreads", out var count) ? count.GetInt32() : 1;
        var file = root.GetProperty("files").GetProperty("model").GetProperty("path").GetString()!;
        return LogMelPresets.Find(root.GetProperty("features").GetProperty("preset").GetString()!)
            .Then(preset => OnnxModel.Load(Path.Combine(folder, file), threads).Select(model => new BareModel(model, preset, input, output)));
    }

    /// <summary>Computes the tensor that <see cref="Run"/> will use.</summary>
    public void SetInput(AudioClip mono)
    {
        tensor?.Dispose();
        var features = new LogMel(Preset).ComputeBandsFirst(mono.Channel(0));
        tensor = OrtValue.CreateTensorValueFromMemory(features, [1, Preset.Bands, features.Length / Preset.Bands]);
    }

    /// <summary>Runs the network once.</summary>
    /// <returns>Number of values that it gave.</returns>
    public int Run()
    {
        using var outputs = model.Run([input], [tensor!], [output]).Value;
        return outputs.Floats(0).Length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        tensor?.Dispose();
        model.Dispose();
    }
}
