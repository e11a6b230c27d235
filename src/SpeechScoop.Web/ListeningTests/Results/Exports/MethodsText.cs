using System.Globalization;
using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Statistics;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>What a paper says about the test, in plain sentences: design, listeners, screening, preparation, statistics, software, findings.</summary>
internal static class MethodsText
{
    /// <summary>How the test was done.</summary>
    /// <param name="metrics">Metrics beside the ratings; null where they were not read.</param>
    public static IEnumerable<string> Methods(StoredResults stored, TestResults results, IReadOnlyList<MetricsView>? metrics = null)
    {
        var (definition, counts) = (stored.Definition, results.Counts);
        var trials = definition.Sections.OfType<TrialSection>().Where(section => !section.Training).SelectMany(section => section.Trials).Where(trial => trial.Check is null).ToArray();
        var conditions = definition.Conditions.Where(condition => trials.Any(trial => trial.Stimuli.Any(stimulus => stimulus.Condition == condition.Id))).ToArray();
        yield return $"The listening test \"{definition.Title}\" followed the design {string.Join(" and ", ResultsPresenter.Designs(definition).Select(DesignName))}"
            + $" with {Count(conditions.Length, "condition")} ({string.Join(", ", conditions.Select(condition => condition.Title))}) on {Count(trials.Select(trial => trial.Item).Distinct().Count(), "item")}.";
        if (definition.Sections.OfType<TrialSection>().Any(section => section.Training)) yield return "Practice preceded the test; its ratings were not analysed.";
        foreach (var sentence in Screens(definition)) yield return sentence;
        yield return $"{Count(counts.Sessions, "session")} began{Days(stored.Rows.Sessions)} and {counts.Completed} {(counts.Completed == 1 ? "was" : "were")} completed; {Count(counts.Ratings, "rating")} by {Count(counts.Listeners, "listener")} were analysed.";
        yield return Screening(stored, counts);
        yield return "Orders were drawn for each listener from the seed " + Number(definition.Seed) + ".";
        yield return Preparation(definition.Preparation, trials);
        foreach (var sentence in Statistics(results)) yield return sentence;
        if (metrics?.Any(view => view.Metrics.Count > 0) == true)
            yield return "Metrics of the prepared stimuli were compared with the mean ratings of stimuli by Pearson's and Spearman's correlation and, after a linear mapping fitted to them, by the root mean square error and its form that is insensitive to the ratings' own 95 % intervals (RMSE*), as in ITU-T P.1401.";
        yield return $"Ratings and statistics were made with SpeechScoop {Health.Version}; the test's version {stored.Test.Version}"
            + (stored.Test.Hash is { } hash ? $" is fixed, with seed and audio, by the SHA-256 {hash}." : " was a draft.");
    }

    /// <summary>What was found, a sentence for each number.</summary>
    /// <param name="metrics">Metrics beside the ratings; null where they were not read.</param>
    public static IEnumerable<string> Findings(TestResults results, IReadOnlyList<MetricsView>? metrics = null)
    {
        foreach (var scale in results.Scales)
            yield return $"{ScaleName(scale.Scale)}: {string.Join("; ", scale.Conditions.Select(score => $"{score.Title} {WithInterval(score.Mean)}, median {WithInterval(score.Median)}"))}.";
        foreach (var scale in results.Scales.Where(scale => scale.Pairs.Any(pair => pair.Wilcoxon is not null)))
            yield return $"{ScaleName(scale.Scale)}, differences: {string.Join("; ", scale.Pairs.Where(pair => pair.Wilcoxon is not null).Select(pair =>
                $"{pair.TitleA} minus {pair.TitleB} {WithInterval(pair.Difference)}, Wilcoxon {P(pair.Wilcoxon!.Holm)}"))} (Holm-corrected).";
        foreach (var pair in results.Comparisons)
            yield return $"CMOS of {pair.Title} against {pair.TitleAgainst}: {WithInterval(pair.Mean)}{(pair.PValue is { } p ? $", {P(p)}" : "")}.";
        foreach (var pair in results.Preferences)
            yield return $"{pair.TitleA} was preferred to {pair.TitleB} {pair.WinsA} times, {pair.TitleB} {pair.WinsB} times, neither {pair.Ties} times{(pair.PValue is { } p ? $" (sign test {P(p)})" : "")}.";
        foreach (var ranking in results.Rankings.Where(ranking => ranking.IsFinite && ranking.Groups.Count == 1))
            yield return $"Bradley-Terry strengths ({DesignName(ranking.Design)}): {string.Join("; ", ranking.Systems.Select(system => $"{system.Title} {WithInterval(system.Strength)}"))}.";
        foreach (var agreement in results.Agreement)
            if (agreement.Alpha is { } alpha) yield return $"{ScaleName(agreement.Scale)}, agreement between listeners: Krippendorff's alpha {WithInterval(alpha)}.";
        foreach (var pair in results.Identifications)
            yield return $"X was told rightly between {pair.TitleA} and {pair.TitleB} in {pair.Right} of {pair.Trials} answers (binomial test {P(pair.PValue)}).";
        foreach (var score in results.Intelligibility)
            yield return $"Listeners' word error rate for {score.Title}: {WithInterval(score.WordErrorRate, 3)} over {score.Words} words.";
        foreach (var sentence in MetricFindings(metrics ?? [])) yield return sentence;
    }

    /// <summary>All given metrics of a scale in one sentence, so that none is picked for its result.</summary>
    private static IEnumerable<string> MetricFindings(IReadOnlyList<MetricsView> metrics) => metrics.Where(view => view.Metrics.Count > 0).Select(view =>
        $"{ScaleName(view.Scale!)}, agreement of metrics over stimuli (Pearson r, Spearman ρ, RMSE, RMSE*): {string.Join("; ", view.Metrics.Select(metric => $"{metric.Kind.Id} {Agreement(metric.ByStimulus)} (n = {metric.ByStimulus.N})"))}.");

    private static string Agreement(MetricAgreement agreement) =>
        $"{Coefficient(agreement.Pearson)}, {Coefficient(agreement.Spearman)}, {Error(agreement.Error?.Rmse)}, {Error(agreement.Error?.EpsilonInsensitiveRmse)}";

    /// <summary>A correlation with its interval; a dash where there is none.</summary>
    public static string Coefficient(Correlation? correlation) => correlation is null ? "–" : WithInterval(new(correlation.Value, correlation.Interval?.Low, correlation.Interval?.High, correlation.N, ""));

    /// <summary>An error on the ratings' scale; a dash where there is none.</summary>
    public static string Error(double? error) => error is { } known ? known.ToString("0.00", CultureInfo.InvariantCulture) : "–";

    private static string Screening(StoredResults stored, ResultCounts counts)
    {
        var profile = stored.Screening.Profile;
        if (profile.Rules.Count == 0) return "No listener was excluded by screening.";
        var listeners = stored.Screening.Exclusions.Where(finding => finding.Scope is ScreeningScope.Listener).Select(finding => finding.Listener).Distinct().Count();
        string[] rules = [.. ScreeningWords.Of(profile)];
        var rule = rules.Length == 0 ? "which only points at answers" : $"which excludes {string.Join("; ", rules)}";
        return $"Screening by the profile {profile.Id} (version {profile.Version}), {rule}, left out {Count(listeners, "listener")} and {Count(counts.LeftOut.GetValueOrDefault(LeftOutReason.Screening), "rating")} in all.";
    }

    /// <summary>The screens that listeners passed before the trials.</summary>
    private static IEnumerable<string> Screens(ListeningTestDefinition definition)
    {
        foreach (var section in definition.Sections)
        {
            if (section is HeadphoneSection headphones)
                yield return $"Before the trials listeners took a headphone screen (Woods et al., 2017) of {headphones.Questions} questions, {headphones.PassMark} of which had to be right in one of {Count(headphones.Attempts, "attempt")}; {Failing(headphones.Excludes)}.";
            if (section is DigitsSection digits)
                yield return $"Before the trials listeners took a digits-in-noise screen of {digits.Triplets} triplets, passed with a speech reception threshold of {Number(digits.PassSrtDb)} dB SNR or lower; {Failing(digits.Excludes)}.";
        }
    }

    private static string Failing(bool excludes) => excludes ? "who failed it could not take part" : "who failed it went on, and the failure was noted";

    /// <summary>The days between which sessions began.</summary>
    private static string Days(IReadOnlyList<TestSession> sessions)
    {
        if (sessions.Count == 0) return "";
        var (first, last) = (Day(sessions.Min(session => session.StartedAt)), Day(sessions.Max(session => session.StartedAt)));
        return first == last ? $" on {first}" : $" between {first} and {last}";

        static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>What preparation did; where there was no reference, nothing was matched to one.</summary>
    private static string Preparation(PreparationSettings settings, Trial[] trials)
    {
        bool HasReference(Trial trial) => trial.Stimuli.Any(stimulus => stimulus.Role is StimulusRole.Reference);
        var (some, all) = (trials.Any(HasReference), trials.All(HasReference));
        var target = $"{Number(settings.TargetLufs)} LUFS";
        var loudness = settings.Loudness switch
        {
            LoudnessRule.Keep => "levels were kept",
            LoudnessRule.Reference when all => "loudness was matched to the reference (ITU-R BS.1770-4)",
            LoudnessRule.Reference when some => $"loudness was matched to the reference (ITU-R BS.1770-4), or set to {target} where there was none",
            _ => $"loudness was set to {target} (ITU-R BS.1770-4)",
        };
        var length = settings.Length is LengthRule.Keep || !some ? "nothing was cut" : "lengths were matched to the reference";
        return $"Stimuli were prepared on the server, the same for every listener: {loudness}, {length}{(settings.Align && some ? ", and delays against the reference were removed" : "")}.";
    }

    private static IEnumerable<string> Statistics(TestResults results)
    {
        if (results.Scales.Count > 0 || results.Comparisons.Count > 0)
            yield return "Means are means of the listeners' means with 95 % Student t intervals.";
        if (results.Scales.Count > 0)
            yield return $"Medians have intervals that resample listeners and items, and means a second one (bootstrap, {Number(ClusterBootstrap.UsualResamples)} resamples, seed {Number(ClusterBootstrap.UsualSeed)}).";
        if (results.Scales.Any(scale => scale.Pairs.Count > 0))
            yield return "Conditions were compared in pairs on the listeners' mean differences by the Wilcoxon signed-rank test, the paired t test and a sign-flip permutation test, corrected by Holm's procedure within each scale.";
        if (results.Preferences.Count > 0) yield return "Preferences were tested by the exact sign test; ties were left out of it and are reported apart.";
        if (results.Rankings.Count > 0) yield return "Strengths of the conditions were estimated from these choices by a Bradley-Terry model with ties and an advantage of the first side.";
        if (results.Agreement.Any(agreement => agreement.Alpha is not null)) yield return "Agreement between listeners was measured by Krippendorff's alpha over systems.";
        if (results.Identifications.Count > 0) yield return "Identification was tested one-sided against guessing by the exact binomial test.";
        if (results.Intelligibility.Count > 0) yield return $"Transcripts were scored by word error rate ({Intelligibility.Recipe}).";
    }

    public static string DesignName(TrialDesign design) => design switch
    {
        TrialDesign.Acr => "absolute category rating (ITU-T P.800)",
        TrialDesign.Dcr => "degradation category rating (ITU-T P.800)",
        TrialDesign.Ccr => "comparison category rating (ITU-T P.800)",
        TrialDesign.Mushra => "MUSHRA (ITU-R BS.1534-3)",
        TrialDesign.Ab => "paired preference (AB)",
        TrialDesign.Abx => "ABX identification",
        TrialDesign.Bs1116 => "ITU-R BS.1116-3",
        TrialDesign.P835 => "ITU-T P.835",
        TrialDesign.Likert => "Likert rating",
        TrialDesign.Arena => "arena of paired preferences",
        _ => "transcription",
    };

    public static string ScaleName(string scale) => scale switch
    {
        "acr" => "Mean opinion score", "dcr" => "Degradation mean opinion score", "mushra" => "MUSHRA score", "bs1116" => "BS.1116 grade",
        "bs1116-difference" => "BS.1116 difference grade", "sig" => "Signal quality (SIG)", "bak" => "Background quality (BAK)", "ovrl" => "Overall quality (OVRL)",
        _ => $"Scale {scale}",
    };

    public static string WithInterval(Estimate estimate, int digits = 2)
    {
        var format = "F" + digits.ToString(CultureInfo.InvariantCulture);
        var value = estimate.Value.ToString(format, CultureInfo.InvariantCulture);
        return estimate is { Low: { } low, High: { } high } ? $"{value} [{low.ToString(format, CultureInfo.InvariantCulture)}, {high.ToString(format, CultureInfo.InvariantCulture)}]" : value;
    }

    public static string P(double p) => p < 0.001 ? "p < 0.001" : $"p = {p.ToString("0.000", CultureInfo.InvariantCulture)}";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Count(int count, string one) => $"{count.ToString(CultureInfo.InvariantCulture)} {one}{(count == 1 ? "" : "s")}";
}
