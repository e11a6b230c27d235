using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;
using SpeechScoop.Tests.Vendors;

namespace SpeechScoop.Web.Tests.Vendors;

/// <summary>Vendors in runs, and their keys nowhere.</summary>
public sealed class VendorsTests : IAsyncDisposable
{
    private VendorServer server = null!;

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }

    [Fact]
    public async Task The_pieces_of_an_answer_are_kept_as_an_event_log_of_a_recording_sent_whole()
    {
        server = await VendorServer.StartAsync((context, _) => VendorServer.Events(context,
            ["""{"type":"transcript.text.delta","delta":"one t"}""", """{"type":"transcript.text.delta","delta":"wo"}""", """{"type":"transcript.text.done","text":"One two."}"""]));
        using var app = new VendorApp($$$"""{"acme":{"kind":"openai","baseUrl":"{{{server.Address}}}","model":"m-1","apiKey":"{{{VendorApp.VendorKey}}}","stream":true}}""");
        using var http = app.OwnerClient();
        var run = await VendorApp.RunAsync(http, await VendorApp.DatasetAsync(http, (2, "one two")));
        var text = await http.GetStringAsync($"/api/runs/{run}/events");
        var log = Assert.Single(StreamingLogReader.Read(new TranscriptInput("a.jsonl", Encoding.UTF8.GetBytes(text))).Logs);
        Assert.Equal((StreamingFeed.Whole, "vendor:acme", 2.0), (log.Header.Feed, log.Header.Recognizer, log.Header.AudioSeconds));
        Assert.Equal([StreamingEventKind.End, StreamingEventKind.Partial, StreamingEventKind.Partial, StreamingEventKind.Final], log.Events.Select(each => each.Kind));
        Assert.Equal(["", "one t", "one two", "One two."], log.Events.Select(each => each.Text));
        Assert.All(log.Events, each => Assert.True(each.Wall >= 2 && each.Audio == 2));
        // The word that grew was shown as another one before.
        Assert.Equal((1, 2), (log.Score(NormaliserProfile.Basic).Value.Score.UnstableWords, log.Score(NormaliserProfile.Basic).Value.Score.Words));
        AssertNoKey(text, "the event log");
    }

    [Fact]
    public async Task A_run_over_a_vendor_keeps_results_and_failures_apart_and_its_key_stands_nowhere()
    {
        // The third recording is refused, with the key in the message, as some vendors do.
        server = await VendorServer.StartAsync((context, count) => count switch
        {
            1 => VendorServer.Json(context, """{"text":"One two"}"""),
            > 3 => VendorServer.Json(context, """{"text":"later"}"""),
            2 => VendorServer.Json(context, """{"text":""}"""),
            _ => VendorServer.Json(context, $$$"""{"error":{"message":"Incorrect API key {{{context.Request.Headers.Authorization}}}, not {{{VendorApp.VendorKey[..12]}}}"}}""", 401),
        });
        using var app = new VendorApp(server);
        using var http = app.OwnerClient();
        var dataset = await VendorApp.DatasetAsync(http, (1, "one two three"), (2, "four"), (3, "five"));
        var run = await VendorApp.RunAsync(http, dataset);

        var outputs = (await http.GetFromJsonAsync<JsonElement>($"/api/runs/{run}/outputs")).GetProperty("outputs").EnumerateArray().ToArray();
        var texts = outputs.Where(output => output.GetProperty("status").GetString() == "done").Select(output => output.GetProperty("text").GetString()).Order().ToArray();
        Assert.Equal(["", "One two"], texts);
        var failed = Assert.Single(outputs, output => output.GetProperty("status").GetString() == "failed");
        Assert.Contains("HTTP 401", failed.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, failed.GetProperty("text").ValueKind);

        var heard = outputs.First(output => output.GetProperty("text").GetString() == "One two").GetProperty("id").GetString();
        var call = await http.GetFromJsonAsync<JsonElement>($"/api/outputs/{heard}/call");
        Assert.Equal((1, """{"text":"One two"}"""), (call.GetProperty("attempts").GetInt32(), call.GetProperty("answer").GetString()));
        Assert.True(call.GetProperty("seconds").GetDouble() > 0 && call.GetProperty("totalSeconds").GetDouble() >= call.GetProperty("seconds").GetDouble());
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/outputs/{failed.GetProperty("id").GetString()}/call")).StatusCode);

        await http.PostAsJsonAsync("/api/vendors/acme/test", new { });
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync($"/api/runs/{await VendorApp.RunAsync(http, dataset)}")).StatusCode);
        var answers = new StringBuilder();
        foreach (var path in new[] { "/api/vendors", "/api/systems", "/api/packs", $"/api/runs/{run}", $"/api/runs/{run}/outputs", $"/api/runs/{run}/summary", $"/api/runs/{run}/export", $"/api/runs/{run}/export?format=jsonl", "/api/recognizers/board", "/api/comparisons/recognizer", $"/api/outputs/{heard}/call", "/api/prices", $"/api/prices/runs/{run}", "/openapi/v1.json", "/vendors" })
            answers.Append(await http.GetStringAsync(path));
        Assert.Contains("vendor:acme", answers.ToString(), StringComparison.Ordinal);
        AssertNoKey(answers.ToString(), "the API's answers");
        AssertNoKey(string.Join('\n', app.Log.All), "the log");
        foreach (var file in Directory.EnumerateFiles(app.DataPath, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not ("vendors.json" or "speechscoop.lock")))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            AssertNoKey(Encoding.Latin1.GetString(bytes.ToArray()), file);
        }
    }

    [Fact]
    public async Task Vendors_are_listed_with_their_state_and_tested_on_demand()
    {
        server = await VendorServer.StartAsync();
        using var app = new VendorApp(server, ""","keyless":{"kind":"deepgram"},"odd":{"kind":"fax"}""");
        using var http = app.OwnerClient();
        var listed = await http.GetFromJsonAsync<JsonElement>("/api/vendors");
        var vendors = listed.GetProperty("vendors").EnumerateArray().ToArray();
        Assert.Equal([("acme", true, true), ("keyless", false, false)], vendors.Select(vendor => (vendor.GetProperty("name").GetString(), vendor.GetProperty("hasKey").GetBoolean(), vendor.GetProperty("isUsable").GetBoolean())));
        Assert.Equal(new Uri(server.Address).Authority, vendors[0].GetProperty("host").GetString());
        Assert.Contains("of the kind \"fax\"", Assert.Single(listed.GetProperty("problems").EnumerateArray()).GetProperty("message").GetString(), StringComparison.Ordinal);

        var test = Assert.Single((await VendorApp.JsonAsync(await http.PostAsJsonAsync("/api/vendors/acme/test", new { }))).EnumerateArray());
        Assert.Equal(("vendor:acme", JsonValueKind.Null, "hello"), (test.GetProperty("systemId").GetString(), test.GetProperty("problem").ValueKind, test.GetProperty("text").GetString()));
        test = Assert.Single((await VendorApp.JsonAsync(await http.PostAsJsonAsync("/api/vendors/keyless/test", new { }))).EnumerateArray());
        Assert.Contains("SpeechScoop__Vendors__keyless__ApiKey", test.GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync("/api/vendors/nobody/test", new { })).StatusCode);
        using var stranger = app.StrangerClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/api/vendors")).StatusCode);
    }

    [Fact]
    public async Task Prices_are_kept_and_give_the_cost_of_a_run_and_of_a_month()
    {
        server = await VendorServer.StartAsync((context, _) => VendorServer.Json(context, """{"text":"one two"}"""));
        using var app = new VendorApp(server);
        using var http = app.OwnerClient();
        var example = Assert.Single((await http.GetFromJsonAsync<JsonElement>("/api/prices")).GetProperty("prices").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, example.GetProperty("perMinute").ValueKind);

        var dataset = await VendorApp.DatasetAsync(http, (1, "one two three"), (2, "one two"));
        var run = await VendorApp.RunAsync(http, dataset);
        var unpriced = Assert.Single((await http.GetFromJsonAsync<JsonElement>($"/api/prices/runs/{run}")).GetProperty("conditions").EnumerateArray());
        Assert.Equal((JsonValueKind.Null, 4), (unpriced.GetProperty("billed").ValueKind, unpriced.GetProperty("correctWords").GetInt32()));

        var price = new { vendor = "acme", perMinute = 0.06, granularitySeconds = 5, minimumSeconds = 0, minimumCharge = 0, currency = "EUR", source = "https://acme.example/prices", date = "2026-11-01" };
        await VendorApp.JsonAsync(await http.PutAsJsonAsync("/api/prices", new { prices = new[] { price } }));
        var priced = Assert.Single((await http.GetFromJsonAsync<JsonElement>($"/api/prices/runs/{run}")).GetProperty("conditions").EnumerateArray());
        // 1 s and 2 s are billed as 5 s each: 10 s of 0.06 a minute, for 4 right words.
        Assert.Equal(0.01m, priced.GetProperty("billed").GetProperty("cost").GetDecimal());
        Assert.Equal(2.5m, priced.GetProperty("perThousandCorrectWords").GetDecimal());

        var month = await VendorApp.JsonAsync(await http.PostAsJsonAsync("/api/prices/simulate", new { minutesPerMonth = 1000, datasetId = dataset }));
        Assert.Equal((2, 1.5), (month.GetProperty("clips").GetInt32(), month.GetProperty("meanSeconds").GetDouble()));
        Assert.Equal(200m, month.GetProperty("vendors")[0].GetProperty("month").GetProperty("cost").GetDecimal(), 6);
        month = await VendorApp.JsonAsync(await http.PostAsJsonAsync("/api/prices/simulate", new { minutesPerMonth = 1000, clipSeconds = 60 }));
        Assert.Equal(60m, month.GetProperty("vendors")[0].GetProperty("month").GetProperty("cost").GetDecimal(), 6);
    }

    [Theory]
    [InlineData("""{"prices":[{"vendor":"a","perMinute":-1,"currency":"EUR"}]}""", "perMinute")]
    [InlineData("""{"prices":[{"vendor":"a","currency":"EUR"},{"vendor":"a","currency":"EUR"}]}""", "2 prices")]
    [InlineData("""{"prices":[{"vendor":"a","currency":"EUR","source":null}]}""", "no web address")]
    [InlineData("""{"prices":[null]}""", "null")]
    public async Task Prices_that_cannot_be_are_refused_and_the_old_ones_stay(string prices, string said)
    {
        server = await VendorServer.StartAsync();
        using var app = new VendorApp(server);
        using var http = app.OwnerClient();
        using var body = new StringContent(prices, Encoding.UTF8, "application/json");
        var response = await http.PutAsync("/api/prices", body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(said, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(app.DataPath, "prices.json")));
        await File.WriteAllTextAsync(Path.Combine(app.DataPath, "prices.json"), "{\"prices\":[{]}");
        Assert.Contains("prices.json", await (await http.GetAsync("/api/prices")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static void AssertNoKey(string text, string place)
    {
        for (var i = 0; i + 8 <= VendorApp.VendorKey.Length; i++)
            Assert.False(text.Contains(VendorApp.VendorKey.Substring(i, 8), StringComparison.Ordinal), $"A part of the key stands in {place}.");
    }
}
