using SpeechScoop.Inference.Packs.Families;
using SpeechScoop.Inference.Packs.Graphs;
using SpeechScoop.Inference.Packs.Manifests;

namespace SpeechScoop.Inference.Packs;

/// <summary>
/// Compares a manifest with the files beside it and with what its family needs. Reads headers of graphs but neither
/// loads nor hashes anything: that happens before a file is used.
/// </summary>
internal static class PackValidator
{
    private static readonly string[] Tasks = ["recognizer", "synthesizer", "tokenizer", "voice-activity", "quality", "embedding"];

    /// <summary>Adds a sentence for each problem; returns the full paths of the files that exist, by role.</summary>
    public static IReadOnlyDictionary<string, string> Validate(PackManifest manifest, string folder, List<string> problems)
    {
        var check = new PackCheck(manifest, folder, problems);
        CheckHead(check);
        CheckFiles(check);
        if (!PackFamily.All.TryGetValue(manifest.Family, out var family))
        {
            check.Problem($"pack.json: 'family' is '{manifest.Family}'; known are {string.Join(", ", PackFamily.All.Keys)}.");
            return check.Paths;
        }
        check.Require(family.Tasks.Contains(manifest.Task), $"pack.json: 'task' is '{manifest.Task}', but packs of the family {family.Name} are for: {string.Join(", ", family.Tasks)}.");
        foreach (var contract in family.Graphs) CheckGraph(check, contract);
        foreach (var role in manifest.Io.Keys.Where(role => family.Graphs.All(contract => contract.Role != role)))
            check.Problem($"pack.json: 'io.{role}' binds no graph of the family {family.Name}; it has {Listed(family.Graphs.Select(contract => contract.Role))}.");
        foreach (var role in family.TextFiles.Where(role => !manifest.Files.ContainsKey(role)))
            check.Problem($"pack.json: 'files.{role}' is missing; the family {family.Name} needs it.");
        family.Check(check);
        CheckSystems(check, family);
        CheckSelfTest(check);
        return check.Paths;
    }

    private static void CheckHead(PackCheck check)
    {
        var manifest = check.Manifest;
        check.Require(manifest.Schema == PackManifest.CurrentSchema, $"pack.json: 'schema' is '{manifest.Schema}'; this version reads '{PackManifest.CurrentSchema}'.");
        check.Require(IsId(manifest.Id), $"pack.json: 'id' is '{manifest.Id}'; it has to consist of lower-case letters, digits and hyphens.");
        check.Require(manifest.Id == Path.GetFileName(check.Folder), $"pack.json: 'id' is '{manifest.Id}', but the folder is named '{Path.GetFileName(check.Folder)}': they have to be equal.");
        check.Require(manifest.Version.Trim().Length > 0, "pack.json: 'version' is empty.");
        check.Require(manifest.Title.Trim().Length > 0, "pack.json: 'title' is empty.");
        check.Require(Tasks.Contains(manifest.Task), $"pack.json: 'task' is '{manifest.Task}'; known are {string.Join(", ", Tasks)}.");
        if (manifest.Audio is { } audio)
            check.Require(audio.SampleRate is >= 4000 and <= 192_000, $"pack.json: 'audio.sampleRate' is {audio.SampleRate}; it has to lie between 4,000 and 192,000 Hz.");
        check.Require(manifest.Runtime.IntraThreads is >= 1 and <= 64, $"pack.json: 'runtime.intraThreads' is {manifest.Runtime.IntraThreads}; it has to lie between 1 and 64.");
        if (manifest.Card is { } card) CheckExists(check, "card", card);
    }

    private static void CheckFiles(PackCheck check)
    {
        foreach (var (role, file) in check.Manifest.Files)
        {
            if (file.Sha256.Length != 64 || !file.Sha256.All(char.IsAsciiHexDigit))
                check.Problem($"pack.json: 'files.{role}.sha256' has to be 64 hexadecimal digits, not '{file.Sha256}'.");
            if (CheckExists(check, $"files.{role}", file.Path) is not { } path) continue;
            var bytes = new FileInfo(path).Length;
            if (bytes != file.Bytes)
                check.Problem($"{file.Path} (files.{role}) has {bytes} bytes, but the manifest says {file.Bytes}: the file is damaged or incomplete, or the manifest is of another version.");
            check.Paths[role] = path;
        }
    }

    private static string? CheckExists(PackCheck check, string key, string relative)
    {
        if (!PackPaths.Resolve(check.Folder, relative).TryGet(out var path, out var error))
        {
            check.Problem($"pack.json: '{key}': {error.Message}.");
            return null;
        }
        if (File.Exists(path)) return path;
        check.Problem($"{relative} ({key}) is missing.");
        return null;
    }

    private static void CheckGraph(PackCheck check, GraphContract contract)
    {
        var variants = check.Manifest.Files.Keys.Where(role => PackFamily.BaseRole(role) == contract.Role).ToList();
        if (variants.Count == 0)
        {
            check.Require(contract.Optional, $"pack.json: 'files.{contract.Role}' is missing; the family {check.Manifest.Family} needs it.");
            return;
        }
        if (!check.Manifest.Io.TryGetValue(contract.Role, out var binding))
            check.Problem($"pack.json: 'io.{contract.Role}' is missing: it tells the names of {Listed(contract.Inputs.Concat(contract.Outputs).Select(tensor => tensor.Role))}.");
        else
            CheckBinding(check, contract, binding);
        foreach (var role in variants.Where(check.Paths.ContainsKey))
        {
            if (!GraphHeader.Read(check.Paths[role]).TryGet(out var header, out var error))
            {
                check.Problem($"files.{role}: {error.Message}");
                continue;
            }
            check.Graphs[role] = header;
            foreach (var external in header.ExternalFiles) CheckExists(check, $"external data of files.{role}", external);
            if (binding is not null) GraphCheck.Check(check, role, header, contract, binding);
        }
    }

    private static void CheckBinding(PackCheck check, GraphContract contract, GraphBinding binding)
    {
        Side("inputs", contract.Inputs, binding.Inputs);
        Side("outputs", contract.Outputs, binding.Outputs);

        void Side(string side, IReadOnlyList<TensorContract> tensors, IReadOnlyDictionary<string, string> names)
        {
            foreach (var tensor in tensors.Where(tensor => !tensor.Optional && !names.ContainsKey(tensor.Role)))
                check.Problem($"pack.json: 'io.{contract.Role}.{side}.{tensor.Role}' is missing.");
            foreach (var role in names.Keys.Where(role => tensors.All(tensor => tensor.Role != role)))
                check.Problem($"pack.json: 'io.{contract.Role}.{side}.{role}' is no role of the family {check.Manifest.Family}; it has {Listed(tensors.Select(tensor => tensor.Role))}.");
        }
    }

    private static void CheckSystems(PackCheck check, PackFamily family)
    {
        var systems = check.Manifest.Systems;
        foreach (var twice in systems.GroupBy(system => system.Id).Where(group => group.Count() > 1))
            check.Problem($"pack.json: 'systems' has the id '{twice.Key}' {twice.Count()} times.");
        for (var i = 0; i < systems.Count; i++)
        {
            check.Require(IsId(systems[i].Id), $"pack.json: 'systems[{i}].id' is '{systems[i].Id}'; it has to consist of lower-case letters, digits and hyphens.");
            family.CheckSettings(check, systems[i].Settings, $"systems[{i}].settings");
        }
        if (systems.Count == 0) family.CheckSettings(check, null, "systems");
    }

    private static void CheckSelfTest(PackCheck check)
    {
        if (check.Manifest.SelfTest is not { } test) return;
        if (test.Audio is { } audio) CheckExists(check, "selfTest.audio", audio);
        if (test.System is { } system)
            check.Require(check.Manifest.Systems.Any(offered => offered.Id == system), $"pack.json: 'selfTest.system' is '{system}', which is not among the systems {Listed(check.Manifest.Systems.Select(offered => offered.Id))}.");
    }

    private static bool IsId(string id) => id.Length is > 0 and <= 100 && id[0] != '-' && id.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "none";
}
