using Microsoft.ML.OnnxRuntime;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Tests.Packs;

namespace SpeechScoop.Inference.Tests.Sessions;

public sealed class OnnxModelTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.onnx");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Tensors_are_addressed_by_role_and_described_by_the_graph()
    {
        using var model = Load(new TinyOnnx().Input("a", TinyOnnx.F32, 1, -1).Input("b", TinyOnnx.F32, 1, -1).Output("sum", TinyOnnx.F32, 1, -1).Node("Add", ["a", "b"], ["sum"])).Value;
        Assert.Equal("a f32[1,?]", model.Inputs["a"].ToString());
        var bound = new RoleBoundModel(model, new Dictionary<string, string> { ["left"] = "a", ["right"] = "b" }, new Dictionary<string, string> { ["result"] = "sum" });
        using var left = OrtValue.CreateTensorValueFromMemory(new[] { 1f, 2f }, [1, 2]);
        using var right = OrtValue.CreateTensorValueFromMemory(new[] { 10f, 20f }, [1, 2]);
        using var outputs = bound.Run([("right", right), ("left", left)], "result").Value;
        Assert.Equal([11f, 22f], outputs.Floats(0).ToArray());
        Assert.Equal([1, 2], outputs.Shape(0));
        Assert.False(bound.HasInput("rate"));
    }

    [Fact]
    public void A_run_that_fails_is_an_error_that_names_the_model()
    {
        using var model = Load(new TinyOnnx().Input("a", TinyOnnx.F32, 1, -1).Input("b", TinyOnnx.F32, 1, -1).Output("sum", TinyOnnx.F32, 1, -1).Node("Add", ["a", "b"], ["sum"])).Value;
        using var two = OrtValue.CreateTensorValueFromMemory(new float[2], [1, 2]);
        using var three = OrtValue.CreateTensorValueFromMemory(new float[3], [1, 3]);
        var failed = model.Run(["a", "b"], [two, three], ["sum"]);
        Assert.Equal("model-failed", failed.Error?.Code);
        Assert.Contains(Path.GetFileName(path), failed.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_the_runtime_refuses_is_an_error()
    {
        Assert.Equal("model-missing", OnnxModel.Load(path).Error?.Code);
        File.WriteAllBytes(path, [1, 2, 3]);
        Assert.Equal("model-unreadable", OnnxModel.Load(path).Error?.Code);
    }

    private Result<OnnxModel> Load(TinyOnnx graph)
    {
        File.WriteAllBytes(path, graph.ToArray());
        return OnnxModel.Load(path);
    }
}
