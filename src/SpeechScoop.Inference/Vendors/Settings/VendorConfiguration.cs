namespace SpeechScoop.Inference.Vendors.Settings;

/// <summary>What was configured.</summary>
/// <param name="Vendors">Those that are right, ordered by name; their keys may be missing.</param>
/// <param name="Problems">What is wrong with the others, or with the file.</param>
public sealed record VendorConfiguration(IReadOnlyList<VendorSettings> Vendors, IReadOnlyList<VendorProblem> Problems)
{
    public static VendorConfiguration None { get; } = new([], []);

    /// <summary>The name of a vendor whose whole key stands in a file; null where none does.</summary>
    public string? KeyIn(ReadOnlySpan<byte> content)
    {
        foreach (var vendor in Vendors)
            if (vendor.Key?.StandsIn(content) == true) return vendor.Name;
        return null;
    }

    /// <summary>Text with every vendor's whole key taken out.</summary>
    public string WithoutKeys(string text) => Vendors.Aggregate(text, (rest, vendor) => vendor.Key?.RemoveWholeFrom(rest) ?? rest);
}

/// <summary>Something wrong in the settings.</summary>
/// <param name="Name">The vendor's name; the file's where the whole file is refused.</param>
/// <param name="Message">What is wrong and the cure; never a key.</param>
public sealed record VendorProblem(string Name, string Message);
