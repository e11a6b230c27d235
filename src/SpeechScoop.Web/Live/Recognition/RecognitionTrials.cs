using System.Text.Json;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Storage.Live;
using SpeechScoop.Systems;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.Live.Recognition;

/// <summary>Trials in which recognizers listen to one voice.</summary>
internal sealed class RecognitionTrials(TrialPlan plan, RecognitionSessions sessions, ClipLibrary library)
{
    private const int MostSystems = 8;
    private const int MostWords = 5000;
    private const int LongestWord = 100;

    /// <summary>Checks and stores a trial, and begins to listen.</summary>
    public async Task<Result<StartedTrial>> StartAsync(StartRecognition request)
    {
        if (TrialPlan.CheckChoices(request.Systems, MostSystems) is { } wrongChoices) return wrongChoices;
        if (request.Clip is { } clip && (await library.FindAsync(clip)).Error is { } noClip) return noClip;
        var stimuli = new List<PlannedStimulus>();
        foreach (var choice in request.Systems!)
        {
            if (!plan.Choose(choice.System, SystemKind.Recognizer).TryGet(out var system, out var error)) return error;
            if ((CheckWords("words", choice.Words) ?? CheckWords("hotWords", choice.HotWords)) is { } wrongWords) return wrongWords;
            var options = new RecognitionOptions(NullIfEmpty(choice.Words), NullIfEmpty(choice.HotWords));
            if (options != new RecognitionOptions() && system.Traits.AcceptsWordLists is not true)
                return new Error.Invalid("word-lists-unsupported", $"{system.Title} takes no word lists. Leave words and hotWords out, or choose another recognizer.");
            stimuli.Add(PlannedStimulus.Of(system, options));
        }
        var result = await plan.StartAsync(LiveTrialKind.Recognition, request.Blind, stimuli,
            trial => trial with { Source = request.Source, KeepAudio = request.KeepAudio, ClipSha256 = request.Clip });
        if (!result.TryGet(out var started, out var notStarted)) return notStarted;
        sessions.Open(started, [.. started.Outputs.Select(output => JsonSerializer.Deserialize<RecognitionOptions>(output.Settings, JsonSerializerOptions.Web)!)]);
        return started;
    }

    private static IReadOnlyList<string>? NullIfEmpty(IReadOnlyList<string>? words) => words is { Count: > 0 } ? words : null;

    private static Error.Invalid? CheckWords(string name, IReadOnlyList<string>? words)
    {
        if (words is null) return null;
        if (words.Count > MostWords) return new Error.Invalid("too-many-words", $"{name} has {words.Count} words; up to {MostWords} are taken.");
        return words.Any(word => string.IsNullOrWhiteSpace(word) || word.Length > LongestWord)
            ? new Error.Invalid("odd-word", $"{name} has an entry that is empty or very long; each must be a word of 1 to {LongestWord} characters.")
            : null;
    }
}
