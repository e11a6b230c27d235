using SpeechScoop.Recognition;
using SpeechScoop.Storage.Clips;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Ratings;
using SpeechScoop.Web.Recognizers.Streaming;

namespace SpeechScoop.Web.Live;

/// <summary>Reads a trial as pages may see it now.</summary>
internal sealed class LiveTrialReader(LiveTrialStore trials, OutputStore outputs, RatingStore ratings, ClipStore clips, RunningTrials running, TrialDisclosure disclosure, StoredLogs logs)
{
    /// <param name="session">Only this session's ratings; null for all.</param>
    public async Task<Result<LiveTrialView>> ReadAsync(string id, string? session = null)
    {
        // First: a trial that ends while its rows are read must not look as if it had been given up.
        var run = running.Find(id);
        if (!(await trials.FindAsync(id)).TryGet(out var trial, out var error)) return error;
        if (!(await outputs.OfTrialAsync(id)).TryGet(out var stimuli, out error)) return error;
        if (!(await ratings.OfTrialAsync(id, session)).TryGet(out var given, out error)) return error;
        var seconds = trial.ClipSha256 is { } sha256 && (await clips.FindAsync(sha256)).TryGet(out var clip, out _) ? clip.Seconds : (double?)null;
        var view = disclosure.Show(trial, stimuli, run, seconds, given);
        return trial.Kind is LiveTrialKind.Recognition ? await WithStreamingAsync(view) : view;
    }

    /// <summary>Adds what event logs tell; those of a trial whose labels are hidden are not given.</summary>
    private async Task<Result<LiveTrialView>> WithStreamingAsync(LiveTrialView view)
    {
        if (!(await logs.OfAsync([.. view.Stimuli.Select(stimulus => stimulus.OutputId)])).TryGet(out var found, out var error)) return error;
        return view with
        {
            Stimuli = [.. view.Stimuli.Select(stimulus => found.TryGetValue(stimulus.OutputId, out var log) && log.Score(NormaliserProfile.Basic).TryGet(out var score, out _)
                ? stimulus with { Streaming = StreamingScoreView.Of(score, NormaliserProfile.Basic) } : stimulus)],
        };
    }
}
