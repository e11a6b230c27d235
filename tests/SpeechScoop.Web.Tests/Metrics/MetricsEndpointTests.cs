using System.Net;
using System.Text.Json;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.Metrics;

public sealed class MetricsEndpointTests(ScoopApp app) : IClassFixture<ScoopApp>
{
    [Fact]
    public async Task Every_metric_is_listed_with_what_it_needs_and_is_blind_to()
    {
        using var client = app.OwnerClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/api/metrics"));
        var metrics = document.RootElement.EnumerateArray().ToDictionary(metric => metric.GetProperty("id").GetString()!);
        Assert.Contains("estoi", metrics.Keys);
        Assert.Equal("Infinity", metrics["snr"].GetProperty("identity").GetString());
        Assert.Equal(0, metrics["lsd"].GetProperty("identity").GetDouble());
        Assert.Equal(JsonValueKind.Null, metrics["loudness"].GetProperty("identity").ValueKind);
        Assert.All(metrics.Values, metric => Assert.NotEmpty(metric.GetProperty("blindTo").GetString()!));
    }

    [Fact]
    public async Task Every_metric_is_checked_on_golden_signals()
    {
        using var client = app.OwnerClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/api/metrics/check"));
        var signals = document.RootElement.GetProperty("signals");
        var values = document.RootElement.GetProperty("values").EnumerateArray().ToArray();
        Assert.All(values, value =>
        {
            Assert.True(value.GetProperty("passed").GetBoolean(), value.ToString());
            Assert.True(signals.TryGetProperty(value.GetProperty("signals").GetString()!, out _));
        });
        var stoi = values.First(value => value.GetProperty("metric").GetString() == "stoi");
        Assert.InRange(Math.Abs(stoi.GetProperty("expected").GetDouble() - stoi.GetProperty("got").GetDouble()), 0, 1e-6);
        Assert.Contains(values, value => value.GetProperty("metric").GetString() == "snr" && value.GetProperty("got").ToString() == "Infinity");
    }

    [Fact]
    public async Task Strangers_see_nothing()
    {
        using var client = app.StrangerClient();
        using var response = await client.GetAsync("/api/metrics");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
