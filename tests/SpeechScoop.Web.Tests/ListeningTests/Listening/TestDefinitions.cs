using SpeechScoop.ListeningTests;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.ListeningTests.Listening;

/// <summary>Small tests of all designs.</summary>
internal static class TestDefinitions
{
    public static async Task<ListeningTestDefinition> OfAsync(ScoopApp app, TrialDesign design, Func<ListeningTestDefinition, ListeningTestDefinition>? change = null, TrialOptions? options = null)
    {
        var definition = new ListeningTestDefinition
        {
            Title = "A small test",
            Seed = 11,
            Conditions = [new("ref", "Original", StimulusRole.Reference), new("secret-one", "Secret one"), new("secret-two", "Secret two")],
            Sections = [new TrialSection { Trials = [await TrialAsync(app, design, "t1", options), await TrialAsync(app, design, "t2", options)] }],
        };
        return change?.Invoke(definition) ?? definition;
    }

    public static async Task<Trial> TrialAsync(ScoopApp app, TrialDesign design, string id, TrialOptions? options = null)
    {
        var stimuli = new List<Stimulus>();
        if (StimulusOrder.HasOpenReference(design)) stimuli.Add(new() { Id = "r", Condition = "ref", Role = StimulusRole.Reference, Clip = await OpenTest.ToneAsync(app, 16_000, 0.9) });
        stimuli.Add(new() { Id = "one", Condition = "secret-one", Clip = await OpenTest.ToneAsync(app, 16_000, 0.1), Transcript = "good morning" });
        if (design is TrialDesign.Mushra || StimulusOrder.ComparesTwo(design))
            stimuli.Add(new() { Id = "two", Condition = "secret-two", Clip = await OpenTest.ToneAsync(app, 16_000, 0.3) });
        return new()
        {
            Id = id,
            Design = design,
            Item = id,
            Stimuli = stimuli,
            Options = options ?? new(),
            Scales = design is TrialDesign.Likert ? [new() { Id = "warmth", Minimum = 1, Maximum = 3, Points = [new(3, "warm"), new(2, "mild"), new(1, "cold")] }] : [],
        };
    }
}
