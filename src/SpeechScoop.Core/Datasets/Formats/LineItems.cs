namespace SpeechScoop.Datasets.Formats;

/// <summary>Plain text with a prompt a line.</summary>
internal sealed class LineItems : IDatasetFormat
{
    public string Title => "one prompt a line";

    public bool Fits(string fileName, string text, bool hasRecordings) => !hasRecordings && fileName.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    public DraftRows Read(string fileName, string text)
    {
        var rows = new List<DraftRow>();
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            var line = text.AsSpan()[range].Trim();
            if (!line.IsEmpty) rows.Add(new DraftRow { Place = $"{fileName}, line {number}", Text = line.ToString().Replace('\t', ' ') });
        }
        return new(rows, [], []);
    }
}
