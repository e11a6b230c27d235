using System.Text.Json.Serialization;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>A page as its listener sees it. Nothing here tells a condition.</summary>
internal sealed record PageView(int Index, string Kind, string Title, string Text, bool Done)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Optional { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<QuestionnaireField>? Fields { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audio { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? DefaultVolume { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AudioView>? Questions { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PassMark { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AttemptsLeft { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Excludes { get; init; }

    /// <summary>Digits in noise; the sound of a triplet stands at <see cref="Audio"/>, a slash and its number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DigitsView? Digits { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TrialView? Trial { get; init; }
}

/// <summary>Something to hear.</summary>
internal sealed record AudioView(string Audio);

/// <summary>A stimulus behind its label.</summary>
internal sealed record StimulusView(string Label, string Audio);

/// <summary>What was answered already.</summary>
internal sealed record GivenRatingView(
    string Label, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Other, string Scale,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text);

/// <summary>A trial's page.</summary>
/// <param name="Number">Counts from 1 among the session's trials, practice apart.</param>
/// <param name="Scales">In the order in which to ask.</param>
/// <param name="Started">Labels of sounds that this session is known to have played on the page.</param>
/// <param name="Whole">Those of which all has sounded.</param>
/// <param name="Ratings">What this session has answered on the page. ABX without the value: it would tell whether it was right.</param>
internal sealed record TrialView(
    TrialDesign Design, int Number, int Count, bool Training, bool Repeat, string Question, TrialOptions Options,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AudioView? Reference, IReadOnlyList<StimulusView> Stimuli,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AudioView? X, IReadOnlyList<ScaleDefinition> Scales, IReadOnlyList<GivenRatingView> Ratings,
    IReadOnlyList<string> Started, IReadOnlyList<string> Whole);
