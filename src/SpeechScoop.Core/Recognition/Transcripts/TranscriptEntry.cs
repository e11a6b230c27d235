namespace SpeechScoop.Recognition.Transcripts;

/// <summary>A word with what a recognizer said about it.</summary>
/// <param name="Text">As delivered, punctuation included.</param>
/// <param name="Start">In seconds from the start of the recording; null where unknown.</param>
/// <param name="End">In seconds, ≥ <paramref name="Start"/>.</param>
/// <param name="Speaker">As the recognizer names speakers.</param>
/// <param name="Confidence">As delivered, mostly 0..1.</param>
public sealed record TimedWord(string Text, double? Start = null, double? End = null, string? Speaker = null, double? Confidence = null)
{
    /// <summary>The point by which a word belongs to a segment; null without times.</summary>
    public double? Middle => Start is { } start ? (start + (End ?? start)) / 2 : null;
}

/// <summary>One utterance, or one segment of a recording.</summary>
public sealed record TranscriptEntry
{
    /// <summary>The utterance's id. Of a segment, a name made of recording, channel and times.</summary>
    public required string Key { get; init; }

    /// <summary>As delivered; empty where nothing was said or heard.</summary>
    public required string Text { get; init; }

    /// <summary>Its words where the format has them one by one.</summary>
    public IReadOnlyList<TimedWord> Words { get; init; } = [];

    /// <summary>In seconds.</summary>
    public double? Start { get; init; }

    /// <summary>In seconds, ≥ <see cref="Start"/>.</summary>
    public double? End { get; init; }

    public string? Speaker { get; init; }

    public string? Channel { get; init; }

    /// <summary>The recording that a segment belongs to; null for an utterance that stands for itself.</summary>
    public string? Recording { get; init; }

    /// <summary>Path of the audio as the file names it; null where it names none.</summary>
    public string? Audio { get; init; }

    /// <summary>Language where the file names one.</summary>
    public string? Language { get; init; }

    /// <summary>The system that it comes from, where a table names one for each row.</summary>
    public string? System { get; init; }

    /// <summary>Whether the reference says that nothing within these times counts.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>The file that it stands in.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The line in which it begins, from 1.</summary>
    public int Line { get; init; }

    /// <summary>What it is found by when recordings are compared as wholes.</summary>
    public string Unit => Recording ?? Key;
}
