using System.Numerics;
using System.Text;

namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>
/// Words numbered in order of arrival, found again by their UTF-8 bytes. Reading a lexicon and a language model looks up
/// more than a million words; this does it without making a string of any of them.
/// </summary>
internal sealed class Utf8WordIndex
{
    private byte[] text;
    private int[] starts;
    private int[] slots;
    private int used;

    public Utf8WordIndex(int expectedWords = 1024)
    {
        text = new byte[expectedWords * 8];
        starts = new int[expectedWords + 1];
        slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)expectedWords * 2)];
    }

    public int Count => used;

    /// <summary>The word with this number.</summary>
    public string this[int word] => Encoding.UTF8.GetString(Bytes(word));

    public ReadOnlySpan<byte> Bytes(int word) => text.AsSpan(starts[word], starts[word + 1] - starts[word]);

    /// <summary>Number of a word, or −1.</summary>
    public int Find(ReadOnlySpan<byte> word)
    {
        for (var slot = Hash(word); ; slot++)
        {
            var found = slots[slot & (slots.Length - 1)] - 1;
            if (found < 0 || Bytes(found).SequenceEqual(word)) return found;
        }
    }

    /// <summary>Number of a word, or −1.</summary>
    public int Find(string word) => Find(Encoding.UTF8.GetBytes(word));

    /// <summary>Number of a word, taken in if it is new.</summary>
    public int Add(ReadOnlySpan<byte> word)
    {
        var found = Find(word);
        if (found >= 0) return found;
        var start = starts[used];
        while (start + word.Length > text.Length) Array.Resize(ref text, text.Length * 2);
        if (used + 2 > starts.Length) Array.Resize(ref starts, starts.Length * 2);
        word.CopyTo(text.AsSpan(start));
        starts[++used] = start + word.Length;
        if (used * 2 > slots.Length)
        {
            slots = new int[slots.Length * 2];
            for (var known = 0; known < used - 1; known++) Place(known);
        }

        Place(used - 1);
        return used - 1;
    }

    private void Place(int word)
    {
        var slot = Hash(Bytes(word));
        while (slots[slot & (slots.Length - 1)] != 0) slot++;
        slots[slot & (slots.Length - 1)] = word + 1;
    }

    // FNV-1a: words are short.
    private static int Hash(ReadOnlySpan<byte> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word) hash = (hash ^ letter) * 16777619u;
        return (int)((hash ^ (hash >> 15)) & 0x3fffffff);
    }
}
