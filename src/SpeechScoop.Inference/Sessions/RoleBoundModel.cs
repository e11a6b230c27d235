using Microsoft.ML.OnnxRuntime;

namespace SpeechScoop.Inference.Sessions;

/// <summary>
/// A model whose tensors are addressed by what they mean (their role), not by the names that some exporter gave them.
/// </summary>
public sealed class RoleBoundModel
{
    private readonly IReadOnlyDictionary<string, string> inputs, outputs;

    /// <param name="model">The graph.</param>
    /// <param name="inputs">Role → name in the graph.</param>
    /// <param name="outputs">Role → name in the graph.</param>
    public RoleBoundModel(OnnxModel model, IReadOnlyDictionary<string, string> inputs, IReadOnlyDictionary<string, string> outputs)
        => (Model, this.inputs, this.outputs) = (model, inputs, outputs);

    /// <summary>The graph.</summary>
    public OnnxModel Model { get; }

    /// <summary>Whether the graph has an input of this role.</summary>
    public bool HasInput(string role) => inputs.ContainsKey(role);

    /// <summary>Name in the graph of the input with this role.</summary>
    public string InputName(string role) => inputs[role];

    /// <summary>Name in the graph of the output with this role.</summary>
    public string OutputName(string role) => outputs[role];

    /// <summary>The input of this role.</summary>
    public TensorPort Input(string role) => Model.Inputs[inputs[role]];

    /// <summary>The output of this role.</summary>
    public TensorPort Output(string role) => Model.Outputs[outputs[role]];

    /// <summary>Runs the graph; outputs come in the order of <paramref name="outputRoles"/>.</summary>
    /// <returns>The outputs, or <c>model-failed</c>.</returns>
    public Result<ModelOutputs> Run(ReadOnlySpan<(string Role, OrtValue Value)> values, params ReadOnlySpan<string> outputRoles)
    {
        var names = new string[values.Length];
        var tensors = new OrtValue[values.Length];
        for (var i = 0; i < values.Length; i++) (names[i], tensors[i]) = (inputs[values[i].Role], values[i].Value);
        var wanted = new string[outputRoles.Length];
        for (var i = 0; i < wanted.Length; i++) wanted[i] = outputs[outputRoles[i]];
        return Model.Run(names, tensors, wanted);
    }
}
