using Microsoft.ML.OnnxRuntime;

namespace SpeechScoop.Inference.Sessions;

/// <summary>
/// A graph in ONNX Runtime: the session with the options that suit small models on a shared server, and what the
/// graph says about its inputs and outputs. Thread-safe: any number of threads may run it at once.
/// </summary>
public sealed class OnnxModel : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions runOptions = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };

    static OnnxModel() => OrtTelemetry.Disable();

    private OnnxModel(string path, InferenceSession session)
    {
        (Path, this.session) = (path, session);
        Inputs = session.InputMetadata.ToDictionary(port => port.Key, port => TensorPort.From(port.Key, port.Value), StringComparer.Ordinal);
        Outputs = session.OutputMetadata.ToDictionary(port => port.Key, port => TensorPort.From(port.Key, port.Value), StringComparer.Ordinal);
    }

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>The graph's inputs by name.</summary>
    public IReadOnlyDictionary<string, TensorPort> Inputs { get; }

    /// <summary>The graph's outputs by name.</summary>
    public IReadOnlyDictionary<string, TensorPort> Outputs { get; }

    /// <summary>Loads a graph. Takes from milliseconds to a second, depending on its size.</summary>
    /// <param name="path">The <c>.onnx</c> file.</param>
    /// <param name="intraThreads">Threads inside one run; 1 is fastest for small models and leaves the cores to other streams.</param>
    /// <returns><c>model-unreadable</c> when ONNX Runtime refuses the file.</returns>
    public static Result<OnnxModel> Load(string path, int intraThreads = 1)
    {
        if (!File.Exists(path)) return new Error.NotFound("model-missing", $"The model {path} does not exist.");
        try
        {
            using var options = CreateOptions(intraThreads);
            return new OnnxModel(path, new InferenceSession(path, options));
        }
        catch (OnnxRuntimeException refused)
        {
            return new Error.Invalid("model-unreadable", $"{System.IO.Path.GetFileName(path)} is not a model that ONNX Runtime can load: {FirstLine(refused.Message)}");
        }
    }

    /// <summary>Runs the graph; the runtime allocates the outputs.</summary>
    /// <param name="inputNames">Names of the inputs that are given.</param>
    /// <param name="inputs">Their values, in the same order.</param>
    /// <param name="outputNames">Names of the outputs that are wanted.</param>
    /// <returns>The outputs in the order asked for, or <c>model-failed</c>.</returns>
    public Result<ModelOutputs> Run(IReadOnlyCollection<string> inputNames, IReadOnlyCollection<OrtValue> inputs, IReadOnlyCollection<string> outputNames)
    {
        try
        {
            return new ModelOutputs(session.Run(runOptions, inputNames, inputs, outputNames));
        }
        catch (OnnxRuntimeException failed)
        {
            return Failed(failed);
        }
    }

    /// <summary>Runs the graph into outputs that the caller has allocated: nothing is allocated on the managed side.</summary>
    /// <returns><see langword="null"/>, or <c>model-failed</c>.</returns>
    public Error? Run(IReadOnlyCollection<string> inputNames, IReadOnlyCollection<OrtValue> inputs, IReadOnlyCollection<string> outputNames, IReadOnlyCollection<OrtValue> outputs)
    {
        try
        {
            session.Run(runOptions, inputNames, inputs, outputNames, outputs);
            return null;
        }
        catch (OnnxRuntimeException failed)
        {
            return Failed(failed);
        }
    }

    /// <summary>Releases the session. Nobody may be running it.</summary>
    public void Dispose()
    {
        runOptions.Dispose();
        session.Dispose();
    }

    private static SessionOptions CreateOptions(int intraThreads)
    {
        var options = new SessionOptions
        {
            IntraOpNumThreads = intraThreads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            // With lengths that vary from run to run, remembered patterns only make memory grow.
            EnableMemoryPattern = false,
            // Failures come back as errors with their message; printed by the runtime they would only appear twice.
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        // Waiting threads sleep: the web server needs the cores, too.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        options.AddSessionConfigEntry("session.inter_op.allow_spinning", "0");
        return options;
    }

    private Error.Unavailable Failed(OnnxRuntimeException failed)
        => new("model-failed", $"The model {System.IO.Path.GetFileName(Path)} failed: {FirstLine(failed.Message)}");

    private static string FirstLine(string message) => message.Split('\n', 2)[0].Trim();
}
