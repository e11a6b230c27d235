using SpeechScoop.Audio.Loudness;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Audio.Signals;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Audio.ListeningTests;

/// <summary>
/// Makes the stimuli of a trial comparable: one rate, one channel count, in time with the reference, one length where listeners
/// switch between them, one loudness, no clipping; and for MUSHRA the anchors, made from the reference as it is then. What was
/// found and done is reported. A pure function: the same input gives the same samples.
/// </summary>
public static class StimulusPreparation
{
    /// <summary>Highest true peak of a stimulus whose level is matched, in dBTP.</summary>
    public const double CeilingDb = -1;

    /// <summary>Prepares a trial's stimuli.</summary>
    /// <param name="design">How the trial asks; decides whether stimuli are switched between, and whether anchors are made.</param>
    /// <param name="settings">What to do.</param>
    /// <param name="sources">All stimuli of the trial that have audio; not the anchors that are to be made.</param>
    public static PreparedTrial Prepare(TrialDesign design, PreparationSettings settings, IReadOnlyList<SourceStimulus> sources)
    {
        var notes = new PreparationNotes();
        var stimuli = sources.Select(source => new StimulusInWork(source)).ToList();
        SourceChecks.Run(design, settings, sources, notes);
        if (notes.HasErrors) return Report([]);

        var reference = stimuli.FirstOrDefault(stimulus => stimulus.Role == StimulusRole.Reference);
        Unify(settings, stimuli);
        foreach (var stimulus in stimuli)
            stimulus.Figures = stimulus.Figures with { SourceLufs = LoudnessMeter.Integrated(stimulus.Audio), BandwidthHz = SpectralBandwidth.Hertz(stimulus.Audio) };
        SignalChecks.Bandwidths(stimuli, reference, notes);
        if (reference is not null) Timing.Align(design, settings.Align, stimuli, reference, notes);
        Timing.FitLengths(design, settings.Length, stimuli, reference, notes);
        LevelMatching.Match(settings, stimuli, reference, notes);
        if (design == TrialDesign.Mushra) AnchorMaking.Add(settings, stimuli, reference!, notes);
        if (notes.HasErrors) return Report([]);
        LevelMatching.KeepBelowCeiling(settings, stimuli, reference, notes);
        foreach (var stimulus in stimuli) stimulus.Finish();
        SignalChecks.Prepared(design, settings, stimuli, notes);
        return Report([.. stimuli.Select(stimulus => new PreparedStimulus(stimulus.Id, stimulus.Role, stimulus.Audio))]);

        PreparedTrial Report(IReadOnlyList<PreparedStimulus> prepared) =>
            new(prepared, new PreparationReport(notes.Findings, [.. stimuli.Select(stimulus => stimulus.Figures)]));
    }

    /// <summary>Whether listeners switch between the stimuli of a page while they play, so that all must have one length.</summary>
    internal static bool IsSwitched(TrialDesign design) => design is
        TrialDesign.Mushra or TrialDesign.Bs1116 or TrialDesign.Ab or TrialDesign.Abx or TrialDesign.Likert or TrialDesign.Arena;

    private static void Unify(PreparationSettings settings, List<StimulusInWork> stimuli)
    {
        var rate = settings.SampleRate ?? stimuli.Max(stimulus => stimulus.Audio.SampleRate);
        var channels = settings.Mono ? 1 : stimuli.Max(stimulus => stimulus.Audio.ChannelCount);
        foreach (var stimulus in stimuli)
        {
            var audio = Resample.To(settings.Mono ? stimulus.Audio.ToMono() : stimulus.Audio, rate);
            stimulus.Audio = audio.ChannelCount == channels ? audio : new AudioClip(rate, [.. Enumerable.Repeat(audio.Channel(0).ToArray(), channels)]);
        }
    }
}
