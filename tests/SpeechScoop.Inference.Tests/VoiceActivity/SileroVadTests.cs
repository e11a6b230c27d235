using System.Text.Json.Nodes;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Tests.Packs;
using SpeechScoop.Inference.VoiceActivity;
using SpeechScoop.Tests;

namespace SpeechScoop.Inference.Tests.VoiceActivity;

public sealed class SileroVadTests : IDisposable
{
    private readonly PackFolder folder = new();
    private readonly ComputeGate gate = new(1);

    public void Dispose()
    {
        gate.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("silero_vad.onnx")]
    [InlineData("silero_vad_16k_op15.onnx")]
    public async Task Speech_is_found_where_it_is(string model)
    {
        using var catalog = Catalog(model);
        var detector = (await catalog.GetVoiceActivityAsync("tiny")).Value;
        var clip = WavReader.Read(File.ReadAllBytes(SharedMaterial.PathTo("speech", "jfk.wav"))).Value;
        var probabilities = (await detector.ProbabilitiesAsync(clip)).Value;
        // Measured with the reference implementation's framing: 233 of 343 whole frames above one half, the highest 1.000.
        Assert.Equal((clip.Length + 511) / 512, probabilities.Length);
        Assert.InRange(probabilities.Take(343).Count(probability => probability > 0.5f), 231, 235);
        Assert.True(probabilities.Max() > 0.99f);
    }

    [Fact]
    public async Task Silence_is_no_speech_and_a_clip_without_samples_has_no_frames()
    {
        using var catalog = Catalog("silero_vad.onnx");
        var detector = (await catalog.GetVoiceActivityAsync("tiny")).Value;
        Assert.All((await detector.ProbabilitiesAsync(new AudioClip(16000, new float[32000]))).Value, probability => Assert.True(probability < 0.5f));
        Assert.Empty((await detector.ProbabilitiesAsync(new AudioClip(16000, Array.Empty<float>()))).Value);
    }

    [Fact]
    public async Task Frame_by_frame_gives_what_the_whole_clip_gives()
    {
        using var catalog = Catalog("silero_vad.onnx");
        var detector = (await catalog.GetVoiceActivityAsync("tiny")).Value;
        var samples = WavReader.Read(File.ReadAllBytes(SharedMaterial.PathTo("speech", "jfk.wav"))).Value.Channel(0).ToArray();
        var whole = (await detector.ProbabilitiesAsync(new AudioClip(16000, samples))).Value;
        using var stream = detector.OpenStream();
        for (var frame = 0; frame < 100; frame++)
            Assert.Equal(whole[frame], stream.Next(samples.AsSpan(frame * SileroVad.FrameSamples, SileroVad.FrameSamples)).Value);
    }

    private SystemCatalog Catalog(string model)
    {
        var manifest = (JsonObject)JsonNode.Parse("""
            { "schema": "speechscoop/pack/1", "id": "tiny", "version": "6", "title": "Silero", "task": "voice-activity", "family": "silero-vad",
              "files": { "model": { "path": "model.onnx" } },
              "io": { "model": { "inputs": { "input": "input", "state": "state", "sr": "sr" }, "outputs": { "output": "output", "stateOut": "stateN" } } } }
            """)!;
        folder.Write(manifest, ("model.onnx", File.ReadAllBytes(SharedMaterial.PathTo("packs", model))));
        return new SystemCatalog(folder.Path, gate);
    }
}
