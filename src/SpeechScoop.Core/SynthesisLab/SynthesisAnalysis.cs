using SpeechScoop.Metrics;

namespace SpeechScoop.SynthesisLab;

/// <summary>What a run of takes says about unstable synthesizers. A pure function of its takes: same takes, same numbers.</summary>
/// <param name="Takes">Takes that count, without repetitions.</param>
/// <param name="Repetitions">Takes made with the seed of another.</param>
/// <param name="Spread">Within prompts against between prompts, each metric of each condition.</param>
/// <param name="Failures">Rates of failure.</param>
/// <param name="Success">pass@k and all-pass^k.</param>
/// <param name="DemoBias">Best against typical and worst.</param>
/// <param name="Determinism">Same seed twice; empty where no take repeats a seed.</param>
/// <param name="Speed">Empty where no take was timed.</param>
/// <param name="Cells">Prompt × condition.</param>
/// <param name="IntervalRecipe">How intervals over prompts are made.</param>
public sealed record SynthesisAnalysis(
    int Takes, int Repetitions, IReadOnlyList<MetricSpread> Spread, IReadOnlyList<FailureSummary> Failures, IReadOnlyList<SuccessCurve> Success,
    IReadOnlyList<DemoBias> DemoBias, IReadOnlyList<Determinism> Determinism, IReadOnlyList<SpeedSummary> Speed, IReadOnlyList<PromptCell> Cells, string IntervalRecipe)
{
    /// <summary>Analyses takes.</summary>
    /// <param name="takes">Finished takes of all prompts and conditions; a take whose synthesis failed is among them, with a failure and without a clip.</param>
    /// <param name="directions">Which way metrics point, by id.</param>
    /// <param name="ranking">What makes a take the best of its cell.</param>
    /// <param name="compare">The waveforms of two different clips; null where they cannot be read.</param>
    public static SynthesisAnalysis Of(
        IReadOnlyCollection<SynthesisTake> takes, IReadOnlyDictionary<string, MetricDirection> directions, TakeRanking ranking,
        Func<SynthesisTake, SynthesisTake, WaveformDifference?> compare)
    {
        ArgumentNullException.ThrowIfNull(takes);
        SynthesisTake[] drawn = [.. takes.Where(take => !take.Repeats).OrderBy(take => take.Take)];
        return new(
            drawn.Length, takes.Count - drawn.Length, MetricSpread.Of(drawn), FailureSummary.Of(drawn), SuccessCurve.Of(drawn), SynthesisLab.DemoBias.Of(drawn, directions),
            SynthesisLab.Determinism.Of(takes, compare), SpeedSummary.Of(takes), PromptCell.Of(drawn, ranking), PromptEstimate.Recipe);
    }
}
