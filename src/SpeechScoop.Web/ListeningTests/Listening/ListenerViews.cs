using System.Text.Json;
using System.Text.Json.Serialization;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>Where a link leads.</summary>
/// <param name="Status"><c>draft</c>, <c>open</c>, <c>closed</c> or <c>full</c>.</param>
internal sealed record LinkView(string Title, string Language, string Status, bool Preview);

/// <summary>A listener who comes.</summary>
/// <param name="Key">Of a session to go on with; null for a new one.</param>
/// <param name="Parameters">URL parameters.</param>
internal sealed record StartRequest(string? Key, Dictionary<string, string>? Parameters, ListenerAgent? Agent);

/// <summary>What a browser says of itself.</summary>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Height">Of the window, in CSS pixels.</param>
/// <param name="Touch">Whether its main pointer is a finger.</param>
/// <param name="SampleRate">Of its audio output, in hertz.</param>
internal sealed record ListenerAgent(string? UserAgent, string? Language, double? Width, double? Height, bool? Touch, double? SampleRate);

/// <summary>A session as its listener sees it.</summary>
internal sealed record ListenerSessionView(
    string Key, string Title, string Language, bool Preview, int Position, int PageCount, int TrialCount, bool CanAddMore, SessionOutcome Outcome,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FinishView? Finish,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HeadphoneView? Headphones = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DigitsView? Digits = null);

/// <summary>What a listener gets at the end.</summary>
internal sealed record FinishView(
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Redirect);

/// <summary>How a headphone screen went.</summary>
internal sealed record HeadphoneView(int Right, bool Passed, int AttemptsLeft);

/// <summary>How far the digits in noise are. Neither what was right nor the threshold is told: both would change how a listener goes on.</summary>
/// <param name="Number">Of the triplet to hear next, from 1; <paramref name="Count"/> and one more at the end.</param>
/// <param name="Passed">At the end.</param>
internal sealed record DigitsView(int Number, int Count, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Passed = null)
{
    public static DigitsView After(DigitsAnswer answer, int count) => new(answer.Triplet + 1, count, answer.Passed);
}

/// <summary>One answer on a stimulus.</summary>
internal sealed record RatingRequest(
    int? Page, string? Label, string? Other, string? Scale, double? Value, string? Text, double? ElapsedSeconds, int? Plays, DateTimeOffset? At);

/// <summary>An answer that is on the disk.</summary>
internal sealed record RatingReceipt(string Id);

/// <summary>What completes a page.</summary>
internal sealed record ResponseRequest(int? Page, Dictionary<string, JsonElement>? Answers, double? ElapsedSeconds);

/// <summary>What a listener did.</summary>
internal sealed record EventsRequest(List<ListenEvent>? Events);

/// <param name="Type">Such as <c>play</c> or <c>blur</c>.</param>
/// <param name="Position">In the stimulus, in seconds.</param>
internal sealed record ListenEvent(
    string? Type, int? Page, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Label,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Position, DateTimeOffset? At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Details);
