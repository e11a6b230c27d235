using SpeechScoop.Recognition;
using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests.Results;

/// <summary>How much of a condition's words listeners wrote down.</summary>
/// <param name="Transcripts">Scored transcripts.</param>
/// <param name="Words">Words that were said, over all transcripts.</param>
/// <param name="WordErrorRate">Errors through words, with a bootstrap interval over listeners.</param>
public sealed record Intelligibility(
    string Condition, string Title, StimulusRole Role, int Transcripts, int Listeners, int Words, int Substitutions, int Deletions, int Insertions, Estimate WordErrorRate)
{
    /// <summary>How the rate is made.</summary>
    public static string Recipe { get; } =
        $"{TranscriptScore.WordMetric}@{TranscriptScore.MetricVersion} normaliser={NormaliserProfile.Basic.Name}; expanded-percentile-bootstrap@1 over listeners, resamples={RatioEstimate.UsualResamples} seed={RatioEstimate.UsualSeed}";

    internal static Intelligibility[] Of(ListeningTestDefinition definition, IReadOnlyList<TestRating> ratings)
    {
        var pairs = new ConditionPairs(definition);
        var transcripts = new Dictionary<(string Trial, string Stimulus), string>();
        foreach (var trial in definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials))
            foreach (var stimulus in trial.Stimuli)
                if (!string.IsNullOrWhiteSpace(stimulus.Transcript)) transcripts.TryAdd((trial.Id, stimulus.Id), stimulus.Transcript);
        return [.. ratings.Where(rating => rating.Design is TrialDesign.Transcription && rating.Text is not null && transcripts.ContainsKey((rating.Trial, rating.Stimulus)))
            .GroupBy(rating => rating.Condition, StringComparer.Ordinal).OrderBy(group => pairs.Place(group.Key))
            .Select(group => Score(group.Key, [.. group], transcripts, pairs)).OfType<Intelligibility>()];
    }

    private static Intelligibility? Score(string condition, TestRating[] ratings, Dictionary<(string, string), string> transcripts, ConditionPairs pairs)
    {
        var scored = ratings.Select(rating => (rating.Listener, TranscriptScore.Of(transcripts[(rating.Trial, rating.Stimulus)], rating.Text!).Words.Counts)).ToArray();
        (double, double)[] clusters = [.. scored.GroupBy(row => row.Listener, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => ((double)group.Sum(row => row.Counts.Errors), (double)group.Sum(row => row.Counts.ReferenceLength)))];
        if (RatioEstimate.Of(clusters, expanded: true) is not { } rate) return null;
        return new(condition, pairs.Title(condition), ratings[0].Role, ratings.Length, clusters.Length, (int)rate.Denominator,
            scored.Sum(row => row.Counts.Substitutions), scored.Sum(row => row.Counts.Deletions), scored.Sum(row => row.Counts.Insertions),
            Estimate.Of(rate.Value, rate.Interval, rate.Clusters, Recipe));
    }
}
