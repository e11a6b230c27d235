namespace SpeechScoop.Benchmarks.Recognition;

/// <summary>10,000 seeded utterances of about 17.5 words (some with numbers, contractions, punctuation), 50 speakers, and two systems' hypotheses with about 12 % and 14 % errors.</summary>
internal static class SyntheticTranscripts
{
    public const int Utterances = 10_000;

    private static readonly string[] Marked = ["don't", "it's", "Mr.", "twenty", "five", "hundred", "colour", "$5", "10%", "uh", "they've", "first", "1,000", "e-mail", "and", "o'clock"];

    public static IReadOnlyList<string> References { get; } = MakeReferences();

    public static IReadOnlyList<string> SystemA { get; } = Disturb(1, 0.119);

    public static IReadOnlyList<string> SystemB { get; } = Disturb(2, 0.137);

    private static List<string> MakeReferences()
    {
        var random = new Random(20261125);
        var words = Enumerable.Range(0, 8000).Select(_ => new string([.. Enumerable.Range(0, random.Next(2, 10)).Select(_ => (char)('a' + random.Next(26)))])).ToArray();
        return [.. Enumerable.Range(0, Utterances).Select(_ => Sentence(random, words))];
    }

    private static string Sentence(Random random, string[] words)
    {
        // Few words are most of a text: a power makes low ranks likely.
        var text = string.Join(' ', Enumerable.Range(0, random.Next(5, 31)).Select(_ =>
            random.NextDouble() < 0.08 ? Marked[random.Next(Marked.Length)] : words[(int)(words.Length * Math.Pow(random.NextDouble(), 3))]));
        return char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }

    private static List<string> Disturb(int seed, double rate)
    {
        var random = new Random(seed);
        return [.. References.Select(reference => string.Join(' ', reference.Split(' ').SelectMany(word => random.NextDouble() >= rate ? [word] : random.Next(5) switch
        {
            0 => Array.Empty<string>(),
            1 => [word, "the"],
            _ => [word + "s"],
        })))];
    }
}
