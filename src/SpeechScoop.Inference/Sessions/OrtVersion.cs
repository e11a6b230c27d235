using Microsoft.ML.OnnxRuntime;

namespace SpeechScoop.Inference.Sessions;

/// <summary>Which ONNX Runtime computes here: results and times depend on it.</summary>
public static class OrtVersion
{
    /// <summary>Such as <c>1.24.1</c>.</summary>
    public static string Text { get; } = OrtEnv.Instance().GetVersionString();
}
