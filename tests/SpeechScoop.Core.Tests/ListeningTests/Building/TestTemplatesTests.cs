using SpeechScoop.ListeningTests;

namespace SpeechScoop.Core.Tests.ListeningTests.Building;

public class TestTemplatesTests
{
    [Theory]
    [InlineData(TrialDesign.Acr, 8, 1)]
    [InlineData(TrialDesign.P835, 8, 1)]
    [InlineData(TrialDesign.Likert, 8, 1)]
    [InlineData(TrialDesign.Transcription, 8, 1)]
    [InlineData(TrialDesign.Dcr, 6, 2)]
    [InlineData(TrialDesign.Bs1116, 6, 2)]
    [InlineData(TrialDesign.Ccr, 6, 2)]
    [InlineData(TrialDesign.Abx, 6, 2)]
    [InlineData(TrialDesign.Ab, 6, 2)]
    [InlineData(TrialDesign.Mushra, 2, 6)]
    [InlineData(TrialDesign.Arena, 2, 3)]
    public void Each_design_asks_about_two_items_of_three_systems_and_a_reference_in_its_own_way(TrialDesign design, int trials, int stimuli)
    {
        var definition = TestTemplates.Create(design, Materials.Of(systems: 3, items: 2, reference: true), new() { Title = "T" }).Value;
        var section = definition.Sections.OfType<TrialSection>().Single(section => !section.Training);
        Assert.Equal(trials, section.Trials.Count);
        Assert.All(section.Trials, trial => Assert.Equal((design, stimuli), (trial.Design, trial.Stimuli.Count)));
        Assert.Equal(trials, section.Trials.Select(trial => trial.Id).Distinct().Count());
        var referenced = design is not (TrialDesign.Ab or TrialDesign.Arena or TrialDesign.Acr or TrialDesign.P835 or TrialDesign.Likert or TrialDesign.Transcription);
        if (referenced) Assert.All(section.Trials, trial => Assert.Single(trial.Stimuli, stimulus => stimulus.Role is StimulusRole.Reference));
    }

    [Fact]
    public void Without_a_reference_pairs_are_of_systems_in_the_order_of_the_definition()
    {
        var definition = TestTemplates.Create(TrialDesign.Ccr, Materials.Of(systems: 3, items: 1, reference: false), new() { Title = "T", TrainingTrials = 0 }).Value;
        Assert.Equal(
            ["s1 s2", "s1 s3", "s2 s3"],
            definition.Sections.OfType<TrialSection>().Single().Trials.Select(trial => string.Join(' ', trial.Stimuli.Select(stimulus => stimulus.Condition))));
    }

    [Theory]
    [InlineData(TrialDesign.Mushra)]
    [InlineData(TrialDesign.Dcr)]
    [InlineData(TrialDesign.Bs1116)]
    public void A_design_that_compares_with_a_reference_is_refused_without_one(TrialDesign design) =>
        Assert.Equal("reference-missing", TestTemplates.Create(design, Materials.Of(3, 1, reference: false), new() { Title = "T" }).Error?.Code);

    [Fact]
    public void A_pair_needs_two_conditions_and_an_arena_two_systems()
    {
        Assert.Equal("conditions-missing", TestTemplates.Create(TrialDesign.Ab, Materials.Of(1, 1, reference: false), new()).Error?.Code);
        Assert.Null(TestTemplates.Create(TrialDesign.Ab, Materials.Of(1, 1, reference: true), new()).Error);
        Assert.Equal("conditions-missing", TestTemplates.Create(TrialDesign.Arena, Materials.Of(1, 1, reference: true), new()).Error?.Code);
        Assert.Equal("material-empty", TestTemplates.Create(TrialDesign.Acr, new([], []), new()).Error?.Code);
    }

    [Fact]
    public void Missing_clips_become_stimuli_without_audio()
    {
        var whole = Materials.Of(systems: 2, items: 2, reference: true);
        var holed = whole with { Items = [whole.Items[0], whole.Items[1] with { Clips = [.. whole.Items[1].Clips.Where(clip => clip.Condition != "s2")] }] };
        var trials = TestTemplates.Create(TrialDesign.Mushra, holed, new() { Title = "T" }).Value.Sections.OfType<TrialSection>().Last().Trials;
        Assert.Equal(["i2/s2"], trials.SelectMany(trial => trial.Stimuli.Where(stimulus => stimulus is { Source: null, Role: StimulusRole.System }).Select(stimulus => $"{trial.Item}/{stimulus.Condition}")));
    }

    [Fact]
    public void Training_is_a_section_of_its_own_with_the_first_trials()
    {
        var sections = TestTemplates.Create(TrialDesign.Acr, Materials.Of(2, 3, reference: false), new() { Title = "T", TrainingTrials = 2 }).Value.Sections;
        var training = Assert.IsType<TrialSection>(sections[^2]);
        Assert.True(training.Training);
        Assert.Equal(["training-i1-s1", "training-i1-s2"], training.Trials.Select(trial => trial.Id));
    }

    [Fact]
    public void Anchors_come_and_go_with_the_settings_of_preparation()
    {
        var definition = TestTemplates.Create(TrialDesign.Mushra, Materials.Of(2, 1, reference: true), new() { Title = "T" }).Value;
        Assert.Equal(["reference", "s1", "s2", "anchor35", "anchor70"], definition.Conditions.Select(condition => condition.Id));
        var without = AnchorStimuli.Apply(definition with { Preparation = definition.Preparation with { Anchor70 = false } });
        Assert.Equal(["reference", "s1", "s2", "anchor35"], without.Conditions.Select(condition => condition.Id));
        Assert.DoesNotContain(without.Sections.OfType<TrialSection>().SelectMany(section => section.Trials).SelectMany(trial => trial.Stimuli), stimulus => stimulus.Role is StimulusRole.Anchor70);
        Assert.Equal(DefinitionJson.Write(definition), DefinitionJson.Write(AnchorStimuli.Apply(AnchorStimuli.Apply(definition))));
    }

    [Theory]
    [InlineData(TrialDesign.Acr)]
    [InlineData(TrialDesign.Dcr)]
    [InlineData(TrialDesign.Ccr)]
    [InlineData(TrialDesign.Mushra)]
    [InlineData(TrialDesign.Ab)]
    [InlineData(TrialDesign.Abx)]
    [InlineData(TrialDesign.Bs1116)]
    [InlineData(TrialDesign.P835)]
    [InlineData(TrialDesign.Likert)]
    [InlineData(TrialDesign.Arena)]
    [InlineData(TrialDesign.Transcription)]
    public void A_draft_of_every_design_has_no_error_from_the_start(TrialDesign design)
    {
        var definition = TestTemplates.Create(design, Materials.Of(systems: 3, items: 2, reference: true), new() { Title = "T" }).Value;
        var errors = DefinitionCheck.Find(definition).Where(problem => problem.Severity is ProblemSeverity.Error && problem.Code is not "transcript-missing");
        Assert.Equal([], errors.Select(problem => $"{problem.Place}: {problem.Message}"));
    }
}
