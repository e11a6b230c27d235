using SpeechScoop.Statistics;

namespace SpeechScoop.Tests.Statistics;

public class DifferenceSpreadTests
{
    private static readonly (string, double)[] Unbalanced =
    [
        ("a", 4), ("a", 7), ("a", 5), ("b", -2), ("b", 1), ("b", 0), ("c", 8), ("c", 11), ("d", 3), ("d", 3), ("d", 6), ("e", 2),
    ];

    [Fact]
    public void Spread_and_its_components_are_those_of_R()
    {
        // R: y <- the values, l <- the listeners; m <- tapply(y, l, mean); n <- table(l); a <- 5; N <- 12; s2 <- var(m); df <- a - 1; dfe <- N - a
        // sqrt(s2); sqrt(df * s2 / qchisq(c(.975, .025), df)); sqrt(df * s2 / qchisq(.2, df)); n0 <- (N - sum(n^2) / N) / (a - 1)
        // t <- anova(lm(y ~ factor(l))); MSB <- t[1, 3]; MSW <- t[2, 3]; sqrt((MSB - MSW) / n0); sqrt(MSW); sqrt(dfe * MSW / qchisq(c(.975, .025), dfe))
        // sqrt(df * (MSB - qf(c(.975, .025), df, dfe) * MSW) / (n0 * qchisq(c(.975, .025), df)))
        var spread = DifferenceSpread.Of(Unbalanced)!;
        Assert.Equal(5, spread.Listeners);
        Near(4.1, spread.Mean);
        Near((3.69984984680, 2.21670265304, 10.63172437252), spread.Deviation);
        Near(5.76279518853, spread.Cautious);
        Near(2.33333333333, spread.ItemsPerListener);
        Near((3.50764471242, 1.56370876703, 10.51267418523), spread.Between!);
        Near((1.68325082306, 1.11292193021, 3.42587342196), spread.Residual!);
    }

    [Fact]
    public void What_listeners_have_in_common_is_no_spread_between_them()
    {
        var spread = DifferenceSpread.Of([("a", -10), ("a", 12), ("b", 11), ("b", -9.5)])!;
        Assert.Equal((0, 0), (spread.Between!.Value, spread.Between.Low));
        Assert.True(spread.Residual!.Value > 10);
    }

    [Fact]
    public void One_item_tells_nothing_of_components_and_one_listener_nothing_at_all()
    {
        var spread = DifferenceSpread.Of([("a", 1), ("b", 2), ("c", 4)])!;
        Assert.Null(spread.Between);
        Assert.Null(spread.Residual);
        Assert.Equal(1, spread.ItemsPerListener);
        Assert.Null(DifferenceSpread.Of([("a", 1), ("a", 2)]));
        Assert.Null(DifferenceSpread.Of([("a", 1), ("b", 1)]));
        Assert.Null(DifferenceSpread.Of([]));
    }

    [Fact]
    public void In_balanced_pilots_components_give_the_spread_of_means_and_their_intervals_hold()
    {
        // 1,000 pilots of 12 listeners × 4 items, true spread 3 between listeners and 6 within.
        var random = new SeededRandom(31);
        var (deviations, betweens, residuals) = (0, 0, 0);
        for (var pilot = 0; pilot < 1000; pilot++)
        {
            var spread = DifferenceSpread.Of(Enumerable.Range(0, 12).SelectMany(listener =>
            {
                var own = 3 * Normal(random);
                return Enumerable.Range(0, 4).Select(_ => ($"l{listener}", own + (6 * Normal(random)))).ToArray();
            }))!;
            var composed = Math.Sqrt(Math.Pow(spread.Between!.Value, 2) + (Math.Pow(spread.Residual!.Value, 2) / 4));
            if (spread.Between.Value > 0) Assert.Equal(spread.Deviation.Value, composed, 1e-9);
            deviations += Holds(spread.Deviation, Math.Sqrt(9 + 9));
            betweens += Holds(spread.Between, 3);
            residuals += Holds(spread.Residual, 6);
        }
        Assert.InRange(deviations, 930, 970);
        Assert.InRange(betweens, 930, 980);
        Assert.InRange(residuals, 930, 970);
    }

    private static int Holds(SpreadEstimate estimate, double truth) => estimate.Low <= truth && truth <= estimate.High ? 1 : 0;

    private static double Normal(SeededRandom random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static void Near((double Value, double Low, double High) expected, SpreadEstimate actual)
    {
        Near(expected.Value, actual.Value);
        Near(expected.Low, actual.Low);
        Near(expected.High, actual.High);
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-9);
}
