using SpeechScoop.Inference.Packs.Graphs;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Packs.Families;

/// <summary>A pack under examination: what is known of it and what has been found wrong.</summary>
internal sealed class PackCheck(PackManifest manifest, string folder, List<string> problems)
{
    /// <summary>Full paths of the files that exist, by role.</summary>
    public Dictionary<string, string> Paths { get; } = new(StringComparer.Ordinal);

    /// <summary>Headers of the graphs that could be read, by file role.</summary>
    public Dictionary<string, GraphHeader> Graphs { get; } = new(StringComparer.Ordinal);

    public PackManifest Manifest { get; } = manifest;

    public string Folder { get; } = folder;

    /// <summary>Records a problem.</summary>
    public void Problem(string problem) => problems.Add(problem);

    /// <summary>Records a problem unless something holds.</summary>
    public void Require(bool holds, string problem)
    {
        if (!holds) problems.Add(problem);
    }

    /// <summary>Requires a section of the manifest.</summary>
    public bool RequireSection(object? section, string key)
    {
        if (section is null) problems.Add($"pack.json: the family {Manifest.Family} needs the key '{key}'.");
        return section is not null;
    }

    /// <summary>The tensor bound to an output role of a graph; null where it is absent or was reported already.</summary>
    public TensorPort? Output(string fileRole, string tensorRole)
        => Graphs.TryGetValue(fileRole, out var header)
            && Manifest.Io.TryGetValue(PackFamily.BaseRole(fileRole), out var binding)
            && binding.Outputs.TryGetValue(tensorRole, out var name)
                ? header.Outputs.FirstOrDefault(port => port.Name == name) : null;

    /// <summary>The tensor bound to an input role of a graph; null where it is absent or was reported already.</summary>
    public TensorPort? Input(string fileRole, string tensorRole)
        => Graphs.TryGetValue(fileRole, out var header)
            && Manifest.Io.TryGetValue(PackFamily.BaseRole(fileRole), out var binding)
            && binding.Inputs.TryGetValue(tensorRole, out var name)
                ? header.Inputs.FirstOrDefault(port => port.Name == name) : null;

    /// <summary>Requires that a text file has one line for each entry of a tensor's dimension, where the graph fixes it.</summary>
    /// <param name="symbolsRole">File role of the symbol list.</param>
    /// <param name="fileRole">File role of the graph.</param>
    /// <param name="port">The tensor.</param>
    /// <param name="dimension">Which of its dimensions counts symbols.</param>
    public void RequireSymbols(string symbolsRole, string fileRole, TensorPort? port, int dimension)
    {
        if (port is null || port.Dimensions.Count <= dimension || port.Dimensions[dimension] < 0 || !Paths.TryGetValue(symbolsRole, out var path)) return;
        var symbols = SymbolList.Read(path);
        if (!symbols.TryGet(out var list, out var error)) Problem($"files.{symbolsRole}: {error.Message}");
        else if (list.Count != port.Dimensions[dimension])
            Problem($"{Manifest.Files[symbolsRole].Path} (files.{symbolsRole}) has {list.Count} symbols, but {port} of {Manifest.Files[fileRole].Path} has {port.Dimensions[dimension]}: they have to be equal in number.");
    }
}
