using SpeechScoop.ListeningTests;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>A table with a header, cells apart by commas, semicolons or tabs: the names of <see cref="NamedTranscript"/>.</summary>
internal sealed class Table : ITranscriptFormat
{
    public string Id => "csv";

    public string Title => "table (CSV or TSV)";

    public IReadOnlyList<string> Extensions => [".csv", ".tsv"];

    public bool Fits(TranscriptReading reading) =>
        reading.Sample(1) is [var header, ..] && header.Split(',', ';', '\t').Select(name => NamedTranscript.Meaning(name.Trim('"', ' '))).ToArray() is { Length: > 1 } meanings
        && meanings.Any(meaning => meaning is "key" or "audio") && meanings.Any(meaning => meaning is "text" or "prediction");

    public void Read(TranscriptReading reading)
    {
        // Lines that are too long are problems before cells are looked for.
        foreach (var _ in reading.Lines()) { }
        if (reading.Problems.Count > 0) return;
        if (!CsvTable.Read(reading.Text).TryGet(out var table, out var error))
        {
            reading.Problem(CsvLine(error.Message), error.Message, "Export the table again.");
            return;
        }
        foreach (var (line, cells) in table.Rows)
        {
            if (reading.IsFull) return;
            NamedTranscript.Add(reading, line, table.Header.Zip(cells, (name, cell) => (name, (string?)cell)));
        }
    }

    /// <summary>The line that a message of the table reader names.</summary>
    private static int CsvLine(string message)
    {
        var words = message.Split(' ');
        var at = Array.FindIndex(words, word => word is "Line" or "line");
        return at >= 0 && at + 1 < words.Length && int.TryParse(words[at + 1], out var line) ? line : 1;
    }
}
