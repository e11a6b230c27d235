using System.Net;
using System.Text;
using System.Text.Json;
using SpeechScoop.Audio.Files;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Web.Datasets;
using SpeechScoop.Web.Tests.Live.Bench;
using SpeechScoop.Web.Tests.Runs;

namespace SpeechScoop.Web.Tests.Datasets;

public sealed class DatasetsTests : IAsyncDisposable
{
    private readonly BenchApp app = new();

    private RunsClient Client => new(app);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_form_of_recordings_and_a_table_becomes_a_dataset_whose_stretches_are_heard()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("kitchen"), "name" },
            { new ByteArrayContent(WavWriter.ToBytes(RunsClient.Bursts(4), WavFormat.Pcm16)), "file", "audio/long.wav" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("file,text,start,end,noise\nlong.wav,one,0,0.6,street\nlong.wav,two,0.7,1.2,\n")), "file", "list.csv" },
        };
        var response = await Client.Http.PostAsync("/api/datasets/upload", form);
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());

        var dataset = Assert.Single(await Client.GetAsync<DatasetSummary[]>("/api/datasets"));
        Assert.Equal(("kitchen", 2, 2), (dataset.Name, dataset.Items, dataset.Texts));
        Assert.Equal(1.1, dataset.Seconds!.Value, 9);
        var page = await Client.GetAsync<ItemPage>($"/api/datasets/{dataset.Id}/items?search=street");
        var item = Assert.Single(page.Items);
        Assert.Equal(("audio/long-0.00", "one", true, "street"), (item.Key, item.Text, item.HasAudio, item.Attributes["noise"]));
        var wav = await Client.Http.GetByteArrayAsync($"/api/datasets/items/{item.Id}/audio");
        Assert.Equal(9600, WavReader.Read(wav).Value.Length);
        Assert.Equal(50, (await Client.GetAsync<JsonElement>($"/api/datasets/items/{item.Id}/peaks?count=50")).GetProperty("max").GetArrayLength());
    }

    [Fact]
    public async Task A_form_with_problems_stores_nothing_and_names_them_all()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("broken"), "name" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("no audio")), "file", "bad.wav" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("file,text\nbad.wav,one\ngone.wav,two\n")), "file", "list.csv" },
        };
        var response = await Client.Http.PostAsync("/api/datasets/upload", form);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problems = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("place").GetString()).ToArray();
        Assert.Equal(["bad.wav", "list.csv, line 2", "list.csv, line 3"], problems);
        Assert.Empty(await Client.GetAsync<DatasetSummary[]>("/api/datasets"));
    }

    [Fact]
    public async Task A_list_in_another_encoding_is_refused_with_its_file_and_line_and_the_cure()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("latin"), "name" },
            { new ByteArrayContent(Encoding.Latin1.GetBytes("text\ngood morning\nM\u00fcller speaking\n")), "file", "lists/prompts.csv" },
        };
        var answer = await (await Client.Http.PostAsync("/api/datasets/upload", form)).Content.ReadAsStringAsync();
        Assert.Contains("lists/prompts.csv, line 3: The byte 0xFC is not UTF-8", answer, StringComparison.Ordinal);
        Assert.Contains("Save it as UTF-8.", answer, StringComparison.Ordinal);
        Assert.Empty(await Client.GetAsync<DatasetSummary[]>("/api/datasets"));
    }

    [Fact]
    public async Task A_list_in_UTF_16_with_its_mark_is_understood()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("wide"), "name" },
            { new ByteArrayContent([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("text\nM\u00fcller\n")]), "file", "prompts.csv" },
        };
        Assert.Equal(HttpStatusCode.Created, (await Client.Http.PostAsync("/api/datasets/upload", form)).StatusCode);
        var dataset = Assert.Single(await Client.GetAsync<DatasetSummary[]>("/api/datasets"));
        Assert.Equal("M\u00fcller", Assert.Single((await Client.GetAsync<ItemPage>($"/api/datasets/{dataset.Id}/items")).Items).Text);
    }

    [Fact]
    public async Task A_preview_says_what_would_be_understood_and_stores_nothing()
    {
        var preview = await Client.PostAsync<DatasetPreview>("/api/datasets/preview", new { lists = new[] { new { name = "p.csv", text = "text,case\nhello,short\nworld,\n" } } });
        Assert.Equal((2, 2, 0, "table (CSV or TSV)"), (preview.Items, preview.Texts, preview.Problems.Count, preview.Format));
        Assert.Equal(("case", 1), (preview.Attributes[0].Name, preview.Attributes[0].Items));
        Assert.Empty(await Client.GetAsync<DatasetSummary[]>("/api/datasets"));
    }

    [Fact]
    public async Task Prompts_that_come_along_are_a_dataset_with_one_request()
    {
        Assert.Contains(await Client.GetAsync<PromptListView[]>("/api/prompt-lists"), list => list.Id == "hard-cases");
        var dataset = await Client.PostAsync<DatasetSummary>("/api/datasets", new { name = "hard", builtIn = "hard-cases" });
        Assert.True(dataset.Items > 30);
        var (_, code, _) = await Client.RefusedAsync("/api/datasets", new { name = "hard", builtIn = "hard-cases" });
        Assert.Equal("dataset-name-taken", code);
        (_, code, _) = await Client.RefusedAsync("/api/datasets", new { name = "none", builtIn = "soft-cases" });
        Assert.Equal("prompt-list-unknown", code);
        Assert.Equal(HttpStatusCode.NoContent, (await Client.Http.DeleteAsync($"/api/datasets/{dataset.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.Http.GetAsync($"/api/datasets/{dataset.Id}")).StatusCode);
    }

    [Theory]
    [InlineData("""{"text":"hello"}""", "dataset-name-missing")]
    [InlineData("""{"name":"n"}""", "dataset-problems")]
    [InlineData("""{"name":"n","items":[{"key":"a","text":"x"},{"key":"a","text":"y"}]}""", "dataset-problems")]
    [InlineData("""{"name":"n","items":[null]}""", "request-incomplete")]
    [InlineData("""{"name":"n","files":[{"name":"a.wav","sha256":"none"}]}""", "clip-not-found")]
    public async Task What_is_no_dataset_is_refused(string request, string code)
    {
        var (_, refused, message) = await Client.RefusedAsync("/api/datasets", JsonSerializer.Deserialize<JsonElement>(request));
        Assert.Equal(code, refused);
        Assert.True(message.Length > 20);
    }
}
