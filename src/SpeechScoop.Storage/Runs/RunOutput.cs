using SpeechScoop.Storage.Outputs;

namespace SpeechScoop.Storage.Runs;

/// <summary>What one system gave for one item and take of a run.</summary>
public record RunOutput
{
    public required string Id { get; init; }

    public required string RunId { get; init; }

    public required string ItemId { get; init; }

    /// <summary>Which of the condition's outputs for the item it is, from 0.</summary>
    public required int Take { get; init; }

    /// <summary>Place in the run, from 0: items in their order, of each item all conditions, of each condition all takes.</summary>
    public required int Position { get; init; }

    public required string SystemId { get; init; }

    /// <summary>Version of the system's pack at the time.</summary>
    public string? SystemVersion { get; init; }

    /// <summary>Settings of the condition as a JSON object with sorted names.</summary>
    public string Settings { get; init; } = "{}";

    public long? Seed { get; init; }

    public required OutputStatus Status { get; init; }

    /// <summary>The audio it gave.</summary>
    public string? ClipSha256 { get; init; }

    /// <summary>The transcript: of a recognizer, or what the run's recognizer heard of a synthesizer.</summary>
    public string? Text { get; init; }

    /// <summary>Words with times: a JSON array of <c>{text, start, end}</c>, in seconds.</summary>
    public string? Words { get; init; }

    /// <summary>Tokens as JSON.</summary>
    public string? Tokens { get; init; }

    /// <summary>Length of the audio recognized, spoken or reconstructed.</summary>
    public double? AudioSeconds { get; init; }

    /// <summary>Time spent in the system, without loading and queueing.</summary>
    public double? ProcessingSeconds { get; init; }

    /// <summary>Processing until the first audio or the first words.</summary>
    public double? FirstResultSeconds { get; init; }

    /// <summary>Bits a second of the tokens.</summary>
    public double? BitRate { get; init; }

    /// <summary>Why there is no result, in a sentence.</summary>
    public string? Error { get; init; }

    /// <summary>Whether a user chose to keep it among the system's outputs.</summary>
    public bool Kept { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; init; }

    /// <summary>Why metrics of the plan have no value for it: a JSON object, reasons by metric. Null where all have one.</summary>
    public string? NotMeasured { get; init; }

    /// <summary>When its metrics were computed; null while they are not.</summary>
    public DateTimeOffset? MeasuredAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>An output with the item that it answers.</summary>
public sealed record RunItemOutput : RunOutput
{
    /// <summary>The system's title when it was last used.</summary>
    public required string SystemTitle { get; init; }

    public required string ItemKey { get; init; }

    public required int ItemPosition { get; init; }

    /// <summary>What is said in the recording, or what is to be spoken.</summary>
    public string? ItemText { get; init; }

    public string? ItemLanguage { get; init; }

    public string? ItemSpeaker { get; init; }

    /// <summary>A JSON object of strings: see <see cref="SpeechScoop.Datasets.ItemAttributes"/>.</summary>
    public required string ItemAttributes { get; init; }

    /// <summary>The recording that went in.</summary>
    public string? ItemClipSha256 { get; init; }

    public string? ItemClipName { get; init; }

    /// <summary>Where the item begins in its recording.</summary>
    public double? ItemStart { get; init; }

    /// <summary>Where the item ends in its recording.</summary>
    public double? ItemEnd { get; init; }
}
