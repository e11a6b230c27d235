using SpeechScoop.ListeningTests;

namespace SpeechScoop.Core.Tests.ListeningTests.Results;

/// <summary>A small test with its answers, built line by line.</summary>
internal sealed class RatedTest
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public List<TestRating> Ratings { get; } = [];

    public List<TestSession> Sessions { get; } = [];

    public ListeningTestDefinition Definition { get; set; } = new()
    {
        Title = "Codecs", Seed = 1,
        Conditions =
        [
            new("reference", "Reference", StimulusRole.Reference), new("one", "Codec one"), new("two", "Codec two"), new("anchor35", "Anchor", StimulusRole.Anchor35),
        ],
    };

    /// <summary>Adds an answer; the session is the listener's.</summary>
    public RatedTest Rate(
        TrialDesign design, string scale, string listener, string item, string condition, double? value, string? other = null, string? text = null,
        bool training = false, bool repeat = false, TrialCheck? check = null, int page = 0)
    {
        if (!Sessions.Any(session => session.Id == $"s-{listener}"))
            Sessions.Add(new() { Id = $"s-{listener}", Listener = listener, Outcome = SessionOutcome.Completed, StartedAt = Noon });
        Ratings.Add(new()
        {
            Id = $"r{Ratings.Count:0000}", Session = $"s-{listener}", Listener = listener, Page = page, Trial = $"t-{item}", Design = design, Item = item,
            Stimulus = condition, Condition = condition, Role = RoleOf(condition), OtherStimulus = other, OtherCondition = other,
            OtherRole = other is null ? null : RoleOf(other), Scale = scale, Value = value, Text = text, Training = training, Repeat = repeat, Check = check,
            CreatedAt = Noon.AddSeconds(Ratings.Count),
        });
        return this;
    }

    private StimulusRole RoleOf(string condition) => Definition.Conditions.First(known => known.Id == condition).Role;
}
