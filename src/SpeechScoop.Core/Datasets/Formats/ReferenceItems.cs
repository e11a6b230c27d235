using System.Globalization;
using System.Text;
using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Datasets.Formats;

/// <summary>
/// References as the speech world writes them: STM (long recordings, cut by time), TRN, and Kaldi's <c>text</c>. They are read by <see cref="TranscriptFormats"/>; a row is an item.
/// </summary>
internal sealed class ReferenceItems : IDatasetFormat
{
    public string Title => "STM, TRN or Kaldi text";

    public bool Fits(string fileName, string text, bool hasRecordings) => FormatOf(fileName) is not null;

    public DraftRows Read(string fileName, string text)
    {
        var document = TranscriptFormats.Read(new TranscriptInput(fileName, Encoding.UTF8.GetBytes(text)), new(TranscriptRole.Reference, FormatOf(fileName)));
        var ignored = document.Entries.Count(entry => entry.IsIgnored);
        var channels = document.Entries.Select(entry => (entry.Recording, entry.Channel)).Distinct().Count() > document.Entries.Select(entry => entry.Recording).Distinct().Count();
        string[] notes = [.. document.Notes, .. ignored == 0 ? [] : new[] { $"{fileName}: {(ignored == 1 ? "one segment is" : $"{ignored} segments are")} not to be scored and left out." }];
        return new(
            [.. document.Entries.Where(entry => !entry.IsIgnored).Select(entry => Row(entry, channels))],
            [.. document.Problems.Select(problem => new DatasetProblem(problem.Line > 0 ? $"{problem.File}, line {problem.Line}" : problem.File, $"{problem.Message} {problem.Cure}"))], notes);
    }

    private static DraftRow Row(TranscriptEntry entry, bool channels) => new()
    {
        Place = $"{entry.FileName}, line {entry.Line}",
        Key = entry.Recording is null ? entry.Key : string.Create(CultureInfo.InvariantCulture, $"{entry.Recording}{(channels ? "-" + entry.Channel : "")}-{entry.Start:0.00}"),
        File = entry.Recording,
        Text = entry.Text,
        Speaker = entry.Speaker,
        Start = entry.Start,
        End = entry.End,
    };

    private static string? FormatOf(string fileName) => fileName switch
    {
        _ when fileName.EndsWith(".stm", StringComparison.OrdinalIgnoreCase) => "stm",
        _ when fileName.EndsWith(".trn", StringComparison.OrdinalIgnoreCase) => "trn",
        _ when KaldiTables.IsNamed(fileName, "text") => "kaldi",
        _ => null,
    };
}
