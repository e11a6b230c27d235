using SpeechScoop.Recognition.Transcripts.Formats;
using SpeechScoop.Recognition.Transcripts.Formats.Vendors;

namespace SpeechScoop.Recognition.Transcripts;

/// <summary>A format that is read.</summary>
/// <param name="Id">As <c>--format</c> takes it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Extensions">Usual endings of its files.</param>
public sealed record TranscriptFormatInfo(string Id, string Title, IReadOnlyList<string> Extensions);

/// <summary>The formats of transcripts.</summary>
public static class TranscriptFormats
{
    /// <summary>The more particular first; plain lines last.</summary>
    private static readonly ITranscriptFormat[] Known =
    [
        new WebVtt(), new TextGrid(), new SegLst(), new Deepgram(), new AmazonTranscribe(), new GoogleSpeech(), new AzureSpeech(), new Soniox(), new AssemblyAi(), new ElevenLabs(),
        new StreamingLogs(), new JsonLines(), new OpenAi(), new SubRip(), new Stm(), new Ctm(), new Trn(), new Table(), new KaldiText(), new PlainLines(),
    ];

    /// <summary>All formats.</summary>
    public static IReadOnlyList<TranscriptFormatInfo> All { get; } = [.. Known.Select(format => new TranscriptFormatInfo(format.Id, format.Title, format.Extensions))];

    /// <summary>Reads a file.</summary>
    public static TranscriptDocument Read(TranscriptInput input, TranscriptReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new();
        if (options.Format is { } named && !Known.Any(format => format.Id == named))
            return Refused(new(input.Name, 0, $"There is no format '{named}'.", $"Use one of {string.Join(", ", Known.Select(format => format.Id))}, or name none to have it found."));
        var (text, problem) = TextDecoding.Decode(input);
        if (problem is not null) return Refused(problem);
        using var reading = new TranscriptReading(input.Name, text, options);
        if (Choose(reading) is not { } chosen)
            return Refused(JsonDocuments.Problem(reading) ?? new(input.Name, 0, "The content is in no known format.", $"Known are {string.Join(", ", Known.Select(format => format.Id))}; name one to see what is wrong."));
        chosen.Read(reading);
        if (reading is { Entries.Count: 0, Problems.Count: 0 }) reading.Problem(0, $"Read as {chosen.Title}, the file holds no transcripts.", "Export it again, or name another format.");
        if (options.Role is TranscriptRole.Reference) CheckAlternations(reading);
        CheckKeys(reading);
        return new(chosen.Id, reading.Entries, reading.Problems, reading.Notes);
    }

    /// <summary>Reads files that belong together, such as one a recording.</summary>
    public static TranscriptDocument Read(IReadOnlyList<TranscriptInput> inputs, TranscriptReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count == 1) return Read(inputs[0], options);
        var documents = inputs.Select(input => Read(input, options)).ToList();
        var problems = documents.SelectMany(document => document.Problems).ToList();
        var seen = new Dictionary<string, TranscriptEntry>(StringComparer.Ordinal);
        foreach (var entry in documents.SelectMany(document => document.Entries))
        {
            if (!seen.TryAdd(entry.Unit, entry) && seen[entry.Unit].FileName != entry.FileName && problems.Count < TranscriptDocument.MostProblems)
                problems.Add(new(entry.FileName, entry.Line, $"'{TranscriptReading.Shorten(entry.Unit)}' stands in {seen[entry.Unit].FileName} too.", "Leave one of them out."));
        }
        if (documents.Count == 0) problems.Add(new("transcripts", 0, "There is no file.", "Choose at least one."));
        return new(string.Join(", ", documents.Select(document => document.Format).Where(format => format is not "").Distinct()),
            [.. documents.SelectMany(document => document.Entries)], problems, [.. documents.SelectMany(document => document.Notes)]);
    }

    private static ITranscriptFormat? Choose(TranscriptReading reading)
    {
        if (reading.Options.Format is { } named) return Known.First(format => format.Id == named);
        // Event logs are JSON lines too, but their first line says what they are.
        if (Known.OfType<StreamingLogs>().First() is var logs && logs.Fits(reading)) return logs;
        var byName = Known.Where(format => format.Extensions.Any(ending => reading.FileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase))).ToArray();
        if (byName.Length == 1) return byName[0];
        return (byName.Length > 1 ? byName : Known).FirstOrDefault(format => format.Fits(reading));
    }

    private static void CheckAlternations(TranscriptReading reading)
    {
        foreach (var entry in reading.Entries)
        {
            if (reading.IsFull) return;
            if (!entry.IsIgnored && ReferenceText.Parse(entry.Text).Error is { } error)
                reading.Problem(entry.Line, error.Message, "Mend the braces.");
        }
    }

    private static void CheckKeys(TranscriptReading reading)
    {
        var seen = new Dictionary<(string?, string), int>(reading.Entries.Count);
        foreach (var entry in reading.Entries.Where(entry => entry.Recording is null))
        {
            if (!seen.TryAdd((entry.System, entry.Key), entry.Line))
                reading.Problem(entry.Line, $"The id '{TranscriptReading.Shorten(entry.Key)}' stands in line {seen[(entry.System, entry.Key)]} already.", "Each utterance has an id of its own; leave one out or rename it.");
        }
    }

    private static TranscriptDocument Refused(TranscriptProblem problem) => new("", [], [problem], []);
}
