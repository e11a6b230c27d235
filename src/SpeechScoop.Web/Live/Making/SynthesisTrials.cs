using System.Globalization;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Storage.Live;
using SpeechScoop.Systems;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.Live.Making;

/// <summary>Trials in which synthesizers speak one text.</summary>
internal sealed class SynthesisTrials(TrialPlan plan, TrialQueue queue, ISystemCatalog catalog, ClipLibrary library, StimulusAttempt attempt, TrialOutcomes outcomes)
{
    private const int MostSystems = 8;
    private const int LongestText = 20_000;

    /// <summary>The largest seed that JavaScript keeps exactly: 2^53 − 1.</summary>
    private const long LargestSeed = (1L << 53) - 1;

    /// <summary>Checks, stores and queues a trial.</summary>
    public async Task<Result<StartedTrial>> StartAsync(StartSynthesis request)
    {
        if (!CheckText(request.Text).TryGet(out var text, out var error)) return error;
        if (TrialPlan.CheckChoices(request.Systems, MostSystems) is { } wrongChoices) return wrongChoices;
        var stimuli = new List<PlannedStimulus>();
        foreach (var choice in request.Systems!)
        {
            if (Check(choice) is { } wrongChoice) return wrongChoice;
            if (!plan.Choose(choice.System, SystemKind.Synthesizer).TryGet(out var system, out error)) return error;
            stimuli.Add(PlannedStimulus.Of(system, new TakeSettings(choice.Rate, choice.Temperature), choice.Seed));
        }
        if (!(await plan.StartAsync(LiveTrialKind.Synthesis, request.Blind, stimuli, trial => trial with { Text = text })).TryGet(out var started, out error)) return error;
        await queue.AddAsync(new SynthesisWork(started, catalog, library, attempt, outcomes));
        return started;
    }

    private static Result<string> CheckText(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return new Error.Invalid("text-empty", "There is no text to speak. Type some.");
        if (text.Length > LongestText)
            return new Error.Invalid("text-too-long", string.Create(CultureInfo.InvariantCulture, $"The text has {text.Length:N0} characters; up to {LongestText:N0} can be spoken at once. Split it."));
        return text;
    }

    private static Error.Invalid? Check(SynthesizerChoice choice) => choice switch
    {
        { Rate: { } rate } when !(rate is >= 0.5 and <= 2) => new Error.Invalid("rate-out-of-range", $"rate of {choice.System} must be 0.5 to 2."),
        { Temperature: { } temperature } when !(temperature is >= 0 and <= 2) => new Error.Invalid("temperature-out-of-range", $"temperature of {choice.System} must be 0 to 2."),
        { Seed: > LargestSeed or < -LargestSeed } => new Error.Invalid("seed-out-of-range", $"seed of {choice.System} must be −(2^53 − 1) to 2^53 − 1."),
        _ => null,
    };
}

/// <summary>A synthesis stimulus' settings, as stored.</summary>
internal sealed record TakeSettings(double? Rate, double? Temperature);
