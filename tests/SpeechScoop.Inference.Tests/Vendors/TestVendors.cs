using System.Collections;
using SpeechScoop.Audio;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Inference.Vendors;
using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Inference.Vendors.Settings;

namespace SpeechScoop.Tests.Vendors;

/// <summary>Vendors as tests configure them: by environment, without waits.</summary>
internal static class TestVendors
{
    public const string Key = "sk-test-5up3rS3cretKey9876543210";

    public static VendorLimits Quick { get; } = new()
    {
        FirstWait = TimeSpan.FromMilliseconds(5), LongestWait = TimeSpan.FromMilliseconds(300), FirstPoll = TimeSpan.FromMilliseconds(5), LongestPoll = TimeSpan.FromMilliseconds(20),
    };

    /// <summary>Half a second of a quiet tone at 44.1 kHz in stereo.</summary>
    public static AudioClip Clip { get; } = new(44_100, Tone(), Tone());

    public static VendorConfiguration Configure(params (string Name, string Value)[] settings)
    {
        var environment = new Hashtable();
        foreach (var (name, value) in settings) environment[$"SpeechScoop__Vendors__acme__{name}"] = value;
        return VendorSettingsReader.Read("/nowhere/vendors.json", environment);
    }

    public static VendorCatalog Catalog(string kind, string address, VendorLimits? limits, params (string Name, string Value)[] more)
    {
        var configuration = Configure([("Kind", kind), ("BaseUrl", address), ("Model", "m-1"), ("ApiKey", Key), .. more]);
        Assert.Empty(configuration.Problems);
        return new VendorCatalog(configuration, limits ?? Quick);
    }

    /// <summary>Has the clip written down by a vendor of one kind.</summary>
    public static async Task<Result<Transcript>> TranscribeAsync(this VendorServer server, string kind, VendorLimits? limits = null, params (string Name, string Value)[] more)
    {
        using var catalog = Catalog(kind, server.Address, limits, more);
        return await catalog.Get<IRecognizer>("vendor:acme").Value.RecognizeAsync(Clip);
    }

    /// <summary>Has a text spoken by a vendor of one kind.</summary>
    public static async Task<Result<SynthesizedSpeech>> SpeakAsync(this VendorServer server, string kind, SynthesisRequest request, params (string Name, string Value)[] more)
    {
        using var catalog = Catalog(kind, server.Address, null, [("Tasks", "synthesizer"), ("Voice", "v/1"), .. more]);
        return await catalog.Get<ISynthesizer>("vendor:acme").Value.SynthesizeAsync(request);
    }

    private static float[] Tone() => [.. Enumerable.Range(0, 22_050).Select(i => 0.1f * MathF.Sin(0.05f * i))];
}
