namespace SpeechScoop.Recognition;

/// <summary>What a log of a streaming recognition is about.</summary>
public sealed record StreamingLogHeader
{
    /// <summary>Id of the system.</summary>
    public required string Recognizer { get; init; }

    /// <summary>Settings of the recognizer as a JSON object.</summary>
    public string Settings { get; init; } = "{}";

    /// <summary>The recording: the key of a dataset's item, or the id of a live trial; null where it has no name.</summary>
    public string? Item { get; init; }

    /// <summary>Length of all audio, in seconds, ≥ 0.</summary>
    public required double AudioSeconds { get; init; }

    public required StreamingFeed Feed { get; init; }

    /// <summary>Length of the pieces that audio was fed in, in seconds; null where they differed, or where it was sent whole.</summary>
    public double? ChunkSeconds { get; init; }

    /// <summary>Where speech is; null where none was found, or nobody looked.</summary>
    public StreamingSpeech? Speech { get; init; }
}

/// <summary>A streaming recognition as it happened, to be scored and replayed at any time.</summary>
/// <param name="Events">In order of arrival.</param>
public sealed record StreamingLog(StreamingLogHeader Header, IReadOnlyList<StreamingEvent> Events)
{
    /// <summary>All words as they stood at the end.</summary>
    public string Text
    {
        get
        {
            var segments = new SortedDictionary<int, string>();
            foreach (var each in Events)
                if (each.Kind is StreamingEventKind.Partial or StreamingEventKind.Final) segments[each.Segment] = each.Text;
            return string.Join(' ', segments.Values.Where(text => text.Length > 0));
        }
    }

    /// <summary>Scores the log.</summary>
    /// <param name="speech">Where speech is by better knowledge than the header's; null for the header's.</param>
    /// <returns><see cref="Error.Invalid"/> for times that run backwards or are not finite.</returns>
    public Result<StreamingLogScore> Score(NormaliserProfile normaliser, StreamingSpeech? speech = null)
    {
        speech ??= Header.Speech;
        PartialResult[] results = [.. Events.Where(each => each.Kind is StreamingEventKind.Partial or StreamingEventKind.Final)
            .Select(each => new PartialResult(each.Wall, each.Text, each.Kind is StreamingEventKind.Final, each.Segment))];
        return StreamingScore.Of(results, speech?.Start, speech?.End, normaliser).Select(score => new StreamingLogScore(this, score, speech, IsFlushed()));
    }

    /// <summary>Whether the last final result came only after the sender had said that no more audio comes.</summary>
    private bool IsFlushed()
    {
        var (hasEnded, isFlushed) = (false, false);
        foreach (var each in Events)
        {
            if (each.Kind is StreamingEventKind.End) hasEnded = true;
            else if (each.Kind is StreamingEventKind.Final) isFlushed = hasEnded;
        }
        return isFlushed;
    }
}
