using System.Text;

namespace SpeechScoop.Inference.Packs;

/// <summary>Reads a list of symbols: UTF-8, one a line, in index order.</summary>
public static class SymbolList
{
    private const int MaxBytes = 4 << 20;

    /// <summary>Reads a list. A line may hold a space or nothing else; only line ends are removed, and an empty last line.</summary>
    /// <returns><c>symbols-unreadable</c> for a file that is missing, too long, not UTF-8, or lists a symbol twice.</returns>
    public static Result<IReadOnlyList<string>> Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (new FileInfo(path).Length > MaxBytes) return Invalid(name, $"is longer than {MaxBytes} bytes");
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
            var symbols = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
            if (symbols[^1].Length == 0) symbols.RemoveAt(symbols.Count - 1);
            var twice = symbols.GroupBy(symbol => symbol, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
            if (twice is not null) return Invalid(name, $"lists the symbol '{twice}' twice");
            return symbols.Count > 0 ? symbols : Invalid(name, "is empty");
        }
        catch (ArgumentException)
        {
            return Invalid(name, "is not UTF-8");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Invalid(name, $"cannot be read: {failure.Message}");
        }
    }

    private static Error.Invalid Invalid(string name, string why) => new("symbols-unreadable", $"{name} {why}.");
}
