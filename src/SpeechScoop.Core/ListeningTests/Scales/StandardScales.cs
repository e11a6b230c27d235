namespace SpeechScoop.ListeningTests;

/// <summary>The scales of the standards in the languages of the listener's page, and what a trial makes of them.</summary>
public static partial class StandardScales
{
    /// <summary>Languages that have all words: <c>en de fr es zh ja</c>.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "de", "fr", "es", "zh", "ja"];

    /// <summary>Ids of the scales that a trial asks, in the usual order.</summary>
    public static IReadOnlyList<string> Ids(Trial trial) => trial.Design switch
    {
        TrialDesign.Acr => ["acr"],
        TrialDesign.Dcr => ["dcr"],
        TrialDesign.Ccr => ["ccr"],
        TrialDesign.Mushra => ["mushra"],
        TrialDesign.Ab or TrialDesign.Arena => ["preference"],
        TrialDesign.Abx => ["abx"],
        TrialDesign.Bs1116 => ["bs1116"],
        TrialDesign.P835 => ["sig", "bak", "ovrl"],
        TrialDesign.Transcription => ["transcription"],
        _ => [.. trial.Scales.Select(scale => scale.Id)],
    };

    /// <summary>
    /// The scales that a page shows: the design's, with the trial's own words and question where it has some (the numbers of a standard
    /// scale stay), or the trial's own scales (Likert).
    /// </summary>
    /// <param name="trial">Its design and own scales.</param>
    /// <param name="language">One of <see cref="Languages"/>; English otherwise.</param>
    public static IReadOnlyList<ScaleDefinition> For(Trial trial, string language)
    {
        if (trial.Design == TrialDesign.Likert) return trial.Scales;
        return [.. Ids(trial).Select(id => Override(Find(id, language, trial.Options.AllowTie)!, trial.Scales.FirstOrDefault(own => own.Id == id)))];
    }

    /// <summary>The question over a trial: its own, else the usual one of the design.</summary>
    public static string Question(Trial trial, string language) => trial.Question.Length > 0
        ? trial.Question
        : Of(language).Questions[trial.Design.ToString().ToLowerInvariant()];

    /// <summary>A standard scale by id; null for an id that no standard has.</summary>
    /// <param name="id">As in <see cref="ScaleDefinition.Id"/>.</param>
    /// <param name="language">One of <see cref="Languages"/>; English otherwise.</param>
    /// <param name="allowTie">Preference: whether "no preference" is among the answers.</param>
    public static ScaleDefinition? Find(string id, string language, bool allowTie = true)
    {
        var words = Of(language);
        return id switch
        {
            "acr" => Categories(words.Acr, 5),
            "dcr" => Categories(words.Dcr, 5),
            "ccr" => Categories(words.Ccr, 3),
            "sig" => Categories(words.Signal, 5) with { Question = words.Questions["sig"] },
            "bak" => Categories(words.Background, 5) with { Question = words.Questions["bak"] },
            "ovrl" => Categories(words.Acr, 5) with { Question = words.Questions["ovrl"] },
            "mushra" => new() { Id = id, Maximum = 100, Continuous = true, Points = [.. words.Quality.Select((word, i) => new ScalePoint(80 - (20 * i), word))] },
            "bs1116" => Categories(words.Impairment, 5) with { Step = 0.1, Continuous = true },
            "preference" when allowTie => Categories(words.Preference, 1),
            "preference" => new() { Id = id, Minimum = -1, Maximum = 1, Step = 2, Points = [new(1, words.Preference[0]), new(-1, words.Preference[2])] },
            "abx" => new() { Id = id, Maximum = 1, Points = [new(1, words.Abx[0]), new(0, words.Abx[1])] },
            "transcription" => new() { Id = id },
            _ => null,
        };

        ScaleDefinition Categories(string[] labels, int best) => new()
        {
            Id = id, Minimum = best - labels.Length + 1, Maximum = best, Points = [.. labels.Select((word, i) => new ScalePoint(best - i, word))],
        };
    }

    private static ScaleWords Of(string language) => Words.GetValueOrDefault(language) ?? Words["en"];

    private static ScaleDefinition Override(ScaleDefinition standard, ScaleDefinition? own) => own is null
        ? standard
        : standard with
        {
            Question = own.Question.Length > 0 ? own.Question : standard.Question,
            Points = own.Points.Count > 0 ? [.. own.Points.Where(point => standard.Continuous || standard.Points.Any(usual => usual.Value == point.Value))] : standard.Points,
        };
}
