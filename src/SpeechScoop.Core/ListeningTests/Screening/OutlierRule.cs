using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests;

/// <summary>
/// ITU-R BS.1534-3: points at scores outside Q1 − reach · IQR .. Q3 + reach · IQR of their condition and item. They still count: the
/// recommendation lets an outlier be removed only for a documented error.
/// </summary>
public sealed record OutlierRule : ScreeningRule
{
    internal const string Kind = "outlier";

    /// <summary>In interquartile ranges, 0 or more.</summary>
    public double Reach { get; init; } = 1.5;

    internal override bool ComparesWithPanel => true;

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input)
    {
        foreach (var cell in input.Graded(TrialDesign.Mushra).GroupBy(graded => (graded.Rating.Condition, graded.Rating.Trial)))
        {
            var quartiles = Quartiles.Of(cell.Select(graded => graded.Value))!;
            var reach = Reach * quartiles.Range;
            var (low, high) = (quartiles.Lower - reach, quartiles.Upper + reach);
            foreach (var (rating, value) in cell.Where(graded => graded.Value < low || graded.Value > high))
            {
                yield return new(Kind, ScreeningScope.Rating, rating.Listener, rating.Session, rating.Id, Text(
                    $"Rated {rating.Condition} of item {rating.Item} {value}, outside {low:0.##} to {high:0.##} ({Reach} interquartile ranges beyond the quartiles of {cell.Count()} scores)."), FlagOnly: true);
            }
        }
    }

    internal override string? Problem() => Range(Kind, "reach", Reach, 0, 1000);
}
