using System.Text.Json;
using SpeechScoop.Recognition.Costs;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Vendors;

/// <summary>The prices that the user keeps in <c>prices.json</c> of the data folder. No price ships: they change, and each has a source and a day.</summary>
internal sealed class PriceList(SpeechScoopOptions options)
{
    private const string VendorPrefix = "vendor:";

    private const int MostPrices = 500, LargestFile = 1 << 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true };

    private readonly Lock writing = new();

    /// <summary>The shape of an entry, for a list that is still empty: it has no price, so that nothing is computed with it.</summary>
    public static Price Example { get; } = new() { Vendor = "example", PerMinute = null, GranularitySeconds = 1, MinimumSeconds = 0, MinimumCharge = 0, Currency = "EUR" };

    /// <summary>The price of a system: under its id, else under its vendor's name; null where none was entered.</summary>
    public static Price? Of(IReadOnlyList<Price> prices, string systemId) =>
        prices.FirstOrDefault(price => price.Vendor == systemId)
        ?? (systemId.StartsWith(VendorPrefix, StringComparison.Ordinal) ? prices.FirstOrDefault(price => price.Vendor == systemId[VendorPrefix.Length..]) : null);

    private string Path => System.IO.Path.Combine(options.DataPath, "prices.json");

    /// <summary>All prices; the example alone while none was saved.</summary>
    public Result<IReadOnlyList<Price>> Read()
    {
        try
        {
            var file = new FileInfo(Path);
            if (!file.Exists) return Result<IReadOnlyList<Price>>.Ok([Example]);
            if (file.Length > LargestFile) return Unreadable("is too large");
            using var stream = file.OpenRead();
            return JsonSerializer.Deserialize<PriceFile>(stream, Json) is { Prices: { } prices } ? Check(prices) : Unreadable("holds no list \"prices\"");
        }
        catch (JsonException exception)
        {
            return Unreadable($"is not what it should be at {exception.Path ?? "its beginning"}, line {exception.LineNumber + 1}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unreadable($"cannot be read ({exception.Message})");
        }
    }

    /// <summary>Replaces all prices.</summary>
    public Result<IReadOnlyList<Price>> Save(IReadOnlyList<Price> prices)
    {
        if (!Check(prices).TryGet(out var right, out var error)) return error;
        try
        {
            lock (writing)
            {
                Directory.CreateDirectory(options.DataPath);
                File.WriteAllBytes($"{Path}.new", JsonSerializer.SerializeToUtf8Bytes(new PriceFile(right), Json));
                File.Move($"{Path}.new", Path, overwrite: true);
            }
            return Result<IReadOnlyList<Price>>.Ok(right);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error.Unavailable("prices-not-writable", $"{Path} cannot be written: {exception.Message} Mend the folder's permissions and save again.");
        }
    }

    private static Result<IReadOnlyList<Price>> Check(IReadOnlyList<Price> prices)
    {
        if (prices.Count > MostPrices) return new Error.Invalid("too-many-prices", $"There are {prices.Count} prices; up to {MostPrices} are kept.");
        if (prices.Any(price => price is null)) return new Error.Invalid("price-invalid", "One price is null. Leave it out.");
        if (prices.Select(price => price.Check()).FirstOrDefault(problem => problem is not null) is { } wrong) return wrong;
        if (prices.GroupBy(price => price.Vendor, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return new Error.Invalid("price-twice", $"\"{twice.Key}\" has {twice.Count()} prices. Give each its own name; a vendor of several models can be named by its system's id.");
        return Result<IReadOnlyList<Price>>.Ok(prices);
    }

    private Error.Invalid Unreadable(string what) => new("prices-unreadable", $"{Path} {what}. Mend it, or remove it and enter the prices on the page Vendors.");
}

/// <summary>The file, and the API's form of it.</summary>
internal sealed record PriceFile(IReadOnlyList<Price> Prices);
