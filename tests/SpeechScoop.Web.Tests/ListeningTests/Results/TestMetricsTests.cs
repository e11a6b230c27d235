using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.ListeningTests.Results;

public sealed class TestMetricsTests : IDisposable
{
    private readonly ScoopApp app = new();
    private readonly HttpClient client;

    public TestMetricsTests() => client = app.OwnerClient();

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private async Task<ListenedTest> TestAsync(ListeningTestDefinition definition)
    {
        var test = new ListenedTest(app.Services.GetRequiredService<Database>(), definition);
        await test.PublishAsync();
        return test;
    }

    private async Task<JsonElement> ReadAsync(string address) => JsonDocument.Parse(await client.GetStringAsync($"/api/listening-tests/{address}")).RootElement;

    [Fact]
    public async Task Prepared_stimuli_are_measured_against_their_reference_and_compared_with_their_ratings()
    {
        var test = await TestAsync(await MeasuredTest.WithAudioAsync(app.Services));
        await test.SimulateAsync(6, withCareless: false);
        var view = await ReadAsync($"{test.Id}/metrics?scale=mushra&design=mushra&screening=none");
        Assert.Equal("none", view.GetProperty("missing").GetString());
        var metrics = view.GetProperty("metrics").EnumerateArray().ToDictionary(metric => metric.GetProperty("kind").GetProperty("id").GetString()!);
        Assert.Superset(new HashSet<string> { "estoi", "log-mel-l1", "stoi", "si-sdr", "mr-stft", "mel-distance-dac", "mfcc-mcd", "visqol-speech", "loudness" }, metrics.Keys.ToHashSet());
        Assert.DoesNotContain("duration", metrics.Keys);
        Assert.Equal("dB", metrics["si-sdr"].GetProperty("kind").GetProperty("unit").GetString());
        var stoi = metrics["stoi"];
        Assert.Equal("pystoi-0.4.1", stoi.GetProperty("kind").GetProperty("version").GetString());
        Assert.Equal(9, stoi.GetProperty("stimuli").GetArrayLength());
        Assert.DoesNotContain(stoi.GetProperty("stimuli").EnumerateArray(), point => point.GetProperty("condition").GetString() == "reference");
        Assert.InRange(stoi.GetProperty("byStimulus").GetProperty("pearson").GetProperty("value").GetDouble(), 0.5, 1);
        Assert.True(stoi.GetProperty("byStimulus").GetProperty("pearson").GetProperty("interval").GetProperty("low").GetDouble() < 1);
        Assert.Equal(3, stoi.GetProperty("byCondition").GetProperty("n").GetInt32());
        Assert.True(stoi.GetProperty("byStimulus").GetProperty("error").GetProperty("epsilonInsensitiveRmse").GetDouble() >= 0);
        Assert.InRange(metrics["log-mel-l1"].GetProperty("byStimulus").GetProperty("spearman").GetProperty("value").GetDouble(), -1, -0.5);
        Assert.Equal(view.GetRawText(), (await ReadAsync($"{test.Id}/metrics?screening=none")).GetRawText());
    }

    [Fact]
    public async Task The_report_and_the_methods_paragraph_tell_how_metrics_agree_with_the_ratings()
    {
        var test = await TestAsync(await MeasuredTest.WithAudioAsync(app.Services));
        await test.SimulateAsync(6, withCareless: false);
        // Measured before, however long it takes: reports do not wait for ever.
        await ReadAsync($"{test.Id}/metrics?screening=none");
        var report = await client.GetStringAsync($"/api/listening-tests/{test.Id}/export/report.html?screening=none");
        Assert.Contains("MUSHRA score: agreement with metrics (ITU-T P.1401)", report, StringComparison.Ordinal);
        Assert.Matches(@"<td>stoi</td><td>stimuli</td><td class=""n"">0\.\d\d \[-?0\.\d\d, 0\.\d\d\]</td>", report);
        Assert.Contains("<td>stoi</td><td>conditions</td>", report, StringComparison.Ordinal);
        foreach (var file in (string[])["methods.md", "methods.tex"])
        {
            var text = await client.GetStringAsync($"/api/listening-tests/{test.Id}/export/{file}?screening=none");
            Assert.Contains("as in ITU-T P.1401", text, StringComparison.Ordinal);
            Assert.Contains("stoi 0.", text, StringComparison.Ordinal);
            Assert.Contains("(n = 9)", text, StringComparison.Ordinal);
        }
        var silent = await TestAsync(ListenedTest.Mushra());
        await silent.SimulateAsync(3, withCareless: false);
        Assert.DoesNotContain("P.1401", await client.GetStringAsync($"/api/listening-tests/{silent.Id}/export/report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_without_metrics_says_why()
    {
        var silent = await TestAsync(ListenedTest.Mushra());
        Assert.Equal("no-ratings", (await ReadAsync($"{silent.Id}/metrics")).GetProperty("missing").GetString());
        await silent.SimulateAsync(2, withCareless: false);
        Assert.Equal("not-measurable", (await ReadAsync($"{silent.Id}/metrics")).GetProperty("missing").GetString());

        var mixed = await TestAsync(ListenedTest.Mixed());
        await mixed.SimulateMixedAsync(3);
        Assert.Equal("bs1116", (await ReadAsync($"{mixed.Id}/metrics?scale=bs1116-difference&design=bs1116")).GetProperty("design").GetString());
        Assert.Equal("no-reference", (await ReadAsync($"{mixed.Id}/metrics?scale=acr")).GetProperty("missing").GetString());
    }

    [Fact]
    public async Task An_unknown_scale_is_refused_with_what_there_is()
    {
        var test = await TestAsync(ListenedTest.Mushra());
        await test.SimulateAsync(2, withCareless: false);
        var answer = await client.GetAsync($"/api/listening-tests/{test.Id}/metrics?scale=taste");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("mushra", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Early_decisions_are_sent_with_the_results()
    {
        var test = await TestAsync(ListenedTest.Mushra());
        await test.SimulateAsync(8);
        var decisions = (await ReadAsync($"{test.Id}/results")).GetProperty("results").GetProperty("earlyDecisions");
        Assert.Equal(3, decisions.GetArrayLength());
        Assert.All(decisions.EnumerateArray(), decision => Assert.True(decision.GetProperty("holm").GetDouble() >= decision.GetProperty("p").GetDouble()));
    }

    [Fact]
    public async Task The_methods_paragraph_and_the_report_tell_of_rankings_and_agreement_where_there_are_some()
    {
        var mixed = await TestAsync(ListenedTest.Mixed());
        await mixed.SimulateMixedAsync(8);
        var mushra = await TestAsync(ListenedTest.Mushra());
        await mushra.SimulateAsync(5);
        foreach (var file in (string[])["methods.md", "report.html"])
        {
            Assert.Contains("Bradley-Terry", await client.GetStringAsync($"/api/listening-tests/{mixed.Id}/export/{file}"), StringComparison.Ordinal);
            var without = await client.GetStringAsync($"/api/listening-tests/{mushra.Id}/export/{file}");
            Assert.DoesNotContain("Bradley-Terry", without, StringComparison.Ordinal);
            Assert.Contains("alpha", without, StringComparison.Ordinal);
        }
    }
}
