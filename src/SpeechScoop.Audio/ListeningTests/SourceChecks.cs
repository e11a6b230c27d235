using SpeechScoop.Audio.Signals;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Audio.ListeningTests;

/// <summary>What can be said of a trial's sources before anything is done with them.</summary>
internal static class SourceChecks
{
    private const double SilentDb = -80, CancelledDb = 10;
    private const int ClippedRun = 3, NarrowBandRate = 16_000;
    private const float FullScale = 32767f / 32768f;

    /// <summary>Notes what is wrong or remarkable.</summary>
    public static void Run(TrialDesign design, PreparationSettings settings, IReadOnlyList<SourceStimulus> sources, PreparationNotes notes)
    {
        CheckTrial(design, settings, sources, notes);
        foreach (var source in sources)
        {
            if (CheckSamples(source, notes)) CheckSignal(source, settings, notes);
        }
        if (sources.Count > 0) CheckRates(settings, sources, notes);
    }

    private static void CheckTrial(TrialDesign design, PreparationSettings settings, IReadOnlyList<SourceStimulus> sources, PreparationNotes notes)
    {
        if (sources.Count == 0) notes.Error("no-stimuli", null, $"The trial has no audio.", "Give each of its stimuli an audio file.");
        foreach (var twice in sources.GroupBy(source => source.Id).Where(group => group.Count() > 1))
            notes.Error("stimulus-twice", twice.Key, $"The trial has {twice.Count()} stimuli with the id {twice.Key}.", "Give each stimulus of a trial an id of its own.");
        var references = sources.Count(source => source.Role == StimulusRole.Reference);
        if (references > 1) notes.Error("reference-twice", null, $"The trial has {references} references.", "Leave the role of reference to one stimulus.");
        if (references == 0 && sources.Count > 0 && design is TrialDesign.Mushra or TrialDesign.Bs1116 or TrialDesign.Dcr)
            notes.Error("reference-missing", null, $"A trial of the design {design} needs a reference, and has none.", "Add the original as a stimulus with the role of reference.");
        if (settings.SampleRate is < 8_000 or > 192_000)
            notes.Error("sample-rate-unusable", null, $"The sample rate to prepare for is {settings.SampleRate} Hz.", "Choose 8,000 to 192,000 Hz, or the sources' highest.");
        if (!double.IsFinite(settings.TargetLufs) || settings.TargetLufs is < -60 or > -10)
            notes.Error("target-unusable", null, $"The loudness to prepare for is {settings.TargetLufs} LUFS.", "Choose -60 to -10 LUFS; speech usually has -26.");
        var widest = sources.Count == 0 ? 1 : sources.Max(source => source.Audio.ChannelCount);
        if (settings.Mono) return;
        foreach (var odd in sources.Where(source => source.Audio.ChannelCount != 1 && source.Audio.ChannelCount != widest))
            notes.Error("channels-differ", odd.Id, $"Has {odd.Audio.ChannelCount} channels where others of the trial have {widest}.", "Mix it yourself, or mix all of the test down to mono.");
    }

    private static bool CheckSamples(SourceStimulus source, PreparationNotes notes)
    {
        if (source.Audio.Length == 0)
        {
            notes.Error("empty", source.Id, $"Holds no samples.", "Make or upload it again.");
            return false;
        }
        var bad = Channels(source.Audio).Sum(c => CountNonFinite(source.Audio.Channel(c)));
        if (bad > 0)
        {
            notes.Error("not-finite", source.Id, $"Has {bad} samples that are infinite or no number.", "Make it again: the program that wrote it failed.");
            return false;
        }
        if (Levels.ToDb(Peak(source.Audio)) > SilentDb) return true;
        notes.Error("silent", source.Id, $"Is silent: no sample of it is above {SilentDb} dBFS.", "Make or upload it again, or take it out of the test.");
        return false;
    }

    private static void CheckSignal(SourceStimulus source, PreparationSettings settings, PreparationNotes notes)
    {
        var (id, audio) = (source.Id, source.Audio);
        var peak = Peak(audio);
        if (peak > 1)
        {
            notes.Tell("over-full-scale", id, $"Reaches {Levels.ToDb(peak):0.0} dB above full scale, which a file of floating-point samples can hold.");
        }
        else if (Channels(audio).Sum(c => CountClipped(audio.Channel(c))) is > 0 and var clipped)
        {
            notes.Warn("source-clipped", id, $"Has {clipped} samples in stretches at full scale: it was clipped before it came here.", "Make it again at a lower level. Listeners hear the distortion as its own.");
        }
        if (!settings.Mono || audio.ChannelCount == 1) return;
        var loudest = Channels(audio).Max(c => Levels.RmsDb(audio.Channel(c)));
        var mixed = Levels.RmsDb(audio.ToMono().Channel(0));
        if (mixed > loudest - CancelledDb) return;
        notes.Warn("channels-cancel", id, $"Loses {loudest - mixed:0} dB by mixing down: its channels cancel each other.", "Keep the channels, or upload one of them.");
    }

    private static void CheckRates(PreparationSettings settings, IReadOnlyList<SourceStimulus> sources, PreparationNotes notes)
    {
        var highest = sources.Max(source => source.Audio.SampleRate);
        foreach (var low in sources.Where(source => source.Audio.SampleRate < NarrowBandRate))
            notes.Warn("low-rate", low.Id, $"Has a sample rate of {low.Audio.SampleRate} Hz: nothing above {low.Audio.SampleRate / 2} Hz can be heard in it.", "Use a recording of 16 kHz or more unless a narrow band is what is tested.");
        var rates = sources.Select(source => source.Audio.SampleRate).Distinct().Order().ToArray();
        if (rates.Length > 1) notes.Tell("rates-differ", null, $"Sample rates differ ({string.Join(", ", rates)} Hz); all become {settings.SampleRate ?? highest} Hz.");
        if (settings.SampleRate < highest)
            notes.Warn("rate-lowered", null, $"Is prepared for {settings.SampleRate} Hz though it has sources of {highest} Hz: what lies above {settings.SampleRate / 2} Hz is lost.", "Prepare for the sources' highest rate.");
    }

    private static float Peak(AudioClip clip) => Channels(clip).Max(c => Levels.Peak(clip.Channel(c)));

    private static IEnumerable<int> Channels(AudioClip clip) => Enumerable.Range(0, clip.ChannelCount);

    private static int CountNonFinite(ReadOnlySpan<float> samples)
    {
        var count = 0;
        foreach (var sample in samples)
            if (!float.IsFinite(sample)) count++;
        return count;
    }

    /// <summary>Samples at full scale that have company: a single one may be the peak of a normalised recording.</summary>
    private static int CountClipped(ReadOnlySpan<float> samples)
    {
        int count = 0, run = 0;
        foreach (var sample in samples)
        {
            run = Math.Abs(sample) >= FullScale ? run + 1 : 0;
            if (run == ClippedRun) count += ClippedRun;
            else if (run > ClippedRun) count++;
        }
        return count;
    }
}
