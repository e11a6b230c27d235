using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>Prepares a draft's audio trial by trial and stores what was made and found.</summary>
internal sealed class TestPreparation(ListeningTestStore tests, ClipLibrary library, DigitsMaking digits, Drafts drafts, TimeProvider time)
{
    private static readonly DecodeLimits Limits = new() { MaxDuration = TimeSpan.FromMinutes(10), MaxDecodedBytes = 1L << 28 };

    /// <summary>Prepares what is not prepared yet. When stopped, what was done until then is stored.</summary>
    /// <param name="report">Takes the number of trials done and of all.</param>
    /// <returns>The error where the draft could not be read or stored; what is wrong with a trial is in the record.</returns>
    public async Task<Error?> RunAsync(string testId, Action<int, int> report, CancellationToken cancellation)
    {
        if (!(await tests.FindAsync(testId)).TryGet(out var test, out var error)) return error;
        if (test.Status is not ListeningTestStatus.Draft) return new Error.Conflict("test-published", $"The test \"{test.Title}\" is published and frozen. Make a new version to change it.");
        var definition = TestReader.Definition(test);
        var before = PreparationRecord.Read(test.Report);
        var spoken = before?.Digits is { } kept && kept.Clips.Values.All(IsThere) ? kept : null;
        var known = (before?.Trials ?? []).Where(trial => trial.Clips.Count > 0 && trial.Clips.Values.All(IsThere))
            .GroupBy(trial => trial.Key).ToDictionary(group => group.Key, group => group.First());
        Trial[] trials = [.. definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials)];
        var done = new List<TrialRecord>();
        Error? unsaved = null;
        try
        {
            foreach (var trial in trials)
            {
                report(done.Count, trials.Length);
                cancellation.ThrowIfCancellationRequested();
                var key = PreparationRecord.KeyOf(trial, definition.Preparation);
                if (!known.TryGetValue(key, out var record))
                {
                    if (!(await PrepareAsync(trial, definition.Preparation, key, cancellation)).TryGet(out record, out error)) return error;
                    known[key] = record;
                }
                done.Add(record with { Trial = trial.Id, Item = trial.Item });
            }
            report(trials.Length, trials.Length);
            if (spoken is null && definition.Sections.OfType<DigitsSection>().Any() && !(await digits.MakeAsync(cancellation)).TryGet(out spoken, out error)) return error;
        }
        finally
        {
            if (done.Count > 0 || spoken is not null) unsaved = (await drafts.SavePreparedAsync(testId, new PreparationRecord(time.GetUtcNow(), done, spoken))).Error;
        }
        return unsaved;
    }

    private bool IsThere(string sha256) => library.PathOf(sha256).Error is null;

    private async Task<Result<TrialRecord>> PrepareAsync(Trial trial, PreparationSettings settings, string key, CancellationToken cancellation)
    {
        var sources = new List<SourceStimulus>();
        var unreadable = new List<PreparationFinding>();
        foreach (var stimulus in trial.Stimuli)
        {
            if (stimulus.Source is null)
            {
                if (stimulus.Role is StimulusRole.System or StimulusRole.Reference)
                    unreadable.Add(new(FindingSeverity.Error, "source-missing", stimulus.Id, $"There is no audio of {stimulus.Condition} in {trial.Item}.", "Add the file, or take the stimulus out."));
                continue;
            }
            if ((await library.ReadAsync(stimulus.Source, Limits, cancellation)).TryGet(out var audio, out var error)) sources.Add(new(stimulus.Id, stimulus.Role, audio));
            else unreadable.Add(new(FindingSeverity.Error, error.Code, stimulus.Id, $"The audio of {stimulus.Condition} in {trial.Item} cannot be used: {error.Message}", "Upload the file again."));
        }
        if (unreadable.Count > 0) return new TrialRecord(key, trial.Id, trial.Item, new Dictionary<string, string>(), unreadable, []);
        var prepared = await Task.Run(() => StimulusPreparation.Prepare(trial.Design, settings, sources), cancellation);
        var clips = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var stimulus in prepared.Stimuli)
        {
            // Sixteen bits for all: files of one format and length do not tell stimuli apart.
            if (!(await library.AddAsync(stimulus.Audio, $"{trial.Item} {stimulus.Id}", WavFormat.Pcm16)).TryGet(out var clip, out var error)) return error;
            clips[stimulus.Id] = clip.Sha256;
        }
        return new TrialRecord(key, trial.Id, trial.Item, clips, prepared.Report.Findings, prepared.Report.Stimuli);
    }
}
