namespace SpeechScoop.ListeningTests;

/// <summary>webMUSHRA's pages with ratings as trials: mushra pages whole, all others one trial for each stimulus or, for likert_multi_stimulus, one for all.</summary>
internal sealed class WebMushraTrials(List<NotCarriedOver> notes)
{
    private readonly HashSet<string> trialIds = [];
    private readonly HashSet<string> usedPages = [];
    private readonly List<(PageReader Page, List<Stimulus> Stimuli)> mushra = [];
    private readonly Dictionary<string, string> pageIds = [];
    private readonly WebMushraStimuli stimuli = new(notes);
    private readonly WebMushraScales scales = new(notes);

    public bool Anchor35 { get; private set; }

    public bool Anchor70 { get; private set; }

    public IReadOnlyList<TestCondition> Conditions => stimuli.Conditions;

    /// <summary>Whether a page asks for ratings that can be carried over.</summary>
    public static bool Makes(ConfigNode page) =>
        page["type"]?.Text?.Trim() is "mushra" or "bs1116" or "paired_comparison" or "likert_single_stimulus" or "likert_multi_stimulus";

    /// <summary>The trials of a page.</summary>
    /// <param name="several">Whether webMUSHRA makes a page of each stimulus, in random order.</param>
    /// <param name="limit">How many of them a listener gets; null for all.</param>
    public List<Trial> Of(ConfigNode node, string place, out bool several, out int? limit)
    {
        var page = new PageReader(node, place, notes);
        var type = page.Raw("type").Trim();
        several = type is "bs1116" or "paired_comparison" or "likert_single_stimulus";
        limit = null;
        var usual = new Trial { Id = PageId(page), Design = TrialDesign.Mushra, Item = PageId(page), Title = page.Text("name"), Question = page.Text("content") };
        List<Trial> made;
        switch (type)
        {
            case "mushra":
                made = [Mushra(page, usual)];
                break;
            case "bs1116":
                page.NoteIf("createAnchor35", true, "BS.1116 has no anchors; webMUSHRA does not make them on such a page either.");
                page.NoteIf("createAnchor70", true, "BS.1116 has no anchors; webMUSHRA does not make them on such a page either.");
                made = Against(page, usual with { Design = TrialDesign.Bs1116, Options = Playing(page) });
                break;
            case "paired_comparison":
                page.Note("unforced", "There is no third answer in ABX: listeners must choose.");
                page.Note(node, "", "The page asks which of two is the reference. It becomes an ABX trial of reference and stimulus, in which X is either of them by lot.");
                made = Against(page, usual with { Design = TrialDesign.Abx, Options = Playing(page) });
                break;
            default:
                made = Likert(page, usual, several, out limit);
                break;
        }
        page.Rest();
        made.RemoveAll(trial => trial.Stimuli.Count == 0);
        return [.. made.Select(trial => trial with { Id = Identifiers.Unique(trial.Id, trialIds) })];
    }

    /// <summary>The page's id; a later page of the same id gets a number, since webMUSHRA would mix up their results.</summary>
    private string PageId(PageReader page)
    {
        if (pageIds.TryGetValue(page.Place, out var known)) return known;
        var id = page.Raw("id");
        var unique = Identifiers.Unique(Identifiers.From(id.Length > 0 ? id : "trial"), usedPages);
        if (id.Length > 0 && unique != id) page.Note(page.Get("id")!, "id", $"The page id '{id}' becomes '{unique}' here: ids are unique, and made of letters, digits, dots, _ and -.");
        return pageIds[page.Place] = unique;
    }

    private static TrialOptions Playing(PageReader page) => new()
    {
        Loop = page.Truth("enableLooping") != false,
        Waveform = page.Truth("showWaveform") != false,
    };

    private Trial Mushra(PageReader page, Trial usual)
    {
        page.NoteIf("showConditionNames", true, "Conditions stay hidden from listeners.");
        page.NoteIf("strict", false, "The standard's limit of 12 signals holds: a page with more cannot be published.");
        page.Get("strict");
        var list = new List<Stimulus>();
        if (stimuli.Reference(page) is { } reference) list.Add(reference);
        list.AddRange(stimuli.Of(page));
        foreach (var role in (StimulusRole[])[StimulusRole.Anchor35, StimulusRole.Anchor70])
        {
            var field = role == StimulusRole.Anchor35 ? "createAnchor35" : "createAnchor70";
            if (page.Truth(field) != true) continue;
            list.Add(stimuli.Anchor(role));
            Anchor35 |= role == StimulusRole.Anchor35;
            Anchor70 |= role == StimulusRole.Anchor70;
        }
        mushra.Add((page, list));
        return usual with
        {
            Stimuli = list,
            Options = Playing(page) with { ShuffleStimuli = page.Truth("randomize") != false, RestartOnSwitch = page.Truth("switchBack") == true },
        };
    }

    /// <summary>Says which pages get an anchor that they do not ask for: preparation makes anchors for all MUSHRA trials or none.</summary>
    public void NoteAnchors()
    {
        foreach (var (page, list) in mushra)
            foreach (var (role, wanted, name) in ((StimulusRole, bool, string)[])[(StimulusRole.Anchor35, Anchor35, "createAnchor35"), (StimulusRole.Anchor70, Anchor70, "createAnchor70")])
                if (wanted && list.TrueForAll(stimulus => stimulus.Role != role))
                    page.Note(page.Get(name) ?? page.Node, name, "Other pages ask for this anchor, so this one gets it too: anchors are made for all MUSHRA pages of a test or for none.");
    }

    private List<Trial> Against(PageReader page, Trial usual)
    {
        var reference = stimuli.Reference(page);
        return [.. stimuli.Of(page).Select(stimulus => usual with
        {
            Id = $"{usual.Id}-{stimulus.Id}",
            Stimuli = reference is null ? [stimulus] : [reference, stimulus],
        })];
    }

    private List<Trial> Likert(PageReader page, Trial usual, bool several, out int? limit)
    {
        page.NoteIf("showWaveform", true, "The waveform of what is rated stays hidden.");
        page.Get("showWaveform");
        page.Note("randomize", "webMUSHRA does not read this on Likert pages: stimuli are always shuffled.");
        page.Note("reference", "Likert pages have no reference; it is left out.");
        limit = several && page.Number("maxStimuli") is >= 1 and var most ? (int)Math.Min(most, 10_000) : null;
        var play = page.Raw("mustPlayback") switch { "ended" => PlayRule.ToTheEnd, "processUpdate" => PlayRule.Started, _ => PlayRule.None };
        if (play == PlayRule.None) page.NoteIf("mustPlayback", true, "'mustPlayback' is neither ended nor processUpdate; nothing must be played.");
        var trial = usual with
        {
            Design = TrialDesign.Likert,
            Scales = scales.Of(page),
            Options = new() { Loop = false, Waveform = false, MustPlay = play, MustRate = page.Truth("mustRate") == true },
        };
        var all = stimuli.Of(page);
        return several ? [.. all.Select(stimulus => trial with { Id = $"{usual.Id}-{stimulus.Id}", Stimuli = [stimulus] })] : [trial with { Stimuli = all }];
    }
}
