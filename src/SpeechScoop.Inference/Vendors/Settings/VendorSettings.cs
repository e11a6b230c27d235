using System.Text.Json.Nodes;

namespace SpeechScoop.Inference.Vendors.Settings;

/// <summary>One configured service. Made by <see cref="VendorSettingsReader"/>, which checks everything.</summary>
public sealed record VendorSettings
{
    /// <summary>The name in the settings: lower-case letters, digits, - and _.</summary>
    public required string Name { get; init; }

    public required VendorKind Kind { get; init; }

    /// <summary>How pages call it.</summary>
    public required string Title { get; init; }

    public bool Recognizes { get; init; } = true;

    public bool Speaks { get; init; }

    /// <summary>Scheme, host, port and perhaps a path. Nothing else is ever called.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The recognizer's model; empty for the vendor's own choice.</summary>
    public string Model { get; init; } = "";

    /// <summary>The synthesizer's model.</summary>
    public string SpeechModel { get; init; } = "";

    /// <summary>The synthesizer's voice.</summary>
    public string Voice { get; init; } = "";

    /// <summary>Language code, as the vendor writes it; empty for the vendor's own choice.</summary>
    public string Language { get; init; } = "";

    /// <summary>Further fields of transcription requests; null removes a field that would be sent.</summary>
    public JsonObject Fields { get; init; } = [];

    /// <summary>Further fields of speech requests; null removes a field that would be sent.</summary>
    public JsonObject SpeechFields { get; init; } = [];

    /// <summary>Whether transcripts are asked for piece by piece (server-sent events).</summary>
    public bool Stream { get; init; }

    /// <summary>Rate in hertz of the audio that is sent.</summary>
    public int SampleRate { get; init; } = 16_000;

    /// <summary>Longest time of one attempt.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Calls at the same time.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Whether the name in <see cref="BaseUrl"/> may stand for a private address.</summary>
    public bool PrivateNetwork { get; init; }

    /// <summary>Null where none is configured.</summary>
    public VendorKey? Key { get; init; }

    /// <summary>Whether the service is on this machine or in a private network by its address: it may do without key and TLS.</summary>
    public bool IsLocal => PrivateNetwork || PrivateAddresses.IsPrivateHost(BaseUrl);

    /// <summary>Whether a key is configured, or none is needed.</summary>
    public bool IsUsable => Key is not null || IsLocal;

    /// <summary>Where the key is expected.</summary>
    public string KeyVariable => $"SpeechScoop__Vendors__{Name}__ApiKey";

    /// <summary>The recognizer's id.</summary>
    public string RecognizerId => $"vendor:{Name}";

    /// <summary>The synthesizer's id.</summary>
    public string SynthesizerId => $"vendor:{Name}/speech";
}
