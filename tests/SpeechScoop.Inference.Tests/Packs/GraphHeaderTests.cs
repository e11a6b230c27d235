using SpeechScoop.Inference.Packs.Graphs;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Tests;

namespace SpeechScoop.Inference.Tests.Packs;

public sealed class GraphHeaderTests
{
    [Fact]
    public void What_is_read_without_the_runtime_is_what_the_runtime_says()
    {
        var models = Directory.EnumerateFiles(Path.Combine(SharedMaterial.RepositoryRoot, "models"), "*.onnx", SearchOption.AllDirectories).ToList();
        Assert.SkipUnless(models.Count > 0, "needs the packs under models/");
        Assert.All(models, Compare);
    }

    [Theory]
    [InlineData("silero_vad.onnx")]
    [InlineData("dnsmos_sig_bak_ovr.onnx")]
    [InlineData("dnsmos_model_v8.onnx")]
    [InlineData("gtcrn_simple.onnx")]
    public void Models_of_other_exporters_read_alike(string file) => Compare(SharedMaterial.PathTo("packs", file));

    private static void Compare(string path)
    {
        var header = GraphHeader.Read(path).Value;
        using var model = OnnxModel.Load(path).Value;
        Assert.Equal(Described(model.Inputs.Values), Described(header.Inputs));
        Assert.Equal(Described(model.Outputs.Values), Described(header.Outputs));
        Assert.Empty(header.ExternalFiles);
    }

    // The runtime infers shapes that a graph leaves out, so only what the header tells is compared.
    private static IEnumerable<string> Described(IEnumerable<TensorPort> ports)
        => ports.OrderBy(port => port.Name, StringComparer.Ordinal).Select(port => $"{port.Name} {TensorPort.TypeName(port.ElementType)} {port.Rank}");
}
