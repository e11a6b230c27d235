using System.Text.Json;

namespace SpeechScoop.Inference.Vendors.Settings;

/// <summary>A vendor's key. It is given to requests only: its text form, and so what logs and serializers make of it, is a row of stars.</summary>
public sealed class VendorKey
{
    /// <summary>Common runs of at least this length count as the key's.</summary>
    private const int TellingRun = 8;

    private readonly string value;
    private readonly string[] forms;

    public VendorKey(string value)
    {
        this.value = value;
        // As it is, as JSON may escape it, and as addresses do.
        forms = [.. new[] { value, value.Replace("/", "\\/", StringComparison.Ordinal), JsonEncodedText.Encode(value).ToString(), Uri.EscapeDataString(value) }.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The key itself, for a request's header.</summary>
    internal string Reveal() => value;

    /// <summary>Text from a vendor with the key, and every part of it of eight characters and more, taken out: some repeat it in their messages.</summary>
    internal string RemoveFrom(string text)
    {
        if (value.Length < TellingRun) return value.Length < 4 ? text : text.Replace(value, "[key]", StringComparison.Ordinal);
        for (var at = 0; at + TellingRun <= text.Length; at++)
        {
            var length = TellingRun;
            if (!value.Contains(text.Substring(at, length), StringComparison.Ordinal)) continue;
            while (at + length < text.Length && value.Contains(text.Substring(at, length + 1), StringComparison.Ordinal)) length++;
            text = $"{text[..at]}[key]{text[(at + length)..]}";
            at += "[key]".Length - 1;
        }
        return text;
    }

    /// <summary>A long answer with the whole key taken out, also where it is escaped.</summary>
    internal string RemoveWholeFrom(string text) => value.Length < 4 ? text : forms.Aggregate(text, (cleaned, form) => cleaned.Replace(form, "[key]", StringComparison.Ordinal));

    /// <summary>Whether the whole key stands in a file of UTF-8; keys of fewer than four characters would be found everywhere.</summary>
    internal bool StandsIn(ReadOnlySpan<byte> content) => value.Length >= 4 && content.IndexOf(System.Text.Encoding.UTF8.GetBytes(value)) >= 0;

    public override string ToString() => "********";
}
