using System.Text.Json;

namespace SpeechScoop.Datasets.Formats;

/// <summary>
/// A JSON object a line, or one list of objects: the manifests of NeMo (<c>audio_filepath</c>, <c>duration</c>, <c>offset</c>, <c>text</c>) and Hugging Face
/// (<c>file_name</c>, <c>transcription</c>), and any with the names of <see cref="TableItems"/>. Every other member is an attribute.
/// </summary>
internal sealed class JsonItems : IDatasetFormat
{
    private const int LongestLine = 1_000_000;

    public string Title => "JSON lines";

    public bool Fits(string fileName, string text, bool hasRecordings) =>
        fileName.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase)
        || (fileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && text.AsSpan().TrimStart() is ['{' or '[', ..]);

    public DraftRows Read(string fileName, string text)
    {
        var (rows, problems, leftOut) = (new List<DraftRow>(), new List<DatasetProblem>(), new SortedSet<string>(StringComparer.Ordinal));
        if (text.AsSpan().TrimStart() is ['[', ..]) ReadList(fileName, text, rows, problems, leftOut);
        else ReadLines(fileName, text, rows, problems, leftOut);
        if (rows.Count == 0 && problems.Count == 0) problems.Add(new(fileName, "The file holds no items. Export it again."));
        return new(rows, problems, leftOut.Count == 0 ? [] : [$"{fileName}: {string.Join(", ", leftOut)} {(leftOut.Count == 1 ? "is" : "are")} left out: attributes are texts, numbers and truth values."]);
    }

    private static void ReadList(string fileName, string text, List<DraftRow> rows, List<DatasetProblem> problems, SortedSet<string> leftOut)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var number = 0;
            foreach (var element in document.RootElement.EnumerateArray()) Add($"{fileName}, entry {++number}", element, rows, problems, leftOut);
        }
        catch (JsonException exception)
        {
            problems.Add(new($"{fileName}, line {exception.LineNumber + 1}", $"This is not JSON ({Reason(exception)}). Mend it, or export the file again."));
        }
    }

    private static void ReadLines(string fileName, string text, List<DraftRow> rows, List<DatasetProblem> problems, SortedSet<string> leftOut)
    {
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            var line = text.AsMemory()[range].Trim();
            if (line.IsEmpty) continue;
            var place = $"{fileName}, line {number}";
            if (line.Length > LongestLine)
            {
                problems.Add(new(place, $"The line has {line.Length} characters; up to {LongestLine} are read. It may be another kind of file."));
                continue;
            }
            try
            {
                using var document = JsonDocument.Parse(line);
                Add(place, document.RootElement, rows, problems, leftOut);
            }
            catch (JsonException exception)
            {
                problems.Add(new(place, $"This is not a JSON object ({Reason(exception)}). Each line must be one."));
            }
        }
    }

    private static void Add(string place, JsonElement element, List<DraftRow> rows, List<DatasetProblem> problems, SortedSet<string> leftOut)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            problems.Add(new(place, "This is not a JSON object. Each item must be one, such as {\"file\": \"a.wav\", \"text\": \"…\"}."));
            return;
        }
        var members = element.EnumerateObject().ToArray();
        if (!NamedCells.AreEnough(members.Select(member => member.Name)))
        {
            problems.Add(new(place, "The object has neither key nor file nor text. Name what the item is."));
            return;
        }
        rows.Add(NamedCells.Row(place, members.Select(member => (member.Name, Value(member, leftOut))), problems));
    }

    private static string? Value(JsonProperty member, SortedSet<string> leftOut)
    {
        switch (member.Value.ValueKind)
        {
            case JsonValueKind.String:
                return member.Value.GetString();
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return member.Value.GetRawText();
            case JsonValueKind.Object when member.NameEquals("audio") && member.Value.TryGetProperty("path", out var path) && path.ValueKind is JsonValueKind.String:
                return path.GetString();
            case JsonValueKind.Null:
                return null;
            default:
                leftOut.Add($"'{NamedCells.Shorten(member.Name)}'");
                return null;
        }
    }

    private static string Reason(JsonException exception) => exception.Message.Split(" LineNumber", 2)[0].TrimEnd('.');
}
