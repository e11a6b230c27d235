namespace SpeechScoop.Web.Systems;

/// <summary>A closed word list that a recognizer can be limited to with one click.</summary>
internal sealed record WordList(string Id, string Title, IReadOnlyList<string> Words);

/// <summary>The ready-made lists: text files beside this one, a word a line.</summary>
internal static class WordLists
{
    public static IReadOnlyList<WordList> All { get; } = [Read("digits", "Digits"), Read("commands", "Commands and numbers")];

    private static WordList Read(string id, string title)
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream($"WordLists.{id}.txt")!;
        using var reader = new StreamReader(stream);
        return new WordList(id, title, reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
