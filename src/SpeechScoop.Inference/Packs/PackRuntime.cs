using System.Security.Cryptography;
using SpeechScoop.Inference.Packs.Families;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Packs;

/// <summary>
/// What is in memory of one valid pack: graphs and tables, each loaded once, when something first asks for it, and
/// only after its hash was found right. Thread-safe.
/// </summary>
internal sealed class PackRuntime(Pack pack) : IDisposable
{
    private readonly Lock sync = new();
    private readonly HashSet<string> verified = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Result<object>> loaded = new(StringComparer.Ordinal);

    public Pack Pack { get; } = pack;

    public PackManifest Manifest { get; } = pack.Manifest ?? throw new ArgumentException("A pack without a manifest has no runtime.", nameof(pack));

    /// <summary>Whether the pack has a file of this role.</summary>
    public bool Has(string role) => Pack.FilePaths.ContainsKey(role);

    /// <summary>Full path of a file whose content is as the manifest says.</summary>
    /// <returns><c>file-hash</c> for other content.</returns>
    public Result<string> File(string role)
    {
        lock (sync)
        {
            if (!Pack.FilePaths.TryGetValue(role, out var path)) return new Error.Invalid("file-missing", $"{Pack.Id}: pack.json has no 'files.{role}'.");
            if (verified.Contains(role)) return path;
            var hash = Hash(path);
            if (!hash.TryGet(out var found, out var error)) return error;
            if (!found.Equals(Manifest.Files[role].Sha256, StringComparison.OrdinalIgnoreCase))
                return new Error.Invalid("file-hash",
                    $"{Manifest.Files[role].Path} (files.{role}) has the SHA-256 {found}, but the manifest says {Manifest.Files[role].Sha256}: the file was changed or damaged, or the manifest is of another version.");
            verified.Add(role);
            return path;
        }
    }

    /// <summary>A graph with its tensors bound by role.</summary>
    public Result<RoleBoundModel> Model(string role) => Shared("graph " + role, () => File(role)
        .Then(path => OnnxModel.Load(path, Manifest.Runtime.IntraThreads))
        .Select(model =>
        {
            var binding = Manifest.Io[PackFamily.BaseRole(role)];
            return new RoleBoundModel(model, binding.Inputs, binding.Outputs);
        }));

    /// <summary>A list of symbols.</summary>
    public Result<IReadOnlyList<string>> Symbols(string role) => Shared("symbols " + role, () => File(role).Then(SymbolList.Read));

    /// <summary>Something made from the pack's files once and used by several systems.</summary>
    public Result<T> Shared<T>(string key, Func<Result<T>> create)
        where T : class
    {
        lock (sync)
        {
            if (!loaded.TryGetValue(key, out var result))
            {
                var made = create();
                loaded[key] = result = made.Error is { } failure ? failure : Result<object>.Ok(made.Value);
            }
            return result.Error is { } error ? error : Result<T>.Ok((T)result.Value);
        }
    }

    /// <summary>Releases the graphs. Nobody may be using them.</summary>
    public void Dispose()
    {
        lock (sync)
        {
            foreach (var result in loaded.Values)
            {
                if (result.Error is not null) continue;
                if (result.Value is RoleBoundModel bound) bound.Model.Dispose();
                else (result.Value as IDisposable)?.Dispose();
            }
            loaded.Clear();
        }
    }

    private static Result<string> Hash(string path)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Error.Unavailable("file-unreadable", $"{Path.GetFileName(path)} cannot be read: {failure.Message}");
        }
    }
}
