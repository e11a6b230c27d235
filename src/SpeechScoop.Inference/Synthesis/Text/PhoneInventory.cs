namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>The symbols a voice was trained on, in index order: four pauses and the phones.</summary>
public sealed class PhoneInventory
{
    /// <summary>The pause a sentence begins with.</summary>
    public const string StartPause = "pau";

    /// <summary>A pause at a comma.</summary>
    public const string InnerPause = "pau,";

    /// <summary>The pause a statement ends with.</summary>
    public const string EndPause = "pau.";

    /// <summary>The pause a question ends with.</summary>
    public const string QuestionPause = "pau?";

    private static readonly string[] Pauses = [StartPause, InnerPause, EndPause, QuestionPause];

    private readonly Dictionary<string, long> numbers;

    private PhoneInventory(Dictionary<string, long> numbers) => this.numbers = numbers;

    /// <summary>How many symbols there are.</summary>
    public int Count => numbers.Count;

    /// <summary>A symbol's index.</summary>
    /// <exception cref="KeyNotFoundException">The symbol is not in the inventory; ask <see cref="Contains"/> first.</exception>
    public long this[string symbol] => numbers[symbol];

    /// <summary>Whether the voice knows a symbol.</summary>
    public bool Contains(string symbol) => numbers.ContainsKey(symbol);

    /// <summary>Reads one symbol a line; all four pauses must be there and nothing twice.</summary>
    public static Result<PhoneInventory> Parse(IEnumerable<string> lines)
    {
        var numbers = new Dictionary<string, long>();
        foreach (var symbol in lines.Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (!numbers.TryAdd(symbol, numbers.Count))
                return new Error.Invalid("voice-symbols", $"The symbols file lists \"{symbol}\" twice; each line must be another symbol.");
        }
        var missing = Pauses.Where(pause => !numbers.ContainsKey(pause)).ToList();
        return missing.Count > 0
            ? new Error.Invalid("voice-symbols", $"The symbols file lacks {string.Join(" and ", missing.Select(p => $"\"{p}\""))}.")
            : new PhoneInventory(numbers);
    }
}
