using System.Globalization;
using SpeechScoop.Inference.Packs;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.Live;
using SpeechScoop.Systems;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.Live.Making;

/// <summary>Trials in which a recording goes through tokenizers and back, beside a hidden reference and two anchors (ITU-R BS.1534-3).</summary>
internal sealed class ReconstructionTrials(
    TrialPlan plan, TrialQueue queue, ISystemCatalog catalog, ClipLibrary library, StimulusAttempt attempt, TrialOutcomes outcomes, LiveOptions options)
{
    // With reference and anchors the twelve that BS.1534-3 allows on a page.
    private const int MostConditions = 9;

    /// <summary>Checks, stores and queues a trial.</summary>
    public async Task<Result<StartedTrial>> StartAsync(StartReconstruction request)
    {
        if (string.IsNullOrWhiteSpace(request.Clip)) return new Error.Invalid("clip-missing", "There is no recording. Upload one with POST /api/clips and give its sha256 as clip.");
        if (!(await library.FindAsync(request.Clip)).TryGet(out var clip, out var error)) return error;
        if (clip.Seconds > options.MaximumReconstruction.TotalSeconds)
            return new Error.Invalid("clip-too-long", string.Create(CultureInfo.InvariantCulture,
                $"The recording is {clip.Seconds:0} s long; up to {options.MaximumReconstruction.TotalSeconds:0} s go through tokenizers at once, and about 10 s are best for rating. Cut it."));
        if (TrialPlan.CheckChoices(request.Conditions, MostConditions) is { } wrongChoices) return wrongChoices;

        List<PlannedStimulus> stimuli = request.Anchors ? [new(StimulusRole.Reference), new(StimulusRole.Anchor35), new(StimulusRole.Anchor70)] : [];
        foreach (var condition in request.Conditions!)
        {
            if (!plan.Choose(condition.System, SystemKind.Tokenizer).TryGet(out var system, out error)) return error;
            if (condition.Codebooks < 1 || condition.Codebooks > (system.Traits.Codebooks ?? int.MaxValue))
                return new Error.Invalid("codebooks-out-of-range", $"codebooks of {system.Id} is {condition.Codebooks}; it has 1 to {system.Traits.Codebooks}.");
            stimuli.Add(PlannedStimulus.Of(system, new CodebookSettings(condition.Codebooks)));
        }
        if (!(await plan.StartAsync(LiveTrialKind.Reconstruction, request.Blind, stimuli, trial => trial with { ClipSha256 = clip.Sha256 })).TryGet(out var started, out error)) return error;
        await queue.AddAsync(new ReconstructionWork(started, catalog, library, attempt, outcomes));
        return started;
    }
}

/// <summary>A reconstruction stimulus' settings, as stored.</summary>
internal sealed record CodebookSettings(int Codebooks);
