using SpeechScoop.Recognition.Costs;

namespace SpeechScoop.Core.Tests.Recognition.Costs;

/// <summary>What recordings cost. The prices are made up.</summary>
public sealed class BillingTests
{
    private static readonly Price Plain = new() { Vendor = "acme", PerMinute = 0.06m, Currency = "EUR" };

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(2.1, 0, 0, 2.1)]
    [InlineData(2.1, 1, 0, 3)]
    [InlineData(3, 1, 0, 3)]
    [InlineData(3.0000000001, 1, 0, 3)]
    [InlineData(3.001, 1, 0, 4)]
    [InlineData(2.1, 15, 0, 15)]
    [InlineData(15.1, 15, 0, 30)]
    [InlineData(2.1, 1, 10, 10)]
    [InlineData(12.1, 1, 10, 13)]
    [InlineData(0.25, 0.1, 0, 0.3)]
    public void A_recording_is_rounded_up_and_has_at_least_the_minimum(double seconds, double granularity, double minimum, double billed) =>
        Assert.Equal((decimal)billed, Billing.BilledSeconds(Plain with { GranularitySeconds = (decimal)granularity, MinimumSeconds = (decimal)minimum }, seconds));

    [Fact]
    public void Costs_add_up_recording_by_recording()
    {
        var billed = Billing.Cost(Plain with { GranularitySeconds = 15 }, [2, 14, 16])!;
        Assert.Equal((3, 32m, 60m, 0.06m, "EUR"), (billed.Recordings, billed.AudioSeconds, billed.BilledSeconds, billed.Cost, billed.Currency));
        Assert.Equal(0.875m, billed.Surplus);
        Assert.Equal(0.1125m, billed.CostPerMinute);
    }

    [Fact]
    public void A_minimum_charge_falls_on_each_recording() =>
        Assert.Equal(0.02m + 0.02m + 0.06m, Billing.Cost(Plain with { MinimumCharge = 0.02m }, [1, 20, 60])!.Cost);

    [Fact]
    public void A_month_costs_as_its_recordings_are_long()
    {
        var price = Plain with { GranularitySeconds = 15 };
        // 5 s are billed as 15: three times the price of the minute.
        var @short = Billing.Month(price, 1000, [5])!;
        Assert.Equal((12_000, 180m), (@short.Recordings, @short.Cost));
        var @long = Billing.Month(price, 1000, [60])!;
        Assert.Equal((1000, 60m), (@long.Recordings, @long.Cost));
        // The number of examples does not count, only how long they are.
        Assert.Equal(Billing.Month(price, 1000, [5, 60])!.Cost, Billing.Month(price, 1000, [5, 60, 5, 60])!.Cost, 20);
    }

    [Fact]
    public void Without_a_price_or_any_audio_there_is_no_cost()
    {
        Assert.Null(Billing.Cost(Plain with { PerMinute = null }, [1, 2]));
        Assert.Null(Billing.Month(Plain, 100, []));
        Assert.Null(Billing.Month(Plain, 100, [0, 0]));
        Assert.Null(Billing.PerThousandCorrectWords(5, 0));
        Assert.Equal(2.5m, Billing.PerThousandCorrectWords(5, 2000));
        Assert.Throws<ArgumentOutOfRangeException>(() => Billing.Cost(Plain, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Billing.Cost(Plain, -1));
    }

    [Theory]
    [InlineData("", 0.1, 1, "EUR", "", "names no vendor")]
    [InlineData("a", -0.1, 1, "EUR", "", "perMinute")]
    [InlineData("a", 0.1, -1, "EUR", "", "granularitySeconds")]
    [InlineData("a", 0.1, 1, "euro", "", "three capitals")]
    [InlineData("a", 0.1, 1, "EUR", "javascript:alert(1)", "no web address")]
    public void A_price_that_cannot_be_is_refused_with_the_reason(string vendor, double perMinute, double granularity, string currency, string source, string said) => Assert.Contains(
        said, new Price { Vendor = vendor, PerMinute = (decimal)perMinute, GranularitySeconds = (decimal)granularity, Currency = currency, Source = source }.Check()!.Message, StringComparison.Ordinal);
}
