namespace SpeechScoop.Statistics;

/// <summary>Newton's method for the penalised likelihood. Parameters: strengths, the side's advantage (if asked for), ln ν (unused where nobody tied).</summary>
internal sealed class BradleyTerryFit(int systems, (int First, int Second)[] pairs, bool side, double ridge)
{
    private const int MostIterations = 200, MostHalvings = 40;

    /// <summary>How close to 0 the slope must come, for each choice: the estimate itself, and draws of the bootstrap.</summary>
    public const double Exact = 1e-10, Rough = 1e-6;

    private readonly double[] gradient = new double[systems + (side ? 2 : 1)], trial = new double[systems + (side ? 2 : 1)];
    private readonly double[,] hessian = new double[systems + (side ? 2 : 1), systems + (side ? 2 : 1)];

    public int SideAt => side ? systems : -1;

    public int TieAt => systems + (side ? 1 : 0);

    public int Parameters => TieAt + 1;

    /// <summary>Climbs from the parameters given to the maximum.</summary>
    /// <param name="cells">See <see cref="ChoiceCells"/>.</param>
    /// <param name="parameters">Start; the maximum afterwards.</param>
    /// <param name="precision"><see cref="Exact"/> or <see cref="Rough"/>.</param>
    /// <returns>Whether it got there.</returns>
    public bool Maximise(double[] cells, double[] parameters, double precision = Exact)
    {
        var used = HasTies(cells) ? Parameters : Parameters - 1;
        var weight = cells.Sum();
        var value = Derive(cells, parameters, used);
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            if (Largest(gradient, used) <= precision * Math.Max(1, weight)) return true;
            if (!Solve(hessian, gradient, used)) return false;
            var (step, better) = (1.0, false);
            for (var halving = 0; halving < MostHalvings && !better; halving++, step /= 2)
            {
                for (var i = 0; i < Parameters; i++) trial[i] = parameters[i] + (i < used ? step * gradient[i] : 0);
                better = Penalised(cells, trial, used) >= value - (1e-14 * Math.Abs(value));
            }
            if (!better) return false;
            trial.CopyTo(parameters, 0);
            value = Derive(cells, parameters, used);
        }
        return false;
    }

    public double LogLikelihood(double[] cells, double[] parameters)
    {
        var (sum, tie) = (0.0, HasTies(cells) ? Math.Exp(parameters[TieAt]) : 0);
        for (var p = 0; p < pairs.Length; p++)
        {
            var d = Difference(p, parameters);
            var (won, lost, tied) = (cells[ChoiceCells.Outcomes * p], cells[(ChoiceCells.Outcomes * p) + 1], cells[(ChoiceCells.Outcomes * p) + 2]);
            // ln D, the larger exponential taken out so that nothing overflows.
            var top = Math.Abs(d) / 2;
            var norm = top + Math.Log(1 + Math.Exp(-2 * top) + (tie * Math.Exp(-top)));
            sum += ((won - lost) * d / 2) + (tied > 0 ? tied * parameters[TieAt] : 0) - ((won + lost + tied) * norm);
        }
        return sum;
    }

    /// <summary>Chance of a tie between equals.</summary>
    public double TieRate(double[] cells, double[] parameters) => HasTies(cells) ? 1 / (1 + (2 * Math.Exp(-parameters[TieAt]))) : 0;

    private static bool HasTies(double[] cells)
    {
        for (var i = 2; i < cells.Length; i += ChoiceCells.Outcomes) if (cells[i] > 0) return true;
        return false;
    }

    private static double Largest(double[] values, int count)
    {
        var largest = 0.0;
        for (var i = 0; i < count; i++) largest = Math.Max(largest, Math.Abs(values[i]));
        return largest;
    }

    private double Difference(int pair, double[] parameters) =>
        parameters[pairs[pair].First] - parameters[pairs[pair].Second] + (side ? parameters[SideAt] : 0);

    private double Penalised(double[] cells, double[] parameters, int used)
    {
        var value = LogLikelihood(cells, parameters);
        for (var i = 0; i < used; i++) value -= ridge / 2 * parameters[i] * parameters[i];
        return value;
    }

    /// <summary>The penalised log-likelihood; its slopes and the negative of its second derivatives are left in <see cref="gradient"/> and <see cref="hessian"/>.</summary>
    private double Derive(double[] cells, double[] parameters, int used)
    {
        var hasTies = used == Parameters;
        var nu = hasTies ? Math.Exp(parameters[TieAt]) : 0;
        var value = 0.0;
        Array.Clear(gradient);
        Array.Clear(hessian);
        for (var p = 0; p < pairs.Length; p++)
        {
            var (won, lost, tied) = (cells[ChoiceCells.Outcomes * p], cells[(ChoiceCells.Outcomes * p) + 1], cells[(ChoiceCells.Outcomes * p) + 2]);
            var n = won + lost + tied;
            if (n == 0) continue;
            var d = Difference(p, parameters);
            var top = Math.Abs(d) / 2;
            var (up, down, even) = (Math.Exp((d / 2) - top), Math.Exp((-d / 2) - top), nu * Math.Exp(-top));
            var sum = up + down + even;
            var (first, second, tie) = (up / sum, down / sum, even / sum);
            // d's statistic is (won − lost)/2, ln ν's is tied: gradients are observed − expected, curvatures their covariances.
            var slope = ((won - lost) - (n * (first - second))) / 2;
            var curve = n * (first + second - ((first - second) * (first - second))) / 4;
            var cross = -n * tie * (first - second) / 2;
            value += ((won - lost) * d / 2) + (tied > 0 ? tied * parameters[TieAt] : 0) - (n * (top + Math.Log(sum)));
            AddStrengths(p, slope, curve, cross);
            if (!hasTies) continue;
            gradient[TieAt] += tied - (n * tie);
            hessian[TieAt, TieAt] += n * tie * (1 - tie);
        }
        for (var i = 0; i < used; i++)
        {
            value -= ridge / 2 * parameters[i] * parameters[i];
            gradient[i] -= ridge * parameters[i];
            hessian[i, i] += ridge;
        }
        return value;
    }

    /// <summary>Adds a pair's derivatives to those of the parameters its difference is made of. Where nobody tied, <paramref name="cross"/> is 0.</summary>
    private void AddStrengths(int pair, double slope, double curve, double cross)
    {
        Span<(int At, double Sign)> touched = [(pairs[pair].First, 1), (pairs[pair].Second, -1), (SideAt, 1)];
        if (!side) touched = touched[..2];
        foreach (var (a, signA) in touched)
        {
            gradient[a] += signA * slope;
            foreach (var (b, signB) in touched) hessian[a, b] += signA * signB * curve;
            hessian[a, TieAt] += signA * cross;
            hessian[TieAt, a] += signA * cross;
        }
    }

    /// <summary>Solves by Cholesky's decomposition in place; without a prior the mean of strengths is free, and is held at 0.</summary>
    private bool Solve(double[,] a, double[] b, int n)
    {
        if (ridge == 0)
            for (var i = 0; i < systems; i++)
                for (var j = 0; j < systems; j++) a[i, j] += 1;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[i, j];
                for (var k = 0; k < j; k++) sum -= a[i, k] * a[j, k];
                if (i != j) a[i, j] = sum / a[j, j];
                else if (sum > 1e-12) a[i, i] = Math.Sqrt(sum);
                else return false;
            }
        }
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) b[i] -= a[i, k] * b[k];
            b[i] /= a[i, i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) b[i] -= a[k, i] * b[k];
            b[i] /= a[i, i];
        }
        return true;
    }
}
