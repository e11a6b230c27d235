using System.Text.Json;
using System.Text.Json.Nodes;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Inference.Vendors.Settings;
using SpeechScoop.Systems;

namespace SpeechScoop.Inference.Vendors;

/// <summary>The systems of the configured vendors. Nothing is called before someone asks for a result.</summary>
public sealed class VendorCatalog : IDisposable
{
    /// <summary>What stands in place of a pack.</summary>
    public const string PackId = "vendor";

    private readonly List<VendorConnection> connections = [];
    private readonly Dictionary<string, (SystemSummary System, object Model)> systems = new(StringComparer.Ordinal);
    private readonly List<SystemSummary> ordered = [];

    public VendorCatalog(VendorConfiguration configuration, VendorLimits? limits = null)
    {
        Configuration = configuration;
        foreach (var vendor in configuration.Vendors)
        {
            var connection = new VendorConnection(vendor, limits ?? VendorLimits.Default);
            connections.Add(connection);
            if (vendor.Recognizes) Add(vendor, SystemKind.Recognizer, new VendorRecognizer(vendor, connection));
            if (vendor.Speaks) Add(vendor, SystemKind.Synthesizer, new VendorSynthesizer(vendor, connection));
        }
    }

    public VendorConfiguration Configuration { get; }

    /// <summary>Every system, in the order of the vendors' names.</summary>
    public IReadOnlyList<SystemSummary> Systems => ordered;

    /// <summary>A system; null for one that is not a vendor's. A vendor's <c>vendor:name</c> means its synthesizer where it only speaks.</summary>
    public SystemSummary? Find(string systemId) => systems.TryGetValue(systemId, out var found) ? found.System : null;

    /// <summary>The recognizer or synthesizer of a system that <see cref="Find"/> knows.</summary>
    public Result<T> Get<T>(string systemId)
        where T : class
    {
        var (system, model) = systems[systemId];
        if (system.Status is not PackStatus.Ready) return new Error.Unavailable("vendor-key-missing", $"'{system.Id}' cannot be used. {string.Join(' ', system.Problems)}");
        return Result<T>.Ok((T)model);
    }

    public void Dispose() => connections.ForEach(connection => connection.Dispose());

    private void Add(VendorSettings vendor, SystemKind kind, object model)
    {
        var recognizes = kind is SystemKind.Recognizer;
        var (id, name) = recognizes ? (vendor.RecognizerId, vendor.Model) : (vendor.SynthesizerId, vendor.SpeechModel);
        string[] problems = vendor.IsUsable ? [] : [$"No key is configured: set {vendor.KeyVariable} in the environment, or apiKey in {VendorSettingsReader.FileName}, and start again."];
        var system = new SystemSummary(
            id, PackId, name is "" ? "default" : name, kind, vendor.Kind.Name(), vendor.Title,
            $"Called at {vendor.BaseUrl.Host}: {(recognizes ? "recordings" : "texts")} leave this server.", vendor.Language is "" ? [] : [vendor.Language],
            vendor.IsUsable ? PackStatus.Ready : PackStatus.Unavailable, problems, Describe(vendor, recognizes), 0,
            recognizes ? new SystemTraits(vendor.SampleRate, Streaming: false, AcceptsWordLists: false) : new SystemTraits(Seeded: vendor.Kind is VendorKind.ElevenLabs));
        systems[id] = (system, model);
        if (!recognizes && !vendor.Recognizes) systems[vendor.RecognizerId] = (system, model);
        ordered.Add(system);
    }

    /// <summary>The settings that shape the result, without the key.</summary>
    private static string Describe(VendorSettings vendor, bool recognizes)
    {
        var settings = new JsonObject
        {
            ["host"] = vendor.BaseUrl.Authority, ["model"] = recognizes ? vendor.Model : vendor.SpeechModel, ["language"] = vendor.Language,
            ["fields"] = (recognizes ? vendor.Fields : vendor.SpeechFields).DeepClone(),
        };
        if (recognizes) (settings["sampleRate"], settings["stream"]) = (vendor.SampleRate, vendor.Stream);
        else settings["voice"] = vendor.Voice;
        return SettingsJson.Canonical(JsonSerializer.SerializeToElement(settings));
    }
}
