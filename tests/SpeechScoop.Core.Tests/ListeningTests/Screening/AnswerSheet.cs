using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests.Screening;

/// <summary>Answers for tests, written as tables.</summary>
internal sealed class AnswerSheet
{
    private readonly List<TestRating> ratings = [];
    private readonly Dictionary<string, TestSession> sessions = [];

    public ScreeningInput Input => new([.. sessions.Values], ratings);

    public IReadOnlyList<TestRating> Ratings => ratings;

    /// <summary>Adds one answer; a page is a listener's trial (and repetition).</summary>
    public AnswerSheet Add(
        string listener, string trial, double? value, StimulusRole role = StimulusRole.System, TrialDesign design = TrialDesign.Mushra,
        Func<TestRating, TestRating>? change = null)
    {
        var rating = new TestRating
        {
            Id = $"r{ratings.Count}",
            Session = $"session-{listener}",
            Listener = listener,
            Page = int.Parse(new string([.. trial.Where(char.IsDigit)]).PadLeft(1, '0'), System.Globalization.CultureInfo.InvariantCulture),
            Trial = trial,
            Design = design,
            Item = trial,
            Stimulus = role.ToString(),
            Condition = role.ToString().ToLowerInvariant(),
            Role = role,
            Scale = design.ToString().ToLowerInvariant(),
            Value = value,
            CreatedAt = DateTimeOffset.UnixEpoch.AddSeconds(ratings.Count),
        };
        rating = change?.Invoke(rating) ?? rating;
        ratings.Add(rating);
        Session(rating.Listener, session => session);
        return this;
    }

    /// <summary>One answer a trial, named 1, 2, 3 …</summary>
    public AnswerSheet Row(string listener, StimulusRole role, params double[] values)
    {
        for (var i = 0; i < values.Length; i++) Add(listener, $"{i + 1}", values[i], role);
        return this;
    }

    /// <summary>So many values of one kind, then the rest of another.</summary>
    public AnswerSheet Row(string listener, StimulusRole role, int some, double value, int rest, double otherwise) =>
        Row(listener, role, [.. Enumerable.Repeat(value, some), .. Enumerable.Repeat(otherwise, rest)]);

    /// <summary>Changes what is known about a listener's session.</summary>
    public AnswerSheet Session(string listener, Func<TestSession, TestSession> change)
    {
        var id = $"session-{listener}";
        sessions[id] = change(sessions.GetValueOrDefault(id)
            ?? new() { Id = id, Listener = listener, Outcome = SessionOutcome.Completed, StartedAt = DateTimeOffset.UnixEpoch });
        return this;
    }

    public ScreeningOutcome Apply(ScreeningRule rule, Func<TestRating, double?>? clipSeconds = null) =>
        new ScreeningProfile("own", 1, [rule]).Apply(Input with { ClipSeconds = clipSeconds });

    /// <summary>Listeners left out by a rule.</summary>
    public string[] Excluded(ScreeningRule rule) => [.. Apply(rule).Exclusions.Select(finding => finding.Listener).Distinct()];
}
