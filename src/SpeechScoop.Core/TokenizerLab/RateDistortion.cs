using SpeechScoop.Statistics;

namespace SpeechScoop.TokenizerLab;

/// <summary>What quality costs: a metric over bit rate, in one domain.</summary>
/// <param name="Domain">Null for all domains together.</param>
/// <param name="Clips">Different clips among the points.</param>
/// <param name="SameClips">Whether all points with a value speak of the very same clips; where not, a difference may be the clips'.</param>
/// <param name="Points">One for each condition, in the order of first appearance.</param>
public sealed record RateDistortion(string? Domain, int Clips, bool SameClips, IReadOnlyList<RateDistortionPoint> Points)
{
    /// <summary>The panels of a metric: all clips together where there are several domains, then each domain.</summary>
    /// <param name="outputs">What was made, in the run's order.</param>
    /// <param name="metric">The metric's id.</param>
    /// <param name="level">Of the intervals.</param>
    public static IReadOnlyList<RateDistortion> Of(IReadOnlyList<ReconstructedClip> outputs, string metric, double level = Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        string[] domains = [.. outputs.Select(output => output.Domain).Distinct()];
        string[] conditions = [.. outputs.Select(output => output.Condition).Distinct()];
        string?[] panels = [.. domains.Length > 1 ? new string?[] { null } : [], .. domains];
        return [.. panels.Select(domain => Panel(outputs, conditions, domain, metric, level))];
    }

    private static RateDistortion Panel(IReadOnlyList<ReconstructedClip> outputs, string[] conditions, string? domain, string metric, double level)
    {
        var inside = outputs.Where(output => domain is null || output.Domain == domain).ToLookup(output => output.Condition);
        string[][] measured = [.. conditions.Select(condition => inside[condition].Where(output => output.Values.ContainsKey(metric)).Select(output => output.Clip).Order(StringComparer.Ordinal).ToArray()).Where(clips => clips.Length > 0)];
        return new(domain, conditions.SelectMany(condition => inside[condition]).Select(output => output.Clip).Distinct().Count(),
            measured.All(clips => clips.SequenceEqual(measured[0])), [.. conditions.Select(condition => RateDistortionPoint.Of(condition, [.. inside[condition]], metric, level))]);
    }
}

/// <summary>One condition in one domain.</summary>
/// <param name="Condition">The condition's id.</param>
/// <param name="BitRate">Bits of all clips through their seconds; null where some clip has none.</param>
/// <param name="LowestBitRate">Of the clip with the fewest bits a second.</param>
/// <param name="HighestBitRate">Of the clip with the most.</param>
/// <param name="Estimate">
/// Mean over clips with an expanded percentile bootstrap interval over clips (<see cref="ClusterBootstrap"/>, each clip a cluster); null without a finite value, or
/// where some clip's value is infinite and the mean therefore too.
/// </param>
/// <param name="N">Reconstructions with a value.</param>
/// <param name="Exact">Of them, those whose value is infinite: exact copies.</param>
/// <param name="Refused">Reconstructions for which the metric is not valid.</param>
/// <param name="Reasons">Why, each reason once.</param>
public sealed record RateDistortionPoint(
    string Condition, double? BitRate, double? LowestBitRate, double? HighestBitRate, ClusterEstimate? Estimate, int N, int Exact, int Refused, IReadOnlyList<string> Reasons)
{
    internal static RateDistortionPoint Of(string condition, ReconstructedClip[] outputs, string metric, double level)
    {
        ReconstructedClip[] measured = [.. outputs.Where(output => output.Values.ContainsKey(metric)).OrderBy(output => output.Clip, StringComparer.Ordinal)];
        double[] values = [.. measured.Select(output => output.Values[metric])];
        string[] clips = [.. measured.Select(output => output.Clip).Distinct()];
        var exact = values.Count(double.IsInfinity);
        var rates = outputs.Select(output => output.BitRate).OfType<double>().ToArray();
        var seconds = outputs.Sum(output => output.Seconds);
        string[] reasons = [.. outputs.Where(output => output.Refusals.ContainsKey(metric)).Select(output => output.Refusals[metric])];
        return new(
            condition,
            rates.Length == outputs.Length && seconds > 0 ? outputs.Sum(output => output.BitRate!.Value * output.Seconds) / seconds : null,
            rates.Length == 0 ? null : rates.Min(), rates.Length == 0 ? null : rates.Max(),
            exact > 0 ? null : ClusterBootstrap.ByListener([.. measured.Select(output => Array.BinarySearch(clips, output.Clip, StringComparer.Ordinal))], values, level: level),
            values.Length, exact, reasons.Length, [.. reasons.Distinct(StringComparer.Ordinal)]);
    }
}
