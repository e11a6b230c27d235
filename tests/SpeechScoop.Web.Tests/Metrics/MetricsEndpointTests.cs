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
    public async Task Strangers_see_nothing()
    {
        using var client = app.StrangerClient();
        using var response = await client.GetAsync("/api/metrics");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
