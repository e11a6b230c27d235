using SpeechScoop.Inference.Packs.Families;
using SpeechScoop.Inference.Packs.Graphs;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Packs;

/// <summary>Compares a graph's inputs and outputs with a family's contract, by role.</summary>
internal static class GraphCheck
{
    /// <summary>Adds a sentence for each tensor that is absent, or of the wrong type or rank, telling what the graph has.</summary>
    public static void Check(PackCheck check, string role, GraphHeader header, GraphContract contract, GraphBinding binding)
    {
        var file = check.Manifest.Files[role].Path;
        CheckSide(check, file, $"io.{contract.Role}.inputs", "inputs", header.Inputs, contract.Inputs, binding.Inputs);
        CheckSide(check, file, $"io.{contract.Role}.outputs", "outputs", header.Outputs, contract.Outputs, binding.Outputs);
        foreach (var input in header.Inputs.Where(input => !binding.Inputs.Values.Contains(input.Name)))
            check.Problem($"{file} (files.{role}) has the input {input}, which nothing in 'io.{contract.Role}.inputs' binds: a graph runs only with all its inputs.");
        foreach (var (input, output) in contract.States) CheckState(check, role, file, input, output);
    }

    private static void CheckSide(
        PackCheck check, string file, string key, string side, IReadOnlyList<TensorPort> ports,
        IReadOnlyList<TensorContract> tensors, IReadOnlyDictionary<string, string> names)
    {
        foreach (var tensor in tensors)
        {
            if (!names.TryGetValue(tensor.Role, out var name)) continue;
            if (ports.FirstOrDefault(port => port.Name == name) is not { } port)
            {
                check.Problem($"{file}: '{key}.{tensor.Role}' names '{name}', but the graph has the {side} {string.Join("; ", ports)}.");
                continue;
            }
            if (port.ElementType != tensor.Type)
                check.Problem($"{file}: '{key}.{tensor.Role}' is {port}, but the family {check.Manifest.Family} needs {TensorPort.TypeName(tensor.Type)}.");
            if (port.HasShape && port.Rank != tensor.Rank)
                check.Problem($"{file}: '{key}.{tensor.Role}' is {port} with {port.Rank} dimensions, but the family {check.Manifest.Family} needs {tensor.Rank}.");
        }
    }

    private static void CheckState(PackCheck check, string role, string file, string input, string output)
    {
        if (check.Input(role, input) is not { HasShape: true } before || check.Output(role, output) is not { HasShape: true } after) return;
        var fits = before.Rank == after.Rank && before.Dimensions.Zip(after.Dimensions).All(pair => pair.First < 0 || pair.Second < 0 || pair.First == pair.Second);
        check.Require(fits && before.ElementType == after.ElementType, $"{file}: the state goes out as {after} and has to come back as {before}: type and shape have to be equal.");
    }
}
