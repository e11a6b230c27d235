using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.Storage;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Tests.Hosting;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.SynthesisLab;

/// <summary>An application with one finished run, for all tests of the class: storing it takes longest.</summary>
public sealed class SpokenRunApp : IAsyncLifetime
{
    private readonly ScoopApp app = new();

    internal HttpClient Http { get; private set; } = null!;

    internal string Run { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Http = app.OwnerClient();
        Run = await StoreAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    internal Task<string> StoreAsync(bool finished = true, bool determinism = true, string title = "Two voices", int prompts = 4, int takes = 4) => SpokenRun.StoreAsync(
        app.Services.GetRequiredService<Database>(), async clip => (await app.Services.GetRequiredService<ClipLibrary>().AddAsync(clip, "speech")).Value.Sha256,
        prompts, takes, title, finished, determinism);
}

public sealed class SynthesisLabTests(SpokenRunApp app) : IClassFixture<SpokenRunApp>
{
    private readonly HttpClient http = app.Http;
    private string run = app.Run;

    private Task<JsonElement> ReadAsync(string address = "") => http.GetFromJsonAsync<JsonElement>($"/api/synthesis-lab/{run}{address}");

    private static JsonElement Of(JsonElement list, string condition) => list.EnumerateArray().Single(row => row.GetProperty("condition").GetString() == condition);

    [Fact]
    public async Task A_run_is_analysed_by_condition_and_prompt()
    {
        var view = await ReadAsync();
        Assert.Equal(["steady", "wild?temperature=0.5", "wild?temperature=1"], view.GetProperty("conditions").EnumerateArray().Select(condition => condition.GetProperty("id").GetString()));
        Assert.Equal(3, view.GetProperty("conditions").EnumerateArray().Select(condition => condition.GetProperty("colour").GetInt32()).Distinct().Count());
        Assert.Equal("The wild voice, temperature 0.5", view.GetProperty("conditions")[1].GetProperty("title").GetString());
        Assert.Equal("wer", view.GetProperty("ranking").GetString());
        Assert.Equal(4, view.GetProperty("prompts").GetArrayLength());
        var analysis = view.GetProperty("analysis");
        Assert.Equal((48, 12), (analysis.GetProperty("takes").GetInt32(), analysis.GetProperty("repetitions").GetInt32()));
        Assert.Equal(12, analysis.GetProperty("cells").GetArrayLength());
        // One take of the hot voice gave no audio.
        var failures = Of(analysis.GetProperty("failures"), "wild?temperature=1");
        Assert.Contains(failures.GetProperty("kinds").EnumerateArray(), kind => kind.GetProperty("kind").GetString() == "no-audio" && kind.GetProperty("rate").GetProperty("failed").GetInt32() == 1);
        Assert.True(Of(analysis.GetProperty("speed"), "steady").GetProperty("timesRealTime").GetProperty("median").GetDouble() > 10);
    }

    [Fact]
    public async Task Takes_that_lost_their_end_are_truncated_and_whole_ones_have_no_failure()
    {
        var view = await ReadAsync();
        Assert.Contains(view.GetProperty("failureKinds").EnumerateArray(), kind => kind.GetProperty("id").GetString() == "truncation");
        var failures = view.GetProperty("analysis").GetProperty("failures");
        Assert.Equal(0, Of(failures, "steady").GetProperty("all").GetProperty("failed").GetInt32());
        var truncated = Of(failures, "wild?temperature=1").GetProperty("kinds").EnumerateArray().Single(kind => kind.GetProperty("kind").GetString() == "truncation");
        Assert.InRange(truncated.GetProperty("rate").GetProperty("failed").GetInt32(), 1, 15);
        var found = new List<string?>();
        foreach (var prompt in (string[])["p00", "p01", "p02", "p03"])
            foreach (var take in (await ReadAsync($"/cells?prompt={prompt}&condition=wild%3Ftemperature%3D1")).GetProperty("takes").EnumerateArray())
                found.AddRange(take.GetProperty("failures").EnumerateArray().Where(failure => failure.GetProperty("kind").GetString() == "truncation").Select(failure => failure.GetProperty("reason").GetString()));
        Assert.NotEmpty(found);
        Assert.All(found, reason => Assert.Contains("missing at the end, after", reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_seed_twice_is_told_to_the_bit()
    {
        var determinism = (await ReadAsync()).GetProperty("analysis").GetProperty("determinism");
        var steady = Of(determinism, "steady");
        Assert.Equal((4, 4, 0), (steady.GetProperty("pairs").GetInt32(), steady.GetProperty("sameBits").GetInt32(), steady.GetProperty("largestDifference").GetDouble()));
        var wild = Of(determinism, "wild?temperature=1");
        Assert.Equal(0, wild.GetProperty("sameBits").GetInt32());
        Assert.InRange(wild.GetProperty("largestDifference").GetDouble(), 0.01, 2);
        Assert.Contains(wild.GetProperty("metrics").EnumerateArray(), metric => metric.GetProperty("metric").GetString() == "f0-sd-semitones");
    }

    [Fact]
    public async Task A_run_without_repetitions_says_nothing_of_determinism()
    {
        run = await app.StoreAsync(determinism: false, title: "Once each", prompts: 1, takes: 1);
        var analysis = (await ReadAsync()).GetProperty("analysis");
        Assert.Equal((0, 0), (analysis.GetProperty("determinism").GetArrayLength(), analysis.GetProperty("repetitions").GetInt32()));
    }

    [Fact]
    public async Task A_cell_shows_its_takes_from_the_best_to_the_worst_and_repetitions_last()
    {
        var cell = await ReadAsync("/cells?prompt=p00&condition=wild%3Ftemperature%3D1");
        var takes = cell.GetProperty("takes").EnumerateArray().ToArray();
        Assert.Equal(5, takes.Length);
        Assert.True(takes[^1].GetProperty("repeats").GetBoolean());
        Assert.Equal("best", takes[0].GetProperty("place").GetString());
        var errors = takes[..3].Select(take => take.GetProperty("measurements").GetProperty("wer").GetDouble()).ToArray();
        Assert.Equal(errors.Order(), errors);
        var failed = takes.Single(take => take.GetProperty("error").ValueKind is JsonValueKind.String);
        Assert.Equal("no-audio", failed.GetProperty("failures")[0].GetProperty("kind").GetString());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/api/clips/{takes[0].GetProperty("clip").GetString()}.wav")).StatusCode);
    }

    [Fact]
    public async Task Another_metric_may_rank_the_takes()
    {
        Assert.Equal("cer", (await ReadAsync("?metric=cer")).GetProperty("ranking").GetString());
        // A description ranks nothing.
        Assert.Equal("wer", (await ReadAsync("?metric=speaking-rate")).GetProperty("ranking").GetString());
    }

    [Fact]
    public async Task Every_file_can_be_saved()
    {
        var view = await ReadAsync();
        foreach (var name in view.GetProperty("exports").EnumerateArray().Select(name => name.GetString()!))
        {
            var response = await http.GetAsync($"/api/synthesis-lab/{run}/export/{name}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal($"two-voices-{name}", response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
            var text = await response.Content.ReadAsStringAsync();
            if (name.EndsWith(".csv", StringComparison.Ordinal)) Assert.All(Lines(text), line => Assert.NotEmpty(line));
        }
        var takes = Lines(await http.GetStringAsync($"/api/synthesis-lab/{run}/export/takes.csv"));
        Assert.Equal(61, takes.Length);
        Assert.Contains(",processing_seconds,", takes[0], StringComparison.Ordinal);
        Assert.Equal(60, (await http.GetStringAsync($"/api/synthesis-lab/{run}/export/takes.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task The_report_needs_nothing_else_and_takes_titles_as_text()
    {
        run = await app.StoreAsync(prompts: 1, takes: 1, title: "<script>alert(1)</script>");
        var report = await http.GetStringAsync($"/api/synthesis-lab/{run}/export/report.html");
        Assert.Contains("&lt;script&gt;alert(1)", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", report, StringComparison.Ordinal);
        Assert.Contains("<svg", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_has_not_begun_has_an_empty_analysis()
    {
        run = await app.StoreAsync(finished: false, title: "Not yet");
        var view = await ReadAsync();
        Assert.Equal(0, view.GetProperty("analysis").GetProperty("takes").GetInt32());
        Assert.Equal((60, 60), (view.GetProperty("run").GetProperty("outputs").GetInt32(), view.GetProperty("run").GetProperty("left").GetInt32()));
        Assert.Equal(0, (await ReadAsync("/cells?prompt=p00&condition=steady")).GetProperty("takes").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/synthesis-lab/nowhere", "run-not-found")]
    [InlineData("/api/synthesis-lab/{run}/cells?prompt=p99&condition=steady", "prompt-not-found")]
    [InlineData("/api/synthesis-lab/{run}/cells?prompt=p00&condition=nobody", "condition-not-found")]
    [InlineData("/api/synthesis-lab/{run}/export/all.xlsx", "unknown-export")]
    public async Task What_does_not_exist_is_named(string address, string code) =>
        Assert.Equal(code, (await BenchApp.ProblemAsync(await http.GetAsync(address.Replace("{run}", run, StringComparison.Ordinal)))).Code);

    [Fact]
    public async Task Exactly_the_chosen_clips_become_a_test_and_takes_of_one_prompt_conditions_of_their_own()
    {
        var takes = (await ReadAsync("/cells?prompt=p01&condition=wild%3Ftemperature%3D0.5")).GetProperty("takes").EnumerateArray().Take(3).ToArray();
        string[] outputs = [.. takes.Select(take => take.GetProperty("id").GetString()!)];
        var response = await http.PostAsJsonAsync("/api/listening-tests/from-outputs", new { kind = "synthesizer", design = "acr", options = new { title = "Takes", trainingTrials = 0 }, outputs });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var definition = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("definition");
        Assert.Equal(takes.Select(take => $"The wild voice, temperature 0.5, take {take.GetProperty("take").GetInt32() + 1}").Order(), definition.GetProperty("conditions").EnumerateArray().Select(condition => condition.GetProperty("title").GetString()!).Order());
        var trials = definition.GetProperty("sections").EnumerateArray().Last().GetProperty("trials").EnumerateArray().ToArray();
        Assert.Equal(outputs.Order(), trials.Select(trial => trial.GetProperty("stimuli")[0].GetProperty("provenance").GetProperty("outputId").GetString()!).Order());
    }

    [Fact]
    public async Task One_take_of_each_prompt_keeps_conditions_as_they_are_and_may_show_the_text()
    {
        string[] outputs = [.. (await ReadAsync()).GetProperty("analysis").GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("best").GetString()!)];
        var response = await http.PostAsJsonAsync("/api/listening-tests/from-outputs",
            new
            {
                kind = "synthesizer", design = "likert", outputs,
                options = new
                {
                    title = "Sounds", trainingTrials = 0, showText = true,
                    // As wwwroot/js/synthesis-lab/sound-effects.js has them.
                    scales = ((string, string)[])[("fits-text", "How well does the sound fit the text?"), ("quality", "How good is the sound itself, whatever the text says?")] is var scales
                        ? scales.Select(scale => new { id = scale.Item1, question = scale.Item2, minimum = 1, maximum = 5, points = Enumerable.Range(1, 5).Reverse().Select(value => new { value, label = $"Word {value}" }) }) : null,
                },
            });
        var definition = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("definition");
        Assert.Equal(3, definition.GetProperty("conditions").GetArrayLength());
        var trials = definition.GetProperty("sections").EnumerateArray().Last().GetProperty("trials").EnumerateArray().ToArray();
        Assert.Equal(12, trials.Length);
        Assert.Equal(SpokenRun.Sentences[0], trials[0].GetProperty("title").GetString());
        Assert.Equal(["fits-text", "quality"], trials[0].GetProperty("scales").EnumerateArray().Select(scale => scale.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task An_output_that_does_not_exist_makes_no_test() => Assert.Equal("output-unknown", (await BenchApp.ProblemAsync(
        await http.PostAsJsonAsync("/api/listening-tests/from-outputs", new { kind = "synthesizer", design = "acr", options = new { title = "Takes" }, outputs = new[] { "nothing" } }))).Code);

    [Fact]
    public async Task A_new_run_is_offered_metrics_without_reference_and_paces()
    {
        var offer = await http.GetFromJsonAsync<JsonElement>("/api/synthesis-lab/offer");
        Assert.Contains(offer.GetProperty("metrics").EnumerateArray(), metric => metric.GetProperty("id").GetString() == "f0-sd-semitones");
        Assert.DoesNotContain(offer.GetProperty("metrics").EnumerateArray(), metric => metric.GetProperty("id").GetString() == "stoi");
        var pace = offer.GetProperty("paces").EnumerateArray().Single(known => known.GetProperty("systemId").GetString() == "steady");
        Assert.InRange(pace.GetProperty("secondsPerCharacter").GetDouble(), 0.0005, 0.005);
    }

    [Fact]
    public async Task A_fresh_installation_offers_metrics_and_knows_no_pace()
    {
        await using var fresh = new ScoopApp();
        var offer = await fresh.OwnerClient().GetFromJsonAsync<JsonElement>("/api/synthesis-lab/offer");
        Assert.Equal(0, offer.GetProperty("paces").GetArrayLength());
        Assert.True(offer.GetProperty("usual").GetArrayLength() > 5);
    }

    private static string[] Lines(string csv) => csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
