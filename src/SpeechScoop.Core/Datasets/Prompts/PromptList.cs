namespace SpeechScoop.Datasets;

/// <summary>Prompts that come with the application.</summary>
/// <param name="Prompts">The texts, and what each is a case of, where the list says so.</param>
public sealed record PromptList(string Id, string Title, string Description, IReadOnlyList<(string Text, string? Case)> Prompts)
{
    /// <summary>All lists.</summary>
    public static IReadOnlyList<PromptList> All { get; } =
    [
        Read("hard-cases", "Hard cases", "Numbers, dates, names, abbreviations, homographs, repeated words, tongue twisters, very short and very long sentences: where synthesizers fail."),
        Read("harvard", "Harvard sentences", "Fifty phonetically balanced sentences (IEEE Recommended Practice for Speech Quality Measurements, 1969)."),
    ];

    /// <summary>The rows of this list; what each is a case of becomes the attribute <c>case</c>.</summary>
    public DraftRows Rows() => new(
        [.. Prompts.Select((prompt, index) => new DraftRow
        {
            Place = $"{Id}, line {index + 1}",
            Text = prompt.Text,
            Language = "en",
            Attributes = prompt.Case is null ? DraftRow.NoAttributes : new Dictionary<string, string> { ["case"] = prompt.Case },
        })], [], []);

    private static PromptList Read(string id, string title, string description)
    {
        using var stream = typeof(PromptList).Assembly.GetManifestResourceStream($"Prompts.{id}")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new PromptList(id, title, description, [.. lines.Select(line => line.Split('\t') is [var name, var text] ? (text, (string?)name) : (line, null))]);
    }
}
