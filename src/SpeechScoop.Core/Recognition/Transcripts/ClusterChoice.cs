namespace SpeechScoop.Recognition.Transcripts;

/// <summary>What is drawn as a whole when an interval is computed: utterances of one speaker or recording go wrong together.</summary>
internal static class ClusterChoice
{
    public const string Utterance = "utterance";

    /// <summary>Speakers where all entries name one and there are several, and no fewer than recordings (so that "A" of each recording is not one speaker); else recordings; else each utterance.</summary>
    public static (string Name, Func<TranscriptEntry, string?> Of) Of(IReadOnlyList<TranscriptEntry> entries)
    {
        var recordings = Count(entry => entry.Recording);
        if (Count(entry => entry.Speaker) is > 1 and var speakers && speakers >= recordings) return ("speaker", entry => entry.Speaker);
        return recordings > 1 ? ("recording", entry => entry.Recording) : (Utterance, _ => null);

        int Count(Func<TranscriptEntry, string?> of) => entries.All(entry => of(entry) is not null) ? entries.Select(of).Distinct(StringComparer.Ordinal).Count() : 0;
    }
}
