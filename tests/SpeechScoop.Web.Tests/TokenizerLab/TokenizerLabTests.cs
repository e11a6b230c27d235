using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SpeechScoop.Runs;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.TokenizerLab;

public sealed class TokenizerLabTests : IDisposable
{
    private const string Codec = $"{StoredReconstructions.Tokenizer}?codebooks=2", MuLaw = $"{StoredReconstructions.MuLaw}?bits=8";

    private readonly ScoopApp app = new();
    private readonly HttpClient http;
    private readonly StoredReconstructions stored;

    public TokenizerLabTests() => (http, stored) = (app.OwnerClient(), new StoredReconstructions(app));

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Baselines_are_offered_with_their_settings_though_no_pack_is_installed()
    {
        var systems = await ReadAsync("systems");
        var muLaw = systems.EnumerateArray().Single(system => system.GetProperty("id").GetString() == StoredReconstructions.MuLaw);
        Assert.True(muLaw.GetProperty("isBaseline").GetBoolean() && muLaw.GetProperty("usable").GetBoolean());
        Assert.Equal([4, 5, 6, 7, 8], muLaw.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("settings").GetProperty("bits").GetInt32()));
    }

    [Fact]
    public async Task A_run_is_told_at_a_glance()
    {
        await stored.StoreAsync();
        var run = await ReadAsync(stored.RunId);
        Assert.Equal([Codec, MuLaw], run.GetProperty("conditions").EnumerateArray().Select(condition => condition.GetProperty("id").GetString()));
        Assert.Equal(["2 codebooks", "8 bits"], run.GetProperty("conditions").EnumerateArray().Select(condition => condition.GetProperty("phrase").GetString()));
        Assert.Equal(["speech", "animal"], run.GetProperty("domains").EnumerateArray().Select(domain => domain.GetProperty("name").GetString()));
        Assert.Equal(0.1, run.GetProperty("conditions")[0].GetProperty("realTimeFactor").GetDouble(), 1e-9);
        var stoi = run.GetProperty("metrics").EnumerateArray().Single(metric => metric.GetProperty("id").GetString() == "stoi");
        Assert.Equal((2, 2), (stoi.GetProperty("measured").GetInt32(), stoi.GetProperty("refused").GetInt32()));
        Assert.Equal(["STOI is for speech; this is an animal."], stoi.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));
        // Three panels: all, speech, animal; the first codebook is used whole, the second by half or more.
        var uses = run.GetProperty("codebookUse").EnumerateArray().ToArray();
        Assert.Equal([null, "speech", "animal"], uses.Select(use => use.GetProperty("domain").GetString()));
        Assert.Equal([4, 2, 1], [uses[1].GetProperty("codebooks")[0].GetProperty("used").GetInt32(), uses[1].GetProperty("codebooks")[1].GetProperty("used").GetInt32(), uses[2].GetProperty("codebooks")[1].GetProperty("used").GetInt32()]);
    }

    [Fact]
    public async Task A_metric_has_a_panel_a_domain_and_the_worst_first_and_survival_is_one_of_them()
    {
        await stored.StoreAsync();
        var metric = await ReadAsync($"{stored.RunId}/metrics/si-sdr");
        Assert.Equal([null, "speech", "animal"], metric.GetProperty("panels").EnumerateArray().Select(panel => panel.GetProperty("domain").GetString()));
        Assert.Equal([5.5, 30.5], Means(metric, 0));
        Assert.Equal([5.0, 30], Means(metric, 1));
        Assert.Equal((900.0, 5.0), (metric.GetProperty("worst")[0].GetProperty("bitRate").GetDouble(), metric.GetProperty("worst")[0].GetProperty("value").GetDouble()));
        var survival = await ReadAsync($"{stored.RunId}/metrics/token-survival");
        Assert.Equal([0.5, null], Means(survival, 0));
    }

    [Fact]
    public async Task A_metric_that_is_not_valid_in_a_domain_has_a_reason_there_and_no_number()
    {
        await stored.StoreAsync();
        var stoi = await ReadAsync($"{stored.RunId}/metrics/stoi");
        var animal = stoi.GetProperty("panels")[2].GetProperty("points")[0];
        Assert.Equal(JsonValueKind.Null, animal.GetProperty("mean").ValueKind);
        Assert.Equal((0, 1), (animal.GetProperty("n").GetInt32(), animal.GetProperty("refused").GetInt32()));
        Assert.Equal(2, stoi.GetProperty("worstOf").GetInt32());
    }

    [Fact]
    public async Task A_clip_comes_with_all_that_was_made_of_it_and_a_part_of_a_recording_as_a_clip_of_its_own()
    {
        await stored.StoreAsync();
        var voice = await ReadAsync($"{stored.RunId}/items/{stored.Items["voice"]}");
        Assert.Equal(("voice", 1.0, 16_000), (voice.GetProperty("key").GetString(), voice.GetProperty("seconds").GetDouble(), voice.GetProperty("sampleRate").GetInt32()));
        var codec = voice.GetProperty("outputs")[0];
        Assert.Equal((Codec, 5.0, 0.5), (codec.GetProperty("condition").GetString(), codec.GetProperty("values").GetProperty("si-sdr").GetDouble(), codec.GetProperty("values").GetProperty("token-survival").GetDouble()));
        Assert.Equal([0, 1, 2, 3], codec.GetProperty("tokens").GetProperty("codes")[0].EnumerateArray().Select(code => code.GetInt32()));
        var whistle = await ReadAsync($"{stored.RunId}/items/{stored.Items["whistle"]}");
        Assert.Equal(0.5, whistle.GetProperty("seconds").GetDouble());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/api/clips/{whistle.GetProperty("original").GetString()}.wav")).StatusCode);
    }

    [Theory]
    [InlineData("rate-distortion", "metric,version,unit,direction,domain,condition", 9)]
    [InlineData("clips", "clip,domain,condition", 4)]
    [InlineData("codebooks", "condition,domain,clips,codebook", 6)]
    public async Task Each_table_is_a_file_of_the_same_rows_as_CSV_and_JSON(string table, string header, int atLeast)
    {
        await stored.StoreAsync();
        var csv = (await http.GetStringAsync($"/api/tokenizer-lab/{stored.RunId}/tables/{table}.csv")).TrimEnd().Split("\r\n");
        Assert.StartsWith(header, csv[0], StringComparison.Ordinal);
        var json = await ReadAsync($"{stored.RunId}/tables/{table}.json");
        Assert.Equal(csv.Length - 1, json.GetArrayLength());
        Assert.True(json.GetArrayLength() >= atLeast, $"{json.GetArrayLength()} rows");
        Assert.Equal(csv[0].Split(','), json[0].EnumerateObject().Select(cell => cell.Name));
    }

    [Fact]
    public async Task What_is_not_there_is_named()
    {
        await stored.StoreAsync();
        foreach (var (path, code) in new[]
        {
            ("nothing", "run-not-found"), ($"{stored.RunId}/metrics/pesq", "metric-not-measured"), ($"{stored.RunId}/items/nothing", "item-not-in-run"), ($"{stored.RunId}/tables/nothing.csv", "table-unknown"),
        })
        {
            var response = await http.GetAsync($"/api/tokenizer-lab/{path}");
            Assert.Equal((path, HttpStatusCode.NotFound, code), (path, response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task Test_sounds_become_a_dataset_once()
    {
        async Task<JsonElement> MakeAsync(object request) => await (await http.PostAsJsonAsync("/api/tokenizer-lab/test-sounds", request)).Content.ReadFromJsonAsync<JsonElement>();
        var made = await MakeAsync(new { sampleRate = 16_000, perKind = 1 });
        Assert.Equal(8, made.GetProperty("items").GetInt32());
        Assert.Equal(made.GetProperty("id").GetString(), (await MakeAsync(new { sampleRate = 16_000, perKind = 1 })).GetProperty("id").GetString());
        Assert.NotEqual(made.GetProperty("id").GetString(), (await MakeAsync(new { sampleRate = 16_000, perKind = 1, seed = 2 })).GetProperty("id").GetString());
        Assert.Equal("sounds-rate", (await MakeAsync(new { sampleRate = 1000 })).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_run_of_another_kind_is_sent_elsewhere()
    {
        await stored.StoreAsync(RunKind.Recognition);
        var response = await http.GetAsync($"/api/tokenizer-lab/{stored.RunId}");
        Assert.Equal("run-of-another-kind", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    private async Task<JsonElement> ReadAsync(string path) => await http.GetFromJsonAsync<JsonElement>($"/api/tokenizer-lab/{path}");

    private static double?[] Means(JsonElement metric, int panel) =>
        [.. metric.GetProperty("panels")[panel].GetProperty("points").EnumerateArray().Select(point => point.GetProperty("mean") is { ValueKind: JsonValueKind.Number } mean ? mean.GetDouble() : (double?)null)];
}
