namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>The output symbols of one CTC head, in index order: phones or characters, a word boundary and the blank.</summary>
public sealed class SymbolTable
{
    /// <summary>How a token file writes the CTC blank.</summary>
    public const string BlankSymbol = "<blank>";

    /// <summary>How a token file writes the boundary between words.</summary>
    public const string BoundarySymbol = "|";

    private readonly Dictionary<string, int> indices;

    private SymbolTable(string[] symbols, Dictionary<string, int> indices)
    {
        Symbols = symbols;
        this.indices = indices;
        Blank = indices[BlankSymbol];
        Boundary = indices[BoundarySymbol];
    }

    /// <summary>The symbols in index order.</summary>
    public IReadOnlyList<string> Symbols { get; }

    /// <summary>Index of the blank.</summary>
    public int Blank { get; }

    /// <summary>Index of the word boundary.</summary>
    public int Boundary { get; }

    /// <summary>Number of symbols: the width of the head.</summary>
    public int Count => Symbols.Count;

    /// <summary>Index of a symbol, or −1.</summary>
    public int IndexOf(string symbol) => indices.GetValueOrDefault(symbol, -1);

    /// <summary>Reads a token file: one symbol a line, in index order; <c>&lt;blank&gt;</c> and <c>|</c> must be among them.</summary>
    public static Result<SymbolTable> Parse(IEnumerable<string> lines)
    {
        var symbols = lines.Select(line => line.Trim()).ToArray();
        var count = Array.FindLastIndex(symbols, symbol => symbol.Length > 0) + 1;
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < count; index++)
        {
            if (symbols[index].Length == 0 || !indices.TryAdd(symbols[index], index))
            {
                return new Error.Invalid("tokens-invalid",
                    $"Line {index + 1} of the token file is empty or repeats '{symbols[index]}'; write every symbol once, one a line.");
            }
        }

        return !indices.ContainsKey(BlankSymbol) || !indices.ContainsKey(BoundarySymbol)
            ? new Error.Invalid("tokens-invalid",
                $"The token file must name the blank ({BlankSymbol}) and the word boundary ({BoundarySymbol}), each on a line of its own.")
            : new SymbolTable(symbols[..count], indices);
    }
}
