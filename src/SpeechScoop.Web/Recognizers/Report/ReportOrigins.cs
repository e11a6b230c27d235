using System.Globalization;
using System.Text;
using SpeechScoop.Recognition;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Runs;
using static SpeechScoop.Web.Reports.ReportHtml;

namespace SpeechScoop.Web.Recognizers.Report;

/// <summary>How the figures of a report were made, and from what.</summary>
internal static class ReportOrigins
{
    public static void Write(StringBuilder html, Board board, BoardView view, IReadOnlyList<ListedRun> runs, IReadOnlyList<RawFile> files)
    {
        html.Append("<h2>How the figures were made</h2>\n<dl>");
        Entry("Recipe", view.Recipe);
        if (NormaliserProfile.Find(view.Normaliser).TryGet(out var profile, out _)) Entry("Normaliser", $"{profile.Name}, SHA-256 of its rules {profile.Hash}; applied to both sides");
        Entry("Alignment", view.Alignment == "sclite" ? "edit distance with sclite's costs: substitution 4, deletion 3, insertion 3" : "edit distance with costs of 1, as jiwer");
        Entry("References", board.Corrections is { } corrections ? $"corrected where most judges, not knowing which reading was whose, chose what the systems heard: {view.CorrectedReferences} references; {CorrectedReference(board, corrections)}" : "as delivered");
        Entry("Recordings", $"{view.Common} of {view.Items}: those that every ranked system finished. A failed call is a failure, never an empty transcript");
        Entry("Intervals and tests", $"95 %; bootstrap over speakers where known, else recordings; maps and rates {BoardPresenter.MapResamples:N0} draws, pairs {(view.PairsNote is null ? PairedDifference.UsualResamples : BoardPresenter.MapResamples):N0}; seeded");
        Entry("Software", $"{view.Application}. The same command gives the same figures; every one can be computed again from utterances.csv");
        html.Append("</dl>\n");
        Table(html, "Runs", ["Run", "Dataset", "Made", "Systems", "Done", "Failed", "On"], [.. runs.Select(listed => (object?[])[
            $"{listed.Run.Title} ({listed.Run.Id})", listed.DatasetName, listed.Run.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            string.Join(", ", RunPlan.Read(listed.Run.Plan).Conditions.Select(condition => condition.SettingsJson is "{}" ? condition.SystemId : $"{condition.SystemId} {condition.SettingsJson}")),
            listed.Progress.Done, listed.Progress.Failed, Machine(listed.Run),
        ])]);
        html.Append("<h2>Raw files</h2>\n<p class=\"soft\">Attached to this file: what the figures were computed from, as it came, and every table with all digits. The hash is that of the file that is saved.</p>\n");
        html.Append("<div class=\"wide\"><table><thead><tr><th scope=\"col\">File</th><th scope=\"col\">From</th><th scope=\"col\">Bytes</th><th scope=\"col\">SHA-256</th></tr></thead><tbody>\n");
        foreach (var file in files)
        {
            html.Append("<tr><td>");
            if (file.Content is { } content)
                html.Append("<a download=\"").Append(Text(FileName(file.Name))).Append("\" href=\"data:application/octet-stream;base64,").Append(Convert.ToBase64String(content)).Append("\">").Append(Text(file.Name)).Append("</a>");
            else html.Append(Text($"{file.Name}: not attached, {file.WhyNot}"));
            Add(html, $"</td><td>{Text(file.From)}</td><td class=\"n\">{file.Bytes:N0}</td><td><code>{file.Sha256}</code></td></tr>\n");
        }
        html.Append("</tbody></table></div>\n");

        void Entry(string term, string value) => Add(html, $"<dt>{Text(term)}</dt><dd>{Text(value)}</dd>");
    }

    private static string CorrectedReference(Board board, IReadOnlyDictionary<string, Adjudications.CorrectedReference> corrections) => Adjudications.CorrectedReference.Recipe(board.Common, corrections);

    private static string Machine(Run run) => run.Imported ? "made elsewhere, imported"
        : RunEnvironment.Read(run.Environment) is { } machine ? $"{machine.Cpu}, {machine.Cores} cores, {machine.Os}, {machine.Runtime}, ONNX Runtime {machine.OnnxRuntime}, SpeechScoop {machine.App}" : "not stated";

    /// <summary>A name that every system can save.</summary>
    private static string FileName(string name) => string.Concat(name.Select(character => char.IsLetterOrDigit(character) || character is '.' or '-' or '_' or ' ' ? character : '-'));
}
