using System.Text.Json;
using System.Text.Json.Nodes;
using SpeechScoop.Recognition;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Ratings;
using SpeechScoop.Web.Ratings;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.Live;

/// <summary>
/// Decides what of a trial may be shown. While labels are hidden: no system, setting, seed, bit rate, token or processing
/// time; no message that could name a program; and made stimuli finish together, since the first one ready would be the
/// fastest system or an anchor.
/// </summary>
internal sealed class TrialDisclosure(SystemAppearance appearance)
{
    private const int MostCodesDrawn = 40_000;

    /// <summary>The error text of a failed stimulus while labels are hidden.</summary>
    public const string HiddenFailure = "This stimulus failed. Reveal the labels to see why.";

    /// <summary>The error text of a stimulus that neither runs nor was stored.</summary>
    public const string NotStored = "The result could not be stored. Check the disk's free space and the server's log, then try again.";

    /// <summary>The trial as pages may see it now.</summary>
    /// <param name="running">Null where the trial does not run in this process; looked up before the outputs were read.</param>
    /// <param name="clipSeconds">Length of the trial's clip.</param>
    public LiveTrialView Show(LiveTrial trial, IReadOnlyList<Output> outputs, RunningTrial? running, double? clipSeconds, IReadOnlyList<Rating> ratings)
    {
        var joint = JointProgress(trial, outputs, running);
        var stimuli = outputs.Select(output => Show(trial, output, running, joint)).ToArray();
        var labels = outputs.ToDictionary(output => output.Id, output => output.Label);
        return new LiveTrialView(
            trial.Id, trial.Kind, trial.Blind, Revealed: !trial.IsHidden, trial.IsHidden ? null : trial.Seed, trial.CreatedAt, trial.Text, trial.Reference,
            trial.ClipSha256, trial.Source, clipSeconds ?? (trial.Kind is LiveTrialKind.Recognition ? outputs.Max(output => output.AudioSeconds) : null),
            running is null && trial.Status is LiveTrialStatus.Running ? LiveTrialStatus.Cancelled : trial.Status,
            stimuli, [.. ratings.Select(rating => RatingView.Of(rating, labels))]);
    }

    /// <summary>Whether stimuli are still being made behind hidden labels: none may be heard before all can be.</summary>
    public static bool IsWithheld(LiveTrial trial, IReadOnlyList<Output> outputs, RunningTrial? running) =>
        trial.IsHidden && trial.Kind is not LiveTrialKind.Recognition && running is not null && outputs.Any(IsUnfinished);

    private static StimulusProgress? JointProgress(LiveTrial trial, IReadOnlyList<Output> outputs, RunningTrial? running) =>
        IsWithheld(trial, outputs, running)
            ? new StimulusProgress(outputs.Average(output => IsUnfinished(output) ? running!.ProgressOf(output.Label).Done : 1), "Making all stimuli")
            : null;

    private StimulusView Show(LiveTrial trial, Output output, RunningTrial? running, StimulusProgress? joint)
    {
        if (joint is { } withheld)
            return new StimulusView { Label = output.Label, Status = OutputStatus.Running, Progress = withheld.Done, ProgressText = withheld.Text, OutputId = output.Id, Kept = output.Kept };

        if (running is null && IsUnfinished(output)) output = output with { Status = OutputStatus.Failed, Error = NotStored };
        var progress = IsUnfinished(output) ? running!.ProgressOf(output.Label) : new StimulusProgress(1, "");
        var view = new StimulusView
        {
            Label = output.Label,
            Status = output.Status,
            Progress = progress.Done,
            ProgressText = progress.Text is "" ? null : progress.Text,
            Error = trial.IsHidden && output.Status is OutputStatus.Failed ? HiddenFailure : output.Error,
            OutputId = output.Id,
            Kept = output.Kept,
            Seconds = trial is { IsHidden: true, Kind: LiveTrialKind.Synthesis } ? StimulusAudio.RoundUp(output.AudioSeconds) : output.AudioSeconds,
            DelaySeconds = output.DelaySeconds,
            Text = output.Text,
            Words = output.Words is null ? null : JsonSerializer.Deserialize<WordView[]>(output.Words, JsonSerializerOptions.Web),
            Score = Score(trial, output),
        };
        return trial.IsHidden ? view : view with
        {
            ProcessingSeconds = output.ProcessingSeconds,
            RealTimeFactor = output is { ProcessingSeconds: { } processing, AudioSeconds: > 0 and var audio } ? processing / audio : null,
            FirstAudioSeconds = output.FirstResultSeconds,
            BitRate = output.BitRate,
            Tokens = Tokens(output),
            System = Identity(output),
            Settings = Settings(output),
        };
    }

    private static bool IsUnfinished(Output output) => output.Status is OutputStatus.Queued or OutputStatus.Running;

    private static ScoreView? Score(LiveTrial trial, Output output)
    {
        if (trial.Reference is not { } reference || output is not { Status: OutputStatus.Done, Text: { } text }) return null;
        var score = TranscriptScore.Of(reference, text);
        var counts = score.Words.Counts;
        return new ScoreView(
            score.WordErrorRate, score.CharacterErrorRate, counts.Substitutions, counts.Deletions, counts.Insertions, counts.ReferenceLength,
            [.. score.Words.Tokens.Select(token => new AlignmentView(token.Operation, token.Reference, token.Hypothesis))]);
    }

    private static TokensView? Tokens(Output output)
    {
        if (output.Tokens is null || JsonSerializer.Deserialize<TokensView>(output.Tokens, JsonSerializerOptions.Web) is not { } tokens) return null;
        return tokens.Codebooks * tokens.Frames > MostCodesDrawn ? tokens with { Codes = null } : tokens;
    }

    private StimulusSystem Identity(Output output) => output.SystemId is { } id
        ? new(id, appearance.TitleOf(id), appearance.ColourOf(id), output.Role)
        : new(output.Role.Id(), output.Role.Title(), -1, output.Role);

    private static JsonObject Settings(Output output)
    {
        var settings = JsonNode.Parse(output.Settings)!.AsObject();
        if (output.Seed is { } seed) settings["seed"] = seed;
        return settings;
    }
}
