using System.Globalization;
using System.Text;
using SpeechScoop.Audio.VoiceActivity;
using SpeechScoop.Recognition;

namespace SpeechScoop.Audio.Metrics.Timing;

/// <summary>How fast a text is spoken.</summary>
public static class SpeakingRate
{
    /// <summary>Words a minute, pauses included: words of the text / time from the first speech to the end of the last. Null where there is no speech.</summary>
    public static double? WordsPerMinute(string text, SpeechActivity activity) =>
        activity.SpanSeconds > 0 ? 60 * NormaliserProfile.Basic.Words(text).Length / activity.SpanSeconds : null;

    /// <summary>Letters and digits a second of speech, pauses left out: comparable over texts of one language. Null where there is no speech.</summary>
    public static double? CharactersPerSecond(string text, SpeechActivity activity) =>
        activity.SpeechSeconds > 0 ? Characters(text) / activity.SpeechSeconds : null;

    /// <summary>Letters and digits of the text as it is written; marks belong to their letter.</summary>
    private static int Characters(string text)
    {
        var count = 0;
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
            if (Rune.TryGetRuneAt(elements.GetTextElement(), 0, out var rune) && Rune.IsLetterOrDigit(rune)) count++;
        return count;
    }
}
