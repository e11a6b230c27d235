namespace SpeechScoop.ListeningTests;

/// <summary>How often a stimulus, or a pair, was rated: once for each page, however many scales the page asks. Training and repeats do not count.</summary>
/// <param name="Trial">Id of the trial.</param>
/// <param name="Stimulus">Id of the stimulus rated.</param>
/// <param name="Other">Pairs: id of the stimulus it was compared with, in either order; null where one stimulus is rated.</param>
/// <param name="Count">0 or more.</param>
public sealed record CoverageCount(string Trial, string Stimulus, string? Other, int Count);

/// <summary>The ratings that a test already has (or that sessions under way will give), as the planner needs them.</summary>
public sealed class Coverage
{
    private readonly Dictionary<(string Trial, string Stimulus), int> stimuli = [];

    private readonly Dictionary<(string Trial, string First, string Second), int> pairs = [];

    /// <summary>Sums the counts; rows may repeat.</summary>
    public Coverage(IEnumerable<CoverageCount> counts) => Add(counts);

    private Coverage(Coverage other) => (stimuli, pairs) = (new(other.stimuli), new(other.pairs));

    private void Add(IEnumerable<CoverageCount> counts)
    {
        foreach (var (trial, stimulus, other, count) in counts)
        {
            stimuli[(trial, stimulus)] = Of(trial, stimulus) + count;
            if (other is null) continue;
            stimuli[(trial, other)] = Of(trial, other) + count;
            var pair = Pair(trial, stimulus, other);
            pairs[pair] = pairs.GetValueOrDefault(pair) + count;
        }
    }

    /// <summary>No ratings.</summary>
    public static Coverage None { get; } = new([]);

    /// <summary>Ratings of a stimulus in a trial, alone or in pairs.</summary>
    public int Of(string trial, string stimulus) => stimuli.GetValueOrDefault((trial, stimulus));

    /// <summary>Comparisons of two stimuli of a trial, in either order.</summary>
    public int OfPair(string trial, string stimulus, string other) => pairs.GetValueOrDefault(Pair(trial, stimulus, other));

    /// <summary>Counts ratings that were given: each session, page and stimulus once.</summary>
    public static Coverage Of(IEnumerable<TestRating> ratings) => new(ratings
        .Where(rating => !rating.Training && !rating.Repeat)
        .DistinctBy(rating => (rating.Session, rating.Page, rating.Stimulus is var a && rating.OtherStimulus is { } b && string.CompareOrdinal(a, b) > 0 ? b : rating.Stimulus))
        .Select(rating => new CoverageCount(rating.Trial, rating.Stimulus, rating.OtherStimulus, 1)));

    /// <summary>
    /// Counts the pages that sessions show, answered or not: plans of the sessions under way and completed keep listeners who
    /// start at the same time from getting the same trials.
    /// </summary>
    public static Coverage Of(ListeningTestDefinition definition, IEnumerable<SessionPlan> plans)
    {
        var coverage = new Coverage([]);
        coverage.Add(definition, plans.SelectMany(plan => plan.Pages), 1);
        return coverage;
    }

    /// <summary>Counts pages that a session shows, or takes them back.</summary>
    /// <param name="times">1, or −1 to take back what was counted before.</param>
    public void Add(ListeningTestDefinition definition, IEnumerable<PlannedPage> pages, int times)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Dictionary<string, TrialDesign>? designs = null;
        foreach (var page in pages.Where(page => page.Trial is not null && !page.Repeat && definition.Sections[page.Section] is TrialSection { Training: false }))
        {
            designs ??= definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials).DistinctBy(trial => trial.Id).ToDictionary(trial => trial.Id, trial => trial.Design);
            if (designs.TryGetValue(page.Trial!, out var design)) Add(Counts(page, design, times));
        }
    }

    /// <summary>The same counts, which stay as they are now.</summary>
    public Coverage Copy() => new(this);

    private static IEnumerable<CoverageCount> Counts(PlannedPage page, TrialDesign design, int times) => StimulusOrder.ComparesTwo(design)
        ? page.Stimuli is [var first, var second] ? [new(page.Trial!, first, second, times)] : []
        : page.Stimuli.Select(stimulus => new CoverageCount(page.Trial!, stimulus, null, times));

    private static (string Trial, string First, string Second) Pair(string trial, string a, string b) =>
        string.CompareOrdinal(a, b) < 0 ? (trial, a, b) : (trial, b, a);
}
