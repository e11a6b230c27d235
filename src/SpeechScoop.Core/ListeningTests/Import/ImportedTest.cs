namespace SpeechScoop.ListeningTests;

/// <summary>Something that a configuration says and the imported test does not do.</summary>
/// <param name="Place">Where, such as <c>pages[3].showConditionNames</c>.</param>
/// <param name="Line">In the file, from 1.</param>
/// <param name="Message">What is not carried over, why, and what happens instead.</param>
public sealed record NotCarriedOver(string Place, int Line, string Message);

/// <summary>A draft made from another program's configuration.</summary>
/// <param name="Definition">Without audio: stimuli name their file in <see cref="StimulusProvenance.File"/>.</param>
/// <param name="NotCarriedOver">In the order of the configuration.</param>
public sealed record ImportedTest(ListeningTestDefinition Definition, IReadOnlyList<NotCarriedOver> NotCarriedOver)
{
    /// <summary>Files of volume pages, by index of the section.</summary>
    public IReadOnlyDictionary<int, string> VolumeFiles { get; init; } = new Dictionary<int, string>();

    /// <summary>Every file that the test needs, once, as the configuration writes it.</summary>
    public IReadOnlyList<string> Media => [.. VolumeFiles.OrderBy(file => file.Key).Select(file => file.Value).Concat(
        Definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials).SelectMany(trial => trial.Stimuli)
            .Select(stimulus => stimulus.Provenance?.File).OfType<string>()).Distinct()];

    /// <summary>The definition with the audio that was found.</summary>
    /// <param name="found">SHA-256 by file, as <see cref="Media"/> names them; may lack some.</param>
    public ListeningTestDefinition WithAudio(IReadOnlyDictionary<string, string> found) => Definition with
    {
        Sections = [.. Definition.Sections.Select((section, index) => section switch
        {
            VolumeSection volume when VolumeFiles.TryGetValue(index, out var file) => volume with { Clip = found.GetValueOrDefault(file) },
            TrialSection trials => trials with { Trials = [.. trials.Trials.Select(trial => trial with { Stimuli = [.. trial.Stimuli.Select(stimulus =>
                stimulus.Provenance?.File is { } file ? stimulus with { Source = found.GetValueOrDefault(file) } : stimulus)] })] },
            _ => section,
        })],
    };
}
