namespace SpeechScoop.ListeningTests;

/// <summary>Which stimuli of a trial are rated, and in which order a listener meets them.</summary>
public static class StimulusOrder
{
    /// <summary>Whether an answer is about two stimuli.</summary>
    public static bool ComparesTwo(TrialDesign design) => design is TrialDesign.Ab or TrialDesign.Ccr or TrialDesign.Abx or TrialDesign.Arena;

    /// <summary>Whether the trial's reference is played openly.</summary>
    public static bool HasOpenReference(TrialDesign design) => design is TrialDesign.Mushra or TrialDesign.Bs1116 or TrialDesign.Dcr;

    /// <summary>The stimuli behind labels: all, the hidden reference too; DCR's reference is only open.</summary>
    public static IReadOnlyList<Stimulus> Rated(Trial trial) => trial.Design == TrialDesign.Dcr
        ? [.. trial.Stimuli.Where(stimulus => stimulus.Role != StimulusRole.Reference)]
        : trial.Stimuli;

    /// <summary>
    /// Pages of a section's trials for one session. Two stimuli come in either order equally often: within a session for half of the
    /// trials, and for each trial in every two consecutive sessions. ABX draws X likewise over every four sessions.
    /// </summary>
    internal static Dictionary<string, PlannedPage> Pages(ListeningTestDefinition definition, int section, int session)
    {
        var trials = ((TrialSection)definition.Sections[section]).Trials;
        var swaps = SeedPath.BalancedBits(SeedPath.Random(definition.Seed, section, 11, session / 2), trials.Count);
        var xs = SeedPath.BalancedBits(SeedPath.Random(definition.Seed, section, 12, session / 4), trials.Count);
        var pages = new Dictionary<string, PlannedPage>();
        for (var i = 0; i < trials.Count; i++)
        {
            var trial = trials[i];
            var random = SeedPath.Random(definition.Seed, section, 13, session, i);
            var ids = Rated(trial).Select(stimulus => stimulus.Id).ToArray();
            var x = trial.Design == TrialDesign.Abx && ids.Length == 2 ? ids[xs[i] ^ (session / 2 % 2 == 1) ? 1 : 0] : null;
            if (trial.Options.ShuffleStimuli && ids.Length > 2) random.Shuffle<string>(ids);
            else if (trial.Options.ShuffleStimuli && ids.Length == 2 && swaps[i] ^ (session % 2 == 1)) Array.Reverse(ids);
            pages.TryAdd(trial.Id, new(section, trial.Id) { Stimuli = ids, X = x, Scales = Scales(definition, trial, session) });
        }
        return pages;
    }

    /// <summary>The page of a trial that comes again: two stimuli the other way round, more in a new order.</summary>
    internal static PlannedPage Again(PlannedPage page, Trial trial, SeededRandom random)
    {
        var ids = page.Stimuli.ToArray();
        if (trial.Options.ShuffleStimuli && ids.Length == 2) Array.Reverse(ids);
        else if (trial.Options.ShuffleStimuli) random.Shuffle<string>(ids);
        return page with { Stimuli = ids, Repeat = true };
    }

    /// <summary>Ids in the order of asking; P.835 asks SIG first in one of every two consecutive sessions, BAK first in the other, OVRL last.</summary>
    internal static IReadOnlyList<string> Scales(ListeningTestDefinition definition, Trial trial, int session)
    {
        var ids = StandardScales.Ids(trial);
        if (trial.Design != TrialDesign.P835) return ids;
        var backgroundFirst = SeedPath.Random(definition.Seed, 15, session / 2).Next(2) == 1 ^ session % 2 == 1;
        return backgroundFirst ? ["bak", "sig", .. ids.Skip(2)] : ids;
    }
}
