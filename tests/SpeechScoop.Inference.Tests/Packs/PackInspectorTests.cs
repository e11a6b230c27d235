using System.Text;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Tests;

namespace SpeechScoop.Inference.Tests.Packs;

public sealed class PackInspectorTests : IDisposable
{
    private readonly PackFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("silero_vad.onnx", "silero-vad")]
    [InlineData("silero_vad_16k_op15.onnx", "silero-vad")]
    [InlineData("dnsmos_sig_bak_ovr.onnx", "dnsmos-p835")]
    [InlineData("dnsmos_model_v8.onnx", "dnsmos-p808")]
    [InlineData("gtcrn_simple.onnx", null)]
    public void Models_from_elsewhere_are_recognized_by_their_tensors(string file, string? family)
    {
        var inspection = PackInspector.Inspect(SharedMaterial.PathTo("packs", file)).Value;
        Assert.Equal(family, inspection.Family);
        Assert.NotEmpty(inspection.Inputs);
    }

    [Theory]
    [InlineData("scoop-recognizer/model.onnx", "ctc", "model")]
    [InlineData("scoop-tokenizer/encoder.onnx", "rvq-codec", "encoder")]
    [InlineData("scoop-tokenizer/decoder.onnx", "rvq-codec", "decoder")]
    [InlineData("scoop-voice-parallel/model.onnx", "duration-tts", "model")]
    [InlineData("scoop-voice-parallel/g2p.onnx", "duration-tts", "g2p")]
    [InlineData("scoop-voice-next-token/condition.onnx", "next-token-tts", "condition")]
    [InlineData("scoop-voice-next-token/step.onnx", "next-token-tts", "step")]
    public void Our_own_graphs_are_recognized_and_bound_as_their_packs_bind_them(string file, string family, string role)
    {
        var path = Path.Combine(SharedMaterial.RepositoryRoot, "models", file);
        Assert.SkipUnless(File.Exists(path), $"needs models/{file}");
        var inspection = PackInspector.Inspect(path).Value;
        Assert.Equal(family, inspection.Family);
        var (problems, shipped) = (new List<string>(), ManifestReader.Read(Path.Combine(Path.GetDirectoryName(path)!, "pack.json"), []));
        var draft = ManifestReader.Parse(Encoding.UTF8.GetBytes(inspection.DraftManifest), problems);
        Assert.Empty(problems);
        Assert.Equal(shipped!.Io[role].Inputs.OrderBy(pair => pair.Key), draft!.Io[role].Inputs.OrderBy(pair => pair.Key));
        Assert.Equal(shipped.Io[role].Outputs.OrderBy(pair => pair.Key), draft.Io[role].Outputs.OrderBy(pair => pair.Key));
        Assert.Equal(shipped.Files[role].Sha256, draft.Files[role].Sha256);
    }

    [Fact]
    public void A_draft_of_a_complete_model_makes_a_pack_that_is_ready()
    {
        var model = SharedMaterial.PathTo("packs", "silero_vad.onnx");
        Directory.CreateDirectory(folder.PackPath("silero-vad"));
        File.Copy(model, Path.Combine(folder.PackPath("silero-vad"), "silero_vad.onnx"));
        folder.WriteText(PackInspector.Inspect(model).Value.DraftManifest, "silero-vad");
        Assert.Empty(folder.Load("silero-vad").Problems);
    }

    [Fact]
    public void What_is_no_model_is_said_to_be_none()
    {
        folder.WriteText("{}");
        Assert.Equal("model-unreadable", PackInspector.Inspect(Path.Combine(folder.PackPath(), "pack.json")).Error?.Code);
        Assert.Equal("model-missing", PackInspector.Inspect(Path.Combine(folder.PackPath(), "nothing.onnx")).Error?.Code);
    }
}
