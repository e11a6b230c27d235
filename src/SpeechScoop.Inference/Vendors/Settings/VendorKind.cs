namespace SpeechScoop.Inference.Vendors.Settings;

/// <summary>Whose requests and answers a service speaks.</summary>
public enum VendorKind
{
    /// <summary>OpenAI's, and what copies it: Groq, Mistral, vLLM, speaches, LiteLLM and many local servers.</summary>
    OpenAI,

    /// <summary>Deepgram: POST /v1/listen.</summary>
    Deepgram,

    /// <summary>ElevenLabs: speech-to-text and text-to-speech.</summary>
    ElevenLabs,

    /// <summary>AssemblyAI: upload, transcript, poll.</summary>
    AssemblyAI,
}

/// <summary>What is known of a kind before anything is configured.</summary>
internal static class VendorKinds
{
    /// <summary>The vendor's own address.</summary>
    public static string BaseUrl(this VendorKind kind) => kind switch
    {
        VendorKind.OpenAI => "https://api.openai.com",
        VendorKind.Deepgram => "https://api.deepgram.com",
        VendorKind.ElevenLabs => "https://api.elevenlabs.io",
        VendorKind.AssemblyAI => "https://api.assemblyai.com",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether this client can have text spoken there.</summary>
    public static bool Speaks(this VendorKind kind) => kind is VendorKind.OpenAI or VendorKind.ElevenLabs;

    /// <summary>Whether its requests must name a model.</summary>
    public static bool NeedsModel(this VendorKind kind) => kind is VendorKind.OpenAI or VendorKind.ElevenLabs;

    /// <summary>The kind's name in settings.</summary>
    public static string Name(this VendorKind kind) => kind.ToString().ToLowerInvariant();
}
