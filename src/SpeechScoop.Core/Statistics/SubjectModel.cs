using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace SpeechScoop.Statistics;

/// <summary>
/// Mean opinion scores with raters' biases taken out and inconsistent raters weighted less: a score is the item's quality + the rater's bias +
/// noise as strong as the rater is inconsistent, u(i,j) = ψ(j) + Δ(i) + υ(i) · X.
/// </summary>
/// <param name="Items">In the order of their first score.</param>
/// <param name="Raters">In the order of their first score.</param>
/// <param name="Converged">Whether the iteration settled.</param>
/// <param name="Connected">Whether raters and items hang together. If not, biases and qualities of separate groups cannot be compared.</param>
/// <remarks>
/// Li and Bampis (DCC 2017); Li, Bampis, Krasula, Janowski and Katsavounidis, "A simple model for subject behavior in subjective experiments"
/// (2020); ITU-T P.913 (2021) 12.6: alternating projection, which finds the maximum of the likelihood. Biases have mean 0, so that qualities are
/// those that the average rater of this panel hears. Two guards: υ is at least a quarter of the pooled one, since the likelihood is
/// unbounded where a rater's noise goes to 0, and raters with fewer than <see cref="FewestScores"/> scores get the pooled υ.
/// </remarks>
public sealed record SubjectModel(IReadOnlyList<ModelledItem> Items, IReadOnlyList<ModelledRater> Raters, bool Converged, bool Connected)
{
    /// <summary>Scores that a rater's own inconsistency needs.</summary>
    public const int FewestScores = 3;

    /// <summary>Method and version, as results name it.</summary>
    public const string Recipe = "subject-model-alternating-projection@1 (ITU-T P.913 12.6)";

    private const double LeastShareOfPooled = 0.25, Settled = 1e-10;
    private const int MostIterations = 5000;

    private Func<IReadOnlyCollection<string>, double?> Variance { get; init; } = _ => null;

    private int Freedom { get; init; }

    private double Level { get; init; }

    /// <summary>
    /// The interval of the mean quality of some items. Other than <see cref="ModelledItem.Interval"/> it knows that biases were estimated, an error
    /// that all items share, and that inconsistencies were: with N scores, Student's t with ν = N − items − raters + 1 degrees of freedom and variances
    /// N / ν as large.
    /// </summary>
    /// <param name="items">Of <see cref="Items"/>.</param>
    /// <returns>Null where ν is below 1, or raters and items are not connected.</returns>
    public Interval? IntervalOfMean(IReadOnlyCollection<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (Freedom < 1 || !Connected || Variance(items) is not { } variance) return null;
        var half = StudentT.InvCDF(0, 1, Freedom, (1 + Level) / 2) * Math.Sqrt(variance);
        return Around(Items.Where(item => items.Contains(item.Item)).Average(item => item.Quality), half);
    }

    /// <summary>Fits the model to finite scores.</summary>
    /// <returns>Null for fewer than two raters or no score.</returns>
    public static SubjectModel? Of(IEnumerable<RaterScore> scores, double level = Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(scores);
        Interval.RequireLevel(level);
        RaterScore[] all = [.. scores];
        string[] raters = [.. all.Select(score => score.Rater).Distinct()], items = [.. all.Select(score => score.Item).Distinct()];
        if (raters.Length < 2) return null;
        var raterIndex = raters.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var itemIndex = items.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        (int Rater, int Item, double Value)[] rows = [.. all.Select(score => (raterIndex[score.Rater], itemIndex[score.Item], score.Value))];
        var fit = new Fit(rows, raters.Length, items.Length);
        var converged = fit.Run();
        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        return new(
            [.. items.Select((item, j) => new ModelledItem(item, fit.Quality[j], Around(fit.Quality[j], z / Math.Sqrt(fit.Precision[j])), fit.Raw[j], fit.ItemScores[j]))],
            [.. raters.Select((rater, i) => new ModelledRater(rater, fit.Bias[i], Around(fit.Bias[i], z * fit.Noise[i] / Math.Sqrt(fit.RaterScores[i])),
                fit.Noise[i], fit.RaterScores[i]))],
            converged, Groups.Of(raters.Length + items.Length, rows.Select(row => (row.Rater, raters.Length + row.Item))).Count == 1)
        {
            Level = level,
            Freedom = rows.Length - items.Length - raters.Length + 1,
            Variance = chosen => fit.VarianceOfMean([.. chosen.Select(item => itemIndex[item])]),
        };
    }

    private static Interval Around(double middle, double half) => new(middle - half, middle + half);

    /// <summary>The alternating projection.</summary>
    private sealed class Fit((int Rater, int Item, double Value)[] rows, int raters, int items)
    {
        public double[] Quality { get; private set; } = new double[items];

        public double[] Raw { get; private set; } = new double[items];

        public double[] Precision { get; } = new double[items];

        public double[] Bias { get; } = new double[raters];

        public double[] Noise { get; } = new double[raters];

        public int[] ItemScores { get; } = new int[items];

        public int[] RaterScores { get; } = new int[raters];

        public bool Run()
        {
            foreach (var (rater, item, value) in rows)
            {
                Quality[item] += value;
                ItemScores[item]++;
                RaterScores[rater]++;
            }
            for (var j = 0; j < items; j++) Quality[j] /= ItemScores[j];
            Raw = [.. Quality];
            for (var iteration = 0; iteration < MostIterations; iteration++)
            {
                var before = Quality;
                EstimateBiases();
                EstimateNoise();
                EstimateQuality();
                if (Quality.Zip(before, (now, then) => Math.Abs(now - then)).Max() < Settled) return true;
            }
            return false;
        }

        /// <summary>
        /// Of the mean quality of some items, by the information of the weighted two-way model: with A the items' weights, C the weights of each item and rater
        /// and E the raters', c' A⁻¹ c + d' S⁺ d, d = C' A⁻¹ c, S = E − C' A⁻¹ C, whose only direction without information (all biases up, all qualities down) Σ Δ = 0 takes.
        /// </summary>
        public double VarianceOfMean(int[] chosen)
        {
            // In units of the mean variance, so that a panel of nearly one mind is no different.
            var unit = Noise.Average(noise => noise * noise);
            var share = new double[items];
            foreach (var j in chosen) share[j] = 1.0 / chosen.Length;
            var information = Matrix<double>.Build.Dense(raters, raters, 1.0 / raters);
            var (d, own) = (Vector<double>.Build.Dense(raters), 0.0);
            foreach (var item in rows.GroupBy(row => row.Item))
            {
                var weights = item.Select(row => (row.Rater, Weight: unit / (Noise[row.Rater] * Noise[row.Rater]))).ToArray();
                var sum = weights.Sum(rater => rater.Weight);
                own += share[item.Key] * share[item.Key] / sum;
                foreach (var (rater, weight) in weights)
                {
                    information[rater, rater] += weight;
                    d[rater] += weight * share[item.Key] / sum;
                    foreach (var (other, otherWeight) in weights) information[rater, other] -= weight * otherWeight / sum;
                }
            }
            var shared = (d * information.Cholesky().Solve(d)) - (d.Sum() * d.Sum() / raters);
            return (own + Math.Max(0, shared)) * unit * rows.Length / Math.Max(1, rows.Length - items - raters + 1);
        }

        private void EstimateBiases()
        {
            Array.Clear(Bias);
            foreach (var (rater, item, value) in rows) Bias[rater] += (value - Quality[item]) / RaterScores[rater];
            var mean = Bias.Average();
            for (var i = 0; i < raters; i++) Bias[i] -= mean;
        }

        private void EstimateNoise()
        {
            // Mean squares about the rater's own mean residual, as in the recommendation (with n).
            double[] sum = new double[raters], square = new double[raters];
            foreach (var (rater, item, value) in rows)
            {
                var residual = value - Quality[item] - Bias[rater];
                sum[rater] += residual;
                square[rater] += residual * residual;
            }
            for (var i = 0; i < raters; i++) square[i] = Math.Max(0, square[i] - (sum[i] * sum[i] / RaterScores[i]));
            var pooled = Math.Max(Math.Sqrt(square.Sum() / rows.Length), 1e-9);
            for (var i = 0; i < raters; i++)
                Noise[i] = RaterScores[i] < FewestScores ? pooled : Math.Max(Math.Sqrt(square[i] / RaterScores[i]), LeastShareOfPooled * pooled);
        }

        private void EstimateQuality()
        {
            Quality = new double[items];
            Array.Clear(Precision);
            foreach (var (rater, item, value) in rows)
            {
                var weight = 1 / (Noise[rater] * Noise[rater]);
                Quality[item] += weight * (value - Bias[rater]);
                Precision[item] += weight;
            }
            for (var j = 0; j < items; j++) Quality[j] /= Precision[j];
        }
    }
}

/// <summary>An item as the model sees it.</summary>
/// <param name="Item">Which.</param>
/// <param name="Quality">ψ: the corrected mean opinion score.</param>
/// <param name="Interval">ψ ± z / √Σ υ⁻², the biases and inconsistencies taken as known.</param>
/// <param name="Mean">The plain mean, for comparison.</param>
/// <param name="N">Scores.</param>
public sealed record ModelledItem(string Item, double Quality, Interval Interval, double Mean, int N);

/// <summary>A rater as the model sees them.</summary>
/// <param name="Rater">Who.</param>
/// <param name="Bias">Δ: how much higher than the panel this rater scores.</param>
/// <param name="Interval">Δ ± z · υ / √n.</param>
/// <param name="Inconsistency">υ: standard deviation of what neither item nor bias explains.</param>
/// <param name="N">Scores.</param>
public sealed record ModelledRater(string Rater, double Bias, Interval Interval, double Inconsistency, int N);
