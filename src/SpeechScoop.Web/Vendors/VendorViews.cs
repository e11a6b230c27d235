using SpeechScoop.Inference.Vendors;
using SpeechScoop.Inference.Vendors.Settings;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.Vendors;

/// <summary>The vendors of this server.</summary>
/// <param name="SettingsFile">Where their settings may stand.</param>
/// <param name="Problems">What is wrong with settings that are not used.</param>
internal sealed record VendorsView(string SettingsFile, IReadOnlyList<VendorView> Vendors, IReadOnlyList<VendorProblem> Problems);

/// <summary>A vendor as pages see it; its key never is part of it.</summary>
/// <param name="Kind">openai, deepgram, elevenlabs or assemblyai.</param>
/// <param name="Host">The only host that is called for it.</param>
/// <param name="HasKey">Whether a key is configured.</param>
/// <param name="KeyVariable">The environment variable in which a key is looked for.</param>
/// <param name="IsUsable">Whether it has a key, or needs none.</param>
internal sealed record VendorView(
    string Name, string Title, string Kind, string Host, bool HasKey, string KeyVariable, bool IsUsable, bool Streams, string Language, double TimeoutSeconds, int Concurrency, IReadOnlyList<VendorSystemView> Systems)
{
    public static VendorView Of(VendorSettings vendor, VendorCatalog catalog, SystemAppearance appearance) => new(
        vendor.Name, vendor.Title, vendor.Kind.ToString().ToLowerInvariant(), vendor.BaseUrl.Authority, vendor.Key is not null, vendor.KeyVariable, vendor.IsUsable, vendor.Stream, vendor.Language,
        vendor.Timeout.TotalSeconds, vendor.Concurrency,
        [.. catalog.Systems.Where(system => system.Id == vendor.RecognizerId || system.Id == vendor.SynthesizerId)
            .Select(system => new VendorSystemView(system.Id, system.Kind.ToString().ToLowerInvariant(), system.PackVersion, appearance.ColourOf(system.Id)))]);
}

/// <summary>What a vendor does.</summary>
internal sealed record VendorSystemView(string Id, string Kind, string Model, int Colour);

/// <summary>A call that was made to see whether a vendor answers.</summary>
/// <param name="Problem">Why it failed; null where it did not.</param>
/// <param name="Text">What a recognizer heard in the test sound; normally nothing.</param>
/// <param name="AudioSeconds">How long a synthesizer spoke.</param>
/// <param name="Seconds">Time of the successful attempt.</param>
internal sealed record VendorTestView(string SystemId, string? Problem, string? Text = null, double? AudioSeconds = null, double? Seconds = null, int? Attempts = null);
