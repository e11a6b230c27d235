using System.Text.Json.Nodes;

namespace SpeechScoop.Inference.Vendors.Settings;

/// <summary>Checks a vendor's settings and fills in what they leave open.</summary>
internal static class VendorSettingsCheck
{
    private const int LongestName = 40;

    private static readonly string[] SecretNames = ["apikey", "key", "token", "accesstoken", "authorization", "secret", "password", "xapikey"];

    public static Result<VendorSettings> Check(string name, VendorSection section)
    {
        if (name.Length > LongestName || !name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '_'))
            return Wrong(name, $"has a name that ids cannot hold. Use up to {LongestName} lower-case letters, digits, - and _");
        if (!Enum.GetValues<VendorKind>().Any(known => known.Name() == section.Kind?.ToLowerInvariant()))
            return Wrong(name, $"{(section.Kind is null ? "has no kind" : $"is of the kind \"{section.Kind}\"")}. Set kind to one of {string.Join(", ", Enum.GetValues<VendorKind>().Select(known => known.Name()))}");
        var kind = Enum.Parse<VendorKind>(section.Kind!, ignoreCase: true);
        var tasks = section.Tasks is { Count: > 0 } given ? [.. given] : new[] { "recognizer" };
        if (tasks.FirstOrDefault(task => task is not ("recognizer" or "synthesizer")) is { } odd) return Wrong(name, $"has the task \"{odd}\". There are recognizer and synthesizer");
        var (recognizes, speaks) = (tasks.Contains("recognizer"), tasks.Contains("synthesizer"));
        if (speaks && !kind.Speaks()) return Wrong(name, $"of the kind {kind.Name()} cannot speak here. Leave synthesizer out of its tasks");
        if (!CheckUrl(name, section, kind).TryGet(out var url, out var error)) return error;
        var model = section.Model ?? "";
        if (recognizes && model is "" && kind.NeedsModel()) return Wrong(name, "names no model. Set model as the vendor calls it");
        var speechModel = section.SpeechModel ?? (recognizes ? "" : model);
        if (speaks && speechModel is "") return Wrong(name, "names no model that speaks. Set speechModel");
        if (speaks && string.IsNullOrWhiteSpace(section.Voice)) return Wrong(name, "names no voice. Set voice as the vendor calls it");
        if (section.TimeoutSeconds is not (null or (>= 1 and <= 3600))) return Wrong(name, "has a timeoutSeconds outside 1 to 3600");
        if (section.Concurrency is not (null or (>= 1 and <= 64))) return Wrong(name, "has a concurrency outside 1 to 64");
        if (section.SampleRate is not (null or (>= 8000 and <= 48_000))) return Wrong(name, "has a sampleRate outside 8000 to 48000");
        foreach (var field in new[] { section.Fields, section.SpeechFields }.SelectMany(fields => fields ?? []))
            if (SecretNames.Contains(field.Key.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()))
                return Wrong(name, $"has a field \"{field.Key}\", which looks like a key; fields are shown and stored. Set apiKey instead");
        var key = section.ApiKey?.Trim();
        if (key?.Any(character => character is <= ' ' or > '~') == true) return Wrong(name, "has a key with characters that no header can hold. Copy it again");
        return new VendorSettings
        {
            Name = name,
            Kind = kind,
            Title = string.IsNullOrWhiteSpace(section.Title) ? $"{name} {(recognizes ? model : speechModel)}".Trim() : section.Title.Trim(),
            Recognizes = recognizes,
            Speaks = speaks,
            BaseUrl = url,
            Model = model,
            SpeechModel = speechModel,
            Voice = section.Voice?.Trim() ?? "",
            Language = section.Language?.Trim() ?? "",
            Fields = (JsonObject?)section.Fields?.DeepClone() ?? [],
            SpeechFields = (JsonObject?)section.SpeechFields?.DeepClone() ?? [],
            Stream = section.Stream && kind is VendorKind.OpenAI,
            SampleRate = section.SampleRate ?? 16_000,
            Timeout = TimeSpan.FromSeconds(section.TimeoutSeconds ?? 120),
            Concurrency = section.Concurrency ?? 4,
            PrivateNetwork = section.PrivateNetwork,
            Key = string.IsNullOrEmpty(key) ? null : new VendorKey(key),
        };
    }

    private static Result<Uri> CheckUrl(string name, VendorSection section, VendorKind kind)
    {
        if (!Uri.TryCreate(section.BaseUrl ?? kind.BaseUrl(), UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.Host is "")
            return Wrong(name, "has a baseUrl that is no http or https address");
        // Not quoted: it may hold a password.
        if (url.UserInfo is not "" || url.Query is not "" || url.Fragment is not "") return Wrong(name, "has a baseUrl with more than host, port and path. Set a key as apiKey and other parameters as fields");
        if (url.Scheme is "http" && !section.PrivateNetwork && !PrivateAddresses.IsPrivateHost(url))
            return Wrong(name, $"would send audio and key unencrypted to {url.Host}. Use https, or set privateNetwork to true where the host is in your own network");
        return url;
    }

    private static Error.Invalid Wrong(string name, string what) => new("vendor-setting", $"The vendor \"{name}\" {what}.");
}
