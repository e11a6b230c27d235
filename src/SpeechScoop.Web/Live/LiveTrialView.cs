using System.Text.Json.Nodes;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Web.Ratings;
using SpeechScoop.Web.Recognizers.Streaming;

namespace SpeechScoop.Web.Live;

/// <summary>A trial as pages see it: while its labels are hidden, nothing in it tells which system a stimulus is.</summary>
/// <param name="Seed">Decides the order of the labels; null while they are hidden.</param>
/// <param name="Clip">SHA-256 of the original recording.</param>
/// <param name="Seconds">Length of the original recording or of the audio spoken.</param>
/// <param name="Ratings">The newest per session, stimulus and scale.</param>
internal sealed record LiveTrialView(
    string Id, LiveTrialKind Kind, bool Blind, bool Revealed, long? Seed, DateTimeOffset CreatedAt, string? Text, string? Reference,
    string? Clip, LiveSource? Source, double? Seconds, LiveTrialStatus Status, IReadOnlyList<StimulusView> Stimuli, IReadOnlyList<RatingView> Ratings);

/// <summary>A stimulus as pages see it. Values that do not apply, or would give the system away, are null.</summary>
internal sealed record StimulusView
{
    public required string Label { get; init; }

    public required OutputStatus Status { get; init; }

    /// <summary>0..1.</summary>
    public required double Progress { get; init; }

    public string? ProgressText { get; init; }

    public string? Error { get; init; }

    public required string OutputId { get; init; }

    public required bool Kept { get; init; }

    /// <summary>Length of the stimulus' audio.</summary>
    public double? Seconds { get; init; }

    public double? ProcessingSeconds { get; init; }

    /// <summary>Processing time per audio time.</summary>
    public double? RealTimeFactor { get; init; }

    /// <summary>Processing until the first sentence could be heard.</summary>
    public double? FirstAudioSeconds { get; init; }

    /// <summary>Mean delay of partial results behind the voice.</summary>
    public double? DelaySeconds { get; init; }

    /// <summary>How soon and how steadily a streaming recognizer answered.</summary>
    public StreamingScoreView? Streaming { get; init; }

    /// <summary>Bits a second.</summary>
    public double? BitRate { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<WordView>? Words { get; init; }

    public TokensView? Tokens { get; init; }

    public ScoreView? Score { get; init; }

    public StimulusSystem? System { get; init; }

    public JsonNode? Settings { get; init; }
}

/// <summary>A recognized word; times in seconds from the start of the audio.</summary>
internal sealed record WordView(string Text, double Start, double End);

/// <summary>Tokens of a reconstruction.</summary>
/// <param name="Codes">One array a codebook; null where there are too many to draw.</param>
internal sealed record TokensView(int Codebooks, int Frames, IReadOnlyList<int[]>? Codes);

/// <summary>A transcript against its reference.</summary>
/// <param name="Wer">Word error rate; null where the reference has no words.</param>
internal sealed record ScoreView(
    double? Wer, double? Cer, int Substitutions, int Deletions, int Insertions, int ReferenceWords, IReadOnlyList<AlignmentView> Alignment);

/// <summary>One position of an alignment.</summary>
/// <param name="Op"><c>correct</c>, <c>substitution</c>, <c>deletion</c> or <c>insertion</c>.</param>
internal sealed record AlignmentView(SpeechScoop.Recognition.EditOperation Op, string? Reference, string? Hypothesis);

/// <summary>What a stimulus stands for.</summary>
/// <param name="Id">The system's id, or the role for reference and anchors.</param>
/// <param name="Colour">Index into the palette; −1 for reference and anchors.</param>
internal sealed record StimulusSystem(string Id, string Title, int Colour, StimulusRole Role);
