using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests.Results;

/// <summary>
/// How far listeners agree on one scale. Systems only: that everybody finds the reference good and the anchors bad would make agreement look
/// better than it is.
/// </summary>
/// <param name="Alpha">Krippendorff's: ordinal for categories, interval for sliders. Null where nothing was rated twice, or nothing differs.</param>
/// <param name="OneListener">How reliable one listener's score is: ICC(A,1) where some stimuli were rated by all, else ICC(1). Null where neither can be computed.</param>
/// <param name="AllListeners">The same for the mean of all listeners.</param>
/// <param name="Spread">The parameter a of SOS: 0 all agree, 1 all at the ends.</param>
/// <param name="Corrected">Category scales: means of conditions without listeners' biases, references included; empty for others.</param>
/// <param name="Listeners">Their habits, the most inconsistent first; empty as <paramref name="Corrected"/> is.</param>
public sealed record PanelAgreement(
    TrialDesign Design, string Scale, Estimate? Alpha, Estimate? OneListener, Estimate? AllListeners, Estimate? Spread,
    IReadOnlyList<CorrectedScore> Corrected, IReadOnlyList<ListenerHabit> Listeners)
{
    internal static PanelAgreement Of(ListeningTestDefinition definition, TrialDesign design, string scale, ScaleRange range, IReadOnlyList<ScoreRow> rows)
    {
        var conditions = new ConditionPairs(definition);
        var systems = definition.Conditions.Where(condition => condition.Role is StimulusRole.System).Select(condition => condition.Id).ToHashSet(StringComparer.Ordinal);
        RaterScore[] scores = [.. rows.Where(row => systems.Contains(row.Condition)).Select(Score)];
        var level = range.Step > 0 ? MeasurementLevel.Ordinal : MeasurementLevel.Interval;
        var alpha = KrippendorffAlpha.Of(scores, level);
        var intraclass = IntraclassCorrelation.Of(scores);
        var spread = StandardDeviationOfOpinionScores.Of(
            scores.GroupBy(score => score.Item, score => score.Value).Select(item => item.ToArray()), range.Minimum, range.Maximum);
        var model = design is TrialDesign.Acr or TrialDesign.Dcr or TrialDesign.P835 or TrialDesign.Likert ? SubjectModel.Of(rows.Select(Score)) : null;
        return new(design, scale,
            alpha?.Alpha is { } value ? Estimate.Of(value, alpha.Interval, alpha.Items,
                $"krippendorff-alpha-{level.ToString().ToLowerInvariant()}@1; {KrippendorffAlpha.IntervalRecipe}") : null,
            Reliability(intraclass, intraclass?.AgreementSingle ?? intraclass?.OneWaySingle, "1"),
            Reliability(intraclass, intraclass?.AgreementAverage ?? intraclass?.OneWayAverage, "k"),
            spread is null ? null : Estimate.Of(spread.A, spread.Interval, spread.Items, "sos@2 least squares over stimuli, HC3"),
            model is null ? [] : Correct(model, conditions),
            model is null ? [] : [.. model.Raters.OrderByDescending(rater => rater.Inconsistency).ThenBy(rater => rater.Rater, StringComparer.Ordinal)
                .Select(rater => new ListenerHabit(rater.Rater, Estimate.Of(rater.Bias, rater.Interval, rater.N, SubjectModel.Recipe), rater.Inconsistency))]);
    }

    private static RaterScore Score(ScoreRow row) => new(row.Listener, $"{row.Condition}\n{row.Item}", row.Value);

    private static Estimate? Reliability(IntraclassCorrelation? found, IntraclassEstimate? form, string raters) => form is { } estimate
        ? Estimate.Of(estimate.Value, estimate.Interval, found!.Items, $"icc({(found.AgreementSingle is null ? "" : "A,")}{raters})@1 over stimuli")
        : null;

    /// <summary>A condition's mean of its stimuli's qualities.</summary>
    private static CorrectedScore[] Correct(SubjectModel model, ConditionPairs conditions) =>
        [.. model.Items.GroupBy(item => item.Item.Split('\n')[0], StringComparer.Ordinal).OrderBy(condition => conditions.Place(condition.Key)).Select(condition =>
        {
            var interval = model.IntervalOfMean([.. condition.Select(item => item.Item)]);
            return new CorrectedScore(condition.Key, conditions.Title(condition.Key),
                Estimate.Of(condition.Average(item => item.Quality), interval, condition.Sum(item => item.N), $"{SubjectModel.Recipe}, interval with estimated biases"), condition.Average(item => item.Mean));
        })];
}

/// <summary>A condition's mean without listeners' biases.</summary>
/// <param name="Mean">Over its stimuli, each counting once.</param>
/// <param name="Plain">The same mean without the correction.</param>
public sealed record CorrectedScore(string Condition, string Title, Estimate Mean, double Plain);

/// <summary>A listener's habits.</summary>
/// <param name="Bias">How much higher than the panel.</param>
/// <param name="Inconsistency">Standard deviation of what neither stimulus nor bias explains.</param>
public sealed record ListenerHabit(string Listener, Estimate Bias, double Inconsistency);
