using System.Text.Json;
using SpeechScoop.Statistics;
using SpeechScoop.Tests.Golden;

namespace SpeechScoop.Tests.Statistics;

/// <summary>Against pairwise definitions in exact fractions, least squares, SciPy's optimisers and R (Golden/make_agreement_golden.py).</summary>
public class AgreementGoldenTests
{
    private static readonly JsonElement Golden = GoldenFile.Read("agreement.json");

    [Theory]
    [InlineData("nominal", MeasurementLevel.Nominal, 0.743)]
    [InlineData("ordinal", MeasurementLevel.Ordinal, 0.815)]
    [InlineData("interval", MeasurementLevel.Interval, 0.849)]
    public void Krippendorffs_alpha(string name, MeasurementLevel level, double textbook)
    {
        var rows = Golden.GetProperty("krippendorff").EnumerateArray().ToList();
        Assert.Equal(5, rows.Count);
        Assert.All(rows, row => Near(Maybe(row.GetProperty(name)), KrippendorffAlpha.Of(Table(row.GetProperty("table")), level)!.Alpha));
        // "Computing Krippendorff's Alpha-Reliability" (2011): four observers, twelve units, missing values.
        Assert.Equal(textbook, Math.Round(KrippendorffAlpha.Of(Table(rows[0].GetProperty("table")), level)!.Alpha!.Value, 3));
    }

    [Fact]
    public void Intraclass_correlations_and_their_intervals()
    {
        var rows = Golden.GetProperty("intraclass").EnumerateArray().ToList();
        Assert.Equal(4, rows.Count);
        Assert.All(rows, row =>
        {
            var found = IntraclassCorrelation.Of(Table(row.GetProperty("table")), row.GetProperty("level").GetDouble())!;
            Near(row.GetProperty("oneWaySingle"), found.OneWaySingle);
            Near(row.GetProperty("oneWayAverage"), found.OneWayAverage);
            Near(row.GetProperty("agreementSingle"), found.AgreementSingle!.Value);
            Near(row.GetProperty("agreementAverage"), found.AgreementAverage!.Value);
            Near(row.GetProperty("consistencySingle"), found.ConsistencySingle!.Value);
            Near(row.GetProperty("consistencyAverage"), found.ConsistencyAverage!.Value);
        });
    }

    [Fact]
    public void Intraclass_correlations_of_raters_who_differ_from_item_to_item()
    {
        var row = Golden.GetProperty("unbalanced");
        var (items, values) = (Values(row.GetProperty("items")), Values(row.GetProperty("values")));
        var found = IntraclassCorrelation.Of(items.Zip(values, (item, value) => (item, value)).Select((score, i) => new RaterScore($"{i}", $"{score.item}", score.value)))!;
        Near(row.GetProperty("ratersPerItem").GetDouble(), found.RatersPerItem);
        Near(row.GetProperty("single"), found.OneWaySingle);
        Near(row.GetProperty("average"), found.OneWayAverage);
        Assert.Null(found.ConsistencySingle);
    }

    [Fact]
    public void Bradley_Terry_strengths_side_and_ties()
    {
        var rows = Golden.GetProperty("bradleyTerry").EnumerateArray().ToList();
        Assert.Equal(6, rows.Count);
        Assert.All(rows, row =>
        {
            var choices = row.GetProperty("choices").EnumerateArray().Select(Values).Select(choice => new PairedChoice("one", $"{choice[0]}", $"{choice[1]}", choice[2], choice[3]));
            var found = BradleyTerry.Of(choices, new() { Ridge = row.GetProperty("ridge").GetDouble(), Side = row.GetProperty("withSide").GetBoolean() })!;
            Assert.True(found.Converged);
            var expected = Values(row.GetProperty("strengths"));
            Assert.Equal(expected.Length, found.Systems.Count);
            Assert.All(found.Systems, system => Near(expected[int.Parse(system.System, System.Globalization.CultureInfo.InvariantCulture)], system.Strength));
            Near(Maybe(row.GetProperty("side")), found.FirstAdvantage?.Value);
            Near(row.GetProperty("tieRate").GetDouble(), found.TieRate);
            Near(row.GetProperty("logLikelihood").GetDouble(), found.LogLikelihood);
        });
    }

    [Fact]
    public void The_subject_model_finds_the_maximum_of_the_likelihood()
    {
        var rows = Golden.GetProperty("subject").EnumerateArray().ToList();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row =>
        {
            var found = SubjectModel.Of(row.GetProperty("rows").EnumerateArray().Select(Values).Select(score => new RaterScore($"{score[0]}", $"{score[1]}", score[2])))!;
            Assert.True(found.Converged && found.Connected);
            Assert.All(found.Items, item =>
            {
                var j = int.Parse(item.Item, System.Globalization.CultureInfo.InvariantCulture);
                Near(Values(row.GetProperty("quality"))[j], item.Quality);
                Near(Values(row.GetProperty("half"))[j], item.Interval.High - item.Quality);
            });
            Assert.All(found.Raters, rater =>
            {
                var i = int.Parse(rater.Rater, System.Globalization.CultureInfo.InvariantCulture);
                Near(Values(row.GetProperty("bias"))[i], rater.Bias);
                Near(Values(row.GetProperty("inconsistency"))[i], rater.Inconsistency);
                Near(Values(row.GetProperty("biasHalf"))[i], rater.Bias - rater.Interval.Low);
            });
        });
    }

    [Fact]
    public void The_parameter_of_standard_deviations_of_opinion_scores()
    {
        var rows = Golden.GetProperty("sos").EnumerateArray().ToList();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row =>
        {
            var found = StandardDeviationOfOpinionScores.Of(
                row.GetProperty("votes").EnumerateArray().Select(Values), row.GetProperty("minimum").GetDouble(), row.GetProperty("maximum").GetDouble())!;
            var interval = Values(row.GetProperty("interval"));
            Near(row.GetProperty("a").GetDouble(), found.A);
            Near(interval[0], found.Interval!.Value.Low);
            Near(interval[1], found.Interval!.Value.High);
        });
    }

    private static IEnumerable<RaterScore> Table(JsonElement table) =>
        from item in table.EnumerateArray().Index()
        from rater in item.Item.EnumerateArray().Index()
        where rater.Item.ValueKind is JsonValueKind.Number
        select new RaterScore($"rater{rater.Index}", $"item{item.Index}", rater.Item.GetDouble());

    private static double[] Values(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];

    private static double? Maybe(JsonElement value) => value.ValueKind is JsonValueKind.Number ? value.GetDouble() : null;

    private static void Near(JsonElement expected, IntraclassEstimate actual)
    {
        double[] values = [.. Values(expected).Select(value => Math.Max(-1, value))]; // below −1 is given as −1
        Near(values[0], actual.Value);
        Near(values[1], actual.Interval.Low);
        Near(values[2], actual.Interval.High);
    }

    private static void Near(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } value) Assert.InRange(actual!.Value, value - 1e-7, value + 1e-7);
    }
}
