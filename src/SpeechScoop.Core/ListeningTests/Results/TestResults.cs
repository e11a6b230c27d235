namespace SpeechScoop.ListeningTests.Results;

/// <summary>What a listening test found, under one choice of what counts. Computed anew from raw rows each time; nothing is ever removed from those.</summary>
public sealed record TestResults
{
    /// <summary>What was counted and left out.</summary>
    public required ResultCounts Counts { get; init; }

    /// <summary>Scores on scales: ACR, DCR, MUSHRA, BS.1116, P.835, Likert.</summary>
    public required IReadOnlyList<ScaleScores> Scales { get; init; }

    /// <summary>Mean differences of two conditions that were compared directly (CCR).</summary>
    public required IReadOnlyList<DirectComparison> Comparisons { get; init; }

    /// <summary>Choices between two conditions (AB, arena).</summary>
    public required IReadOnlyList<PairChoices> Preferences { get; init; }

    /// <summary>Strengths from these choices, by design.</summary>
    public required IReadOnlyList<SystemRanking> Rankings { get; init; }

    /// <summary>How far listeners agree, for each of the scales.</summary>
    public required IReadOnlyList<PanelAgreement> Agreement { get; init; }

    /// <summary>Whether listeners heard a difference (ABX).</summary>
    public required IReadOnlyList<PairIdentification> Identifications { get; init; }

    /// <summary>Which pairs may be decided already, whatever was looked at before.</summary>
    public required IReadOnlyList<EarlyDecision> EarlyDecisions { get; init; }

    /// <summary>How much was understood (transcription).</summary>
    public required IReadOnlyList<Intelligibility> Intelligibility { get; init; }

    private static readonly TrialDesign[] Scored = [TrialDesign.Acr, TrialDesign.Dcr, TrialDesign.Mushra, TrialDesign.Bs1116, TrialDesign.P835, TrialDesign.Likert];

    /// <summary>Computes everything.</summary>
    /// <param name="excluded">Ids of ratings that screening excludes.</param>
    public static TestResults Of(
        ListeningTestDefinition definition, IReadOnlyList<TestSession> sessions, IReadOnlyList<TestRating> ratings, IReadOnlySet<string>? excluded = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var analysed = AnalysedRatings.Of(sessions, ratings, excluded);
        return new()
        {
            Counts = ResultCounts.Of(sessions, analysed),
            Scales = [.. ScaleRows(analysed.Ratings).Select(scale =>
                ScaleScoring.Score(definition, scale.Design, scale.Scale, ScaleRange.Of(definition, scale.Design, scale.Scale, scale.Rows), scale.Rows))],
            Comparisons = DirectComparison.Of(definition, analysed.Ratings),
            Preferences = PairChoices.Of(definition, analysed.Ratings),
            Rankings = SystemRanking.Of(definition, analysed.Ratings),
            Agreement = [.. ScaleRows(analysed.Ratings).Select(scale =>
                PanelAgreement.Of(definition, scale.Design, scale.Scale, ScaleRange.Of(definition, scale.Design, scale.Scale, scale.Rows), scale.Rows))],
            Identifications = PairIdentification.Of(definition, analysed.Ratings),
            EarlyDecisions = EarlyDecision.Of(definition, sessions, analysed.Ratings),
            Intelligibility = Results.Intelligibility.Of(definition, analysed.Ratings),
        };
    }

    /// <summary>The rows of each scale, and of BS.1116's difference grades.</summary>
    internal static IEnumerable<(TrialDesign Design, string Scale, ScoreRow[] Rows)> ScaleRows(IReadOnlyList<TestRating> ratings)
    {
        foreach (var group in ratings.Where(rating => Scored.Contains(rating.Design) && rating.Value is not null)
            .GroupBy(rating => (rating.Design, rating.Scale)).OrderBy(group => group.Key.Design).ThenBy(group => group.Key.Scale, StringComparer.Ordinal))
            yield return (group.Key.Design, group.Key.Scale, [.. group.Select(rating => new ScoreRow(rating.Condition, rating.Listener, rating.Item, rating.Value!.Value))]);
        if (BasicAudioQuality.Differences(ratings).ToArray() is { Length: > 0 } differences)
            yield return (TrialDesign.Bs1116, BasicAudioQuality.DifferenceScale, differences);
    }
}

/// <summary>What results rest on and what they leave out.</summary>
/// <param name="Listeners">Who gave analysed ratings.</param>
/// <param name="Ratings">Analysed.</param>
public sealed record ResultCounts(
    int Sessions, int Completed, int Running, int ScreenedOut, int Declined, int Listeners, int Ratings, IReadOnlyDictionary<LeftOutReason, int> LeftOut)
{
    internal static ResultCounts Of(IReadOnlyList<TestSession> sessions, AnalysedRatings analysed)
    {
        return new(sessions.Count, Count(SessionOutcome.Completed), Count(SessionOutcome.Running), Count(SessionOutcome.ScreenedOut), Count(SessionOutcome.Declined),
            analysed.Ratings.Select(rating => rating.Listener).Distinct(StringComparer.Ordinal).Count(), analysed.Ratings.Count, analysed.LeftOut);

        int Count(SessionOutcome outcome) => sessions.Count(session => session.Outcome == outcome);
    }
}
