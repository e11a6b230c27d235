namespace SpeechScoop.ListeningTests;

/// <summary>The trials of each design for the same audio.</summary>
internal static class TrialTemplates
{
    /// <summary>Longest heading of a trial, in characters.</summary>
    private const int LongestTitle = 200;

    /// <summary>All trials of a test, item by item.</summary>
    public static IReadOnlyList<Trial> Of(TrialDesign design, TestMaterial material, TemplateOptions options)
    {
        var usual = new TrialOptions { AllowTie = options.AllowTie, Comment = options.Comment };
        var trials = material.Items.SelectMany(item => OfItem(design, material, item)).Select(trial => trial with
        {
            Options = design is TrialDesign.Transcription ? usual with { Loop = false, Waveform = false } : usual,
            Title = options.ShowText ? Shown(trial) : "",
            Scales = design is TrialDesign.Likert ? (options.Scales.Count > 0 ? options.Scales : [Naturalness]) : [],
        });
        return Numbered([.. trials]);
    }

    /// <summary>The text of a trial's clips, as far as a heading has room.</summary>
    private static string Shown(Trial trial) =>
        trial.Stimuli.Select(stimulus => stimulus.Transcript).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))?.Trim() is { } text ? text[..Math.Min(text.Length, LongestTitle)] : "";

    private static IEnumerable<Trial> OfItem(TrialDesign design, TestMaterial material, MaterialItem item)
    {
        Trial Make(string id, params IEnumerable<TestCondition> conditions) =>
            new() { Id = id, Design = design, Item = item.Id, Stimuli = [.. conditions.Select(condition => StimulusOf(item, condition))] };

        return design switch
        {
            TrialDesign.Mushra => [Make(item.Id, material.Conditions)],
            TrialDesign.Arena => [Make(item.Id, material.Systems)],
            TrialDesign.Dcr or TrialDesign.Bs1116 => material.Systems.Select(system => Make($"{item.Id}-{system.Id}", material.Reference!, system)),
            TrialDesign.Ab or TrialDesign.Abx or TrialDesign.Ccr =>
                Pairs(design, material).Select(pair => Make($"{item.Id}-{pair.First.Id}-{pair.Second.Id}", pair.First, pair.Second)),
            _ => material.Conditions.Select(condition => Make($"{item.Id}-{condition.Id}", condition)),
        };
    }

    /// <summary>
    /// CCR and ABX ask how far systems are from the original where there is one; AB asks which system is better, and takes the
    /// original only where there is just one system.
    /// </summary>
    private static IEnumerable<(TestCondition First, TestCondition Second)> Pairs(TrialDesign design, TestMaterial material)
    {
        var systems = material.Systems;
        if (material.Reference is { } reference && (design is not TrialDesign.Ab || systems.Count == 1))
            return systems.Select(system => (reference, system));
        return systems.SelectMany((first, i) => systems.Skip(i + 1).Select(second => (first, second)));
    }

    private static Stimulus StimulusOf(MaterialItem item, TestCondition condition)
    {
        var clip = item.Clips.FirstOrDefault(clip => clip.Condition == condition.Id);
        return new Stimulus
        {
            Id = condition.Id,
            Condition = condition.Id,
            Role = condition.Role,
            Source = clip?.Source,
            Transcript = clip?.Transcript,
            Provenance = clip?.Provenance,
        };
    }

    /// <summary>Ids that names happen to make alike are told apart.</summary>
    private static Trial[] Numbered(Trial[] trials)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. trials.Select(trial => trial with { Id = Identifiers.Unique(trial.Id, taken) })];
    }

    private static ScaleDefinition Naturalness { get; } = new()
    {
        Id = "naturalness",
        Question = "How natural does it sound?",
        Minimum = 1,
        Maximum = 5,
        Points = [new(5, "Completely natural"), new(4, "Mostly natural"), new(3, "Equally natural and unnatural"), new(2, "Mostly unnatural"), new(1, "Completely unnatural")],
    };
}
