namespace SpeechScoop.Recognition.Costs;

/// <summary>What a vendor asks for transcription, as its price list says.</summary>
public sealed record Price
{
    /// <summary>The vendor's name in the settings (<c>groq</c>), or a system's id (<c>import:acme</c>).</summary>
    public required string Vendor { get; init; }

    /// <summary>For a minute of audio, in <see cref="Currency"/>; null while it is not known: then nothing is computed.</summary>
    public decimal? PerMinute { get; init; }

    /// <summary>A recording's length is rounded up to a multiple of these seconds; 0 for none (billed as it is).</summary>
    public decimal GranularitySeconds { get; init; } = 1;

    /// <summary>A recording is billed as if it had at least these seconds.</summary>
    public decimal MinimumSeconds { get; init; }

    /// <summary>A recording costs at least this, in <see cref="Currency"/>.</summary>
    public decimal MinimumCharge { get; init; }

    /// <summary>Three letters (ISO 4217), such as <c>EUR</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Address of the price list.</summary>
    public string Source { get; init; } = "";

    /// <summary>When it was read there.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public Error.Invalid? Check()
    {
        if (string.IsNullOrWhiteSpace(Vendor) || Vendor.Length > 100) return Wrong("names no vendor of 1 to 100 characters");
        if (PerMinute is < 0 or > 10_000) return Wrong("has a perMinute outside 0 to 10,000");
        if (GranularitySeconds is < 0 or > 3600) return Wrong("has a granularitySeconds outside 0 to 3600");
        if (MinimumSeconds is < 0 or > 3600) return Wrong("has a minimumSeconds outside 0 to 3600");
        if (MinimumCharge is < 0 or > 10_000) return Wrong("has a minimumCharge outside 0 to 10,000");
        if (Currency is not { Length: 3 } || !Currency.All(char.IsAsciiLetterUpper)) return Wrong("needs a currency of three capitals, such as EUR");
        if (Source is null || (Source is not "" && (Source.Length > 500 || !Uri.TryCreate(Source, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")))) return Wrong("has a source that is no web address");
        return null;
    }

    private Error.Invalid Wrong(string what) => new("price-invalid", $"The price of \"{Vendor}\" {what}.");
}
