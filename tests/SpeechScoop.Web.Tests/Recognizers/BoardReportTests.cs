using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SpeechScoop.Tests.Vendors;
using SpeechScoop.Web.Tests.Vendors;

namespace SpeechScoop.Web.Tests.Recognizers;

/// <summary>Prices, raw files and the report of vendors' transcripts.</summary>
public sealed partial class BoardReportTests : IAsyncDisposable
{
    private VendorServer server = null!;

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }

    [GeneratedRegex("""<a download="(?<name>[^"]*)" href="data:application/octet-stream;base64,(?<content>[^"]*)">.*?<td class="n">[\d,]*</td><td><code>(?<hash>[0-9a-f]{64})</code>""")]
    private static partial Regex Attached { get; }

    /// <summary>A vendor that is called, and a file of another.</summary>
    private static async Task<(string Dataset, string Imported)> RunsAsync(HttpClient http, string delivered)
    {
        var dataset = await VendorApp.DatasetAsync(http, (1, "one two three"), (2, "one two"));
        await VendorApp.RunAsync(http, dataset);
        using var form = new MultipartFormDataContent { { new StringContent(dataset), "dataset" } };
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(delivered)), "files", "secret folder/their house/bolt.csv");
        form.Add(new StringContent("bolt"), "system");
        var run = (await VendorApp.JsonAsync(await http.PostAsync("/api/runs/import-hypotheses", form))).GetProperty("id").GetString()!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await http.GetFromJsonAsync<JsonElement>($"/api/runs/{run}", limit.Token)).GetProperty("status").GetString() is not "done") await Task.Delay(20, limit.Token);
        return (dataset, run);
    }

    private static async Task PricesAsync(HttpClient http, params object[] prices) => await VendorApp.JsonAsync(await http.PutAsJsonAsync("/api/prices", new { prices }));

    private static object Price(string vendor, double? perMinute, string currency = "EUR", double granularity = 0) =>
        new { vendor, perMinute, granularitySeconds = granularity, minimumSeconds = 0, minimumCharge = 0, currency, source = "https://prices.example/list", date = "2026-11-01" };

    private const string Delivered = "key,text\r\nr0,one two tree\r\nr1,one two\r\n";

    [Fact]
    public async Task Systems_are_weighed_by_price_and_an_unknown_price_is_unknown_never_nothing()
    {
        server = await VendorServer.StartAsync((context, _) => VendorServer.Json(context, """{"text":"one two"}"""));
        using var app = new VendorApp(server);
        using var http = app.OwnerClient();
        await RunsAsync(http, Delivered);

        var view = await http.GetFromJsonAsync<JsonElement>("/api/recognizers/trade-off");
        Assert.Equal(JsonValueKind.Null, view.GetProperty("currency").ValueKind);
        Assert.All(view.GetProperty("systems").EnumerateArray(), system => Assert.Equal(JsonValueKind.Null, system.GetProperty("cost").ValueKind));

        // 1 s and 2 s, each billed as 5 s: 10 s of 0.06 a minute for 3 s of audio.
        await PricesAsync(http, Price("acme", 0.06, granularity: 5), Price("import:bolt", null));
        view = await http.GetFromJsonAsync<JsonElement>("/api/recognizers/trade-off?criteria=errors,price");
        var (acme, bolt) = (Of(view, "vendor:acme"), Of(view, "import:bolt"));
        Assert.Equal((12.0m, 200.0m, "EUR"), (acme.GetProperty("cost").GetProperty("perHour").GetDecimal(), acme.GetProperty("cost").GetProperty("perThousandMinutes").GetDecimal(), view.GetProperty("currency").GetString()));
        Assert.Equal(("no price is entered for it", "price", JsonValueKind.Null), (bolt.GetProperty("whyNoCost").GetString(), bolt.GetProperty("unknown")[0].GetString(), bolt.GetProperty("cost").ValueKind));
        Assert.Equal(JsonValueKind.Null, acme.GetProperty("beatenBy").ValueKind);

        // With a price below, what came as a file costs by the length of its recordings.
        await PricesAsync(http, Price("acme", 0.06, granularity: 5), Price("import:bolt", 0.06));
        view = await http.GetFromJsonAsync<JsonElement>("/api/recognizers/trade-off?criteria=errors,price");
        Assert.Equal(3.6m, Of(view, "import:bolt").GetProperty("cost").GetProperty("perHour").GetDecimal());
        Assert.Equal("bolt", Of(view, "vendor:acme").GetProperty("beatenBy").GetString());
        // Its latency is not known, so that nobody is beaten where that is weighed.
        Assert.Equal(JsonValueKind.Null, Of(await http.GetFromJsonAsync<JsonElement>("/api/recognizers/trade-off"), "vendor:acme").GetProperty("beatenBy").ValueKind);

        await PricesAsync(http, Price("acme", 0.06), Price("import:bolt", 0.06, "USD"));
        view = await http.GetFromJsonAsync<JsonElement>("/api/recognizers/trade-off");
        Assert.Equal("its price is in USD, not in EUR", Of(view, "import:bolt").GetProperty("whyNoCost").GetString());
        Assert.Contains("price_per_1000_minutes", await http.GetStringAsync("/api/recognizers/export/trade-off.csv?criteria=price"), StringComparison.Ordinal);

        static JsonElement Of(JsonElement view, string id) => view.GetProperty("systems").EnumerateArray().Single(system => system.GetProperty("id").GetString() == id);
    }

    [Theory]
    [InlineData("trade-off?criteria=errors,looks", "errors, latency, price")]
    [InlineData("trade-off?latency=p50000", "p95")]
    [InlineData("export/ranking.csv?slice=speaker&weights=1,2,3", "numbers from 0 up")]
    [InlineData("export/ranking.json?slice=speaker&weights=-1", "numbers from 0 up")]
    public async Task What_is_weighed_wrongly_is_refused_with_the_cure(string path, string cure)
    {
        server = await VendorServer.StartAsync((context, _) => VendorServer.Json(context, """{"text":"one two"}"""));
        using var app = new VendorApp(server);
        using var http = app.OwnerClient();
        await RunsAsync(http, Delivered);
        var answer = await http.GetAsync($"/api/recognizers/{path}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(cure, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_attaches_what_came_byte_for_byte_with_its_hash_and_its_recipe()
    {
        server = await VendorServer.StartAsync((context, _) => VendorServer.Json(context, """{"text":"one two","note":"<b>ünique</b>"}"""));
        using var app = new VendorApp(server);
        using var http = app.OwnerClient();
        var (_, imported) = await RunsAsync(http, Delivered);
        await PricesAsync(http, Price("acme", 0.06));
        var report = await http.GetStringAsync("/api/recognizers/export/report.html?normaliser=fair");

        var attached = Attached.Matches(report).ToDictionary(match => match.Groups["name"].Value, match => (Content: Convert.FromBase64String(match.Groups["content"].Value), Hash: match.Groups["hash"].Value));
        Assert.All(attached.Values, file => Assert.Equal(file.Hash, Convert.ToHexStringLower(SHA256.HashData(file.Content))));
        Assert.Equal(Delivered, Encoding.UTF8.GetString(attached["their house-bolt.csv"].Content));
        var answers = Encoding.UTF8.GetString(attached["answers vendor-acme.jsonl"].Content).TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["r0", "r1"], answers.Select(line => line.GetProperty("item").GetString()!));
        Assert.Equal("""{"text":"one two","note":"<b>ünique</b>"}""", answers[0].GetProperty("answer").GetString());
        Assert.Contains("utterances.csv", attached.Keys);
        Assert.Contains("board.json", attached.Keys);
        Assert.DoesNotContain("secret folder", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>ünique", report, StringComparison.Ordinal);

        foreach (var said in new[] { "SHA-256 of its rules", "sclite", "2026-11-01", "https://prices.example/list", "3.60 EUR", "ONNX Runtime", "made elsewhere, imported" }) Assert.Contains(said, report, StringComparison.Ordinal);
        for (var i = 0; i + 8 <= VendorApp.VendorKey.Length; i++) Assert.DoesNotContain(VendorApp.VendorKey.Substring(i, 8), report, StringComparison.Ordinal);

        var listed = Assert.Single((await http.GetFromJsonAsync<JsonElement>($"/api/runs/{imported}/files")).EnumerateArray());
        Assert.Equal(("their house/bolt.csv", Delivered.Length), (listed.GetProperty("name").GetString(), listed.GetProperty("bytes").GetInt32()));
        Assert.Equal(Delivered, await http.GetStringAsync($"/api/runs/{imported}/files/0"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/runs/{imported}/files/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/api/runs/nothing/files")).StatusCode);
    }

    [Fact]
    public async Task A_delivered_file_that_holds_a_key_is_named_but_not_attached()
    {
        server = await VendorServer.StartAsync((context, _) => VendorServer.Json(context, """{"text":"one two"}"""));
        using var app = new VendorApp(server);
        using var http = app.OwnerClient();
        await RunsAsync(http, $"key,text,token\r\nr0,one,{VendorApp.VendorKey}\r\nr1,two,x\r\n");
        var report = await http.GetStringAsync("/api/recognizers/export/report.html");
        Assert.Contains("bolt.csv: not attached, it holds the key of acme", report, StringComparison.Ordinal);
        Assert.DoesNotContain(VendorApp.VendorKey, report, StringComparison.Ordinal);
        foreach (Match match in Attached.Matches(report)) Assert.DoesNotContain(VendorApp.VendorKey, Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups["content"].Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_delivered_files_costs_by_the_length_of_its_recordings()
    {
        server = await VendorServer.StartAsync((context, _) => VendorServer.Json(context, """{"text":"one two"}"""));
        using var app = new VendorApp(server);
        using var http = app.OwnerClient();
        var (_, imported) = await RunsAsync(http, Delivered);
        await PricesAsync(http, Price("import:bolt", 0.6));
        var condition = Assert.Single((await http.GetFromJsonAsync<JsonElement>($"/api/prices/runs/{imported}")).GetProperty("conditions").EnumerateArray());
        Assert.Equal((3m, 0.03m), (condition.GetProperty("billed").GetProperty("billedSeconds").GetDecimal(), condition.GetProperty("billed").GetProperty("cost").GetDecimal()));
    }
}
