using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.SelfCheck;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Tests.Metrics.SelfCheck;

public sealed class MetricSelfCheckTests
{
    private static readonly IReadOnlyList<CheckedValue> Checked = MetricSelfCheck.Run(MetricRegistry.BuiltIn);

    public static TheoryData<string> Metrics => [.. MetricRegistry.BuiltIn.Select(metric => metric.Info.Id)];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Each_metric_gives_its_golden_values(string id)
    {
        var values = Checked.Where(value => value.Golden.Metric == id).ToArray();
        Assert.True(values.Length > 0, $"{id} has no golden value: add one to make_golden_values.py");
        Assert.All(values, value => Assert.True(value.Passed, $"{value.Golden}, got {value.Got}"));
    }

    [Fact]
    public void The_table_names_signals_that_exist_and_none_twice()
    {
        Assert.All(GoldenValue.All, value => Assert.Contains(value.Signals, GoldenSignals.Descriptions.Keys));
        Assert.All(GoldenSignals.Descriptions.Keys, name => Assert.NotEqual(0, GoldenSignals.Of(name).Clip.Length));
        Assert.Equal(GoldenValue.All.Count, GoldenValue.All.DistinctBy(value => (value.Metric, value.Signals)).Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => GoldenSignals.Of("noise"));
    }

    [Fact]
    public void A_value_that_is_off_fails_and_so_does_a_refusal()
    {
        var golden = new GoldenValue("stoi", "voice-noisy", "numpy", 0.5, 1e-6);
        Assert.True(new CheckedValue(golden, MetricValue.Of(0.5 + 5e-7)).Passed);
        Assert.False(new CheckedValue(golden, MetricValue.Of(0.5 + 5e-6)).Passed);
        Assert.False(new CheckedValue(golden, MetricValue.Refused("broken")).Passed);
        Assert.True(new CheckedValue(golden with { Expected = double.PositiveInfinity }, MetricValue.Of(double.PositiveInfinity)).Passed);
        Assert.False(new CheckedValue(golden with { Expected = double.PositiveInfinity }, MetricValue.Of(100)).Passed);
    }
}
