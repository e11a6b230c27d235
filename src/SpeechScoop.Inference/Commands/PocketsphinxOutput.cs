using System.Globalization;
using System.Text.RegularExpressions;
using SpeechScoop.Inference.Recognition;

namespace SpeechScoop.Inference.Commands;

/// <summary>
/// Reads what <c>pocketsphinx_continuous -time yes</c> prints: for each utterance its text, then a line a word with
/// start, end (seconds) and posterior probability.
/// </summary>
internal static partial class PocketsphinxOutput
{
    public static IReadOnlyList<RecognizedWord> Words(string output)
    {
        var words = new List<RecognizedWord>();
        foreach (var line in output.Split('\n'))
        {
            var match = WordLine().Match(line.TrimEnd('\r'));
            if (!match.Success) continue;
            // Alternative pronunciations are numbered, "for(2)"; silences and noises stand in brackets.
            var word = Alternative().Replace(match.Groups["word"].Value, "");
            if (word is [] or ['<', ..] or ['[', ..] or ['+', '+', ..]) continue;
            words.Add(new RecognizedWord(word, Seconds(match.Groups["start"]), Seconds(match.Groups["end"])));
        }
        return words;
    }

    private static TimeSpan Seconds(Group group) => TimeSpan.FromSeconds(double.Parse(group.ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^(?<word>\S+) (?<start>\d+\.\d+) (?<end>\d+\.\d+) \d+\.\d+$")]
    private static partial Regex WordLine();

    [GeneratedRegex(@"\(\d+\)$")]
    private static partial Regex Alternative();
}
