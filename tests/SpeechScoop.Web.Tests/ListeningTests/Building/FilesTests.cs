using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;

namespace SpeechScoop.Web.Tests.ListeningTests.Building;

public sealed class FilesTests : IDisposable
{
    private readonly BuildingClient client = new();

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Folders_become_a_draft_whose_stimuli_remember_their_files()
    {
        var test = await client.FromFilesAsync(BuildingClient.Form("mushra", BuildingClient.Folders(["reference", "opus 16k", "codec"])));
        Assert.Equal(("draft", "A test", 1), (test.GetProperty("status").GetString(), test.GetProperty("title").GetString(), test.GetProperty("version").GetInt32()));
        Assert.Equal(["reference", "codec", "opus-16k", "anchor35", "anchor70"], test.GetProperty("definition").GetProperty("conditions").EnumerateArray().Select(condition => condition.GetProperty("id").GetString()));
        var trials = Trials(test).ToArray();
        Assert.Equal(2, trials.Length);
        var stimulus = trials[0].GetProperty("stimuli").EnumerateArray().Single(stimulus => stimulus.GetProperty("condition").GetString() == "opus-16k");
        Assert.Equal("opus 16k/item1.wav", stimulus.GetProperty("provenance").GetProperty("file").GetString());
        Assert.Contains(test.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("place").GetString() == "preparation");
    }

    [Fact]
    public async Task A_table_names_the_files_and_what_is_said()
    {
        var test = await client.FromFilesAsync(BuildingClient.Form("transcription", [("x/one.wav", BuildingClient.Noise(1)), ("x/two.wav", BuildingClient.Noise(2))],
            "condition,item,file,transcript\nA,s1,one.wav,hello there\nB,s1,two.wav,\n"));
        Assert.All(Trials(test), trial => Assert.Equal("hello there", trial.GetProperty("stimuli")[0].GetProperty("transcript").GetString()));
    }

    [Fact]
    public async Task Clips_that_were_uploaded_one_by_one_make_the_same_draft()
    {
        var files = new List<object>();
        foreach (var (name, audio) in BuildingClient.Folders(["a", "b"], items: 1))
            files.Add(new { name, sha256 = (await (await client.Http.PostAsync($"/api/clips?name={name}", new ByteArrayContent(audio))).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sha256").GetString() });
        var test = await client.PostAsync("/from-files", new { design = "ab", options = new { title = "Pairs" }, files }, HttpStatusCode.Created);
        Assert.Equal(["a", "b"], Trials(test).Single().GetProperty("stimuli").EnumerateArray().Select(stimulus => stimulus.GetProperty("condition").GetString()));
    }

    [Fact]
    public async Task A_script_in_a_name_is_text_and_no_id()
    {
        var test = await client.FromFilesAsync(BuildingClient.Form("acr", [("<script>alert(1)<／script>/item.wav", BuildingClient.Noise(1))], title: "<img src=x onerror=alert(1)>"));
        Assert.Equal("<img src=x onerror=alert(1)>", test.GetProperty("title").GetString());
        Assert.Equal("script-alert-1-script", test.GetProperty("definition").GetProperty("conditions")[0].GetProperty("id").GetString());
        Assert.Equal("<script>alert(1)<／script>", test.GetProperty("definition").GetProperty("conditions")[0].GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("condition,item\nA,one", "csv-column-missing")]
    [InlineData("condition,item,file\nA,one,\"a.wav", "csv-quote-open")]
    [InlineData("condition,item,file\nA,one,gone.wav", "csv-file-missing")]
    [InlineData("condition,item,file\nA,one,a.wav\nA,one,b.wav", "clip-twice")]
    public async Task A_malformed_table_is_refused(string csv, string code) =>
        await RefusesAsync(BuildingClient.Form("acr", [("a.wav", BuildingClient.Noise(1)), ("b.wav", BuildingClient.Noise(2))], csv), code);

    [Fact]
    public async Task A_clip_of_zero_length_and_a_file_that_is_no_audio_are_refused_by_name()
    {
        await RefusesAsync(BuildingClient.Form("acr", [("a/item.wav", WavWriter.ToBytes(new AudioClip(16_000, Array.Empty<float>())))]), "audio-no-samples");
        var problem = await BuildingClient.ReadAsync(await client.Http.PostAsync("/api/listening-tests/from-files", BuildingClient.Form("acr", [("a/words.wav", "only words"u8.ToArray())])), HttpStatusCode.BadRequest);
        Assert.Contains("words.wav", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task What_cannot_carry_the_design_is_refused()
    {
        await RefusesAsync(BuildingClient.Form("mushra", BuildingClient.Folders(["a", "b"])), "reference-missing");
        await RefusesAsync(BuildingClient.Form("arena", BuildingClient.Folders(["a"])), "conditions-missing");
        await RefusesAsync(BuildingClient.Form("acr", []), "material-empty");
        await RefusesAsync(BuildingClient.Form("quiz", BuildingClient.Folders(["a"])), "request-unreadable");
        await RefusesAsync(BuildingClient.Form("acr", BuildingClient.Folders(["a"]), title: " "), "test-title");
        await RefusesAsync(BuildingClient.Form("acr", [("loose.wav", BuildingClient.Noise(1))]), "file-without-condition");
        Assert.Empty((await client.GetAsync()).EnumerateArray());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"design\":\"acr\",\"options\":{},\"files\":[null]}")]
    [InlineData("[1]")]
    [InlineData("{\"design\":")]
    public async Task A_body_that_is_no_request_is_refused(string json)
    {
        var response = await client.Http.PostAsync("/api/listening-tests/from-files", new StringContent(json, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task RefusesAsync(MultipartFormDataContent form, string code)
    {
        var problem = await BuildingClient.ReadAsync(await client.Http.PostAsync("/api/listening-tests/from-files", form), HttpStatusCode.BadRequest);
        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    private static IEnumerable<JsonElement> Trials(JsonElement test) => test.GetProperty("definition").GetProperty("sections").EnumerateArray()
        .Where(section => section.GetProperty("kind").GetString() == "trials" && !section.GetProperty("training").GetBoolean())
        .SelectMany(section => section.GetProperty("trials").EnumerateArray());
}
