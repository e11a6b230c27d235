using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpeechScoop.Web.Tests.ListeningTests.Building;

public sealed class LifeOfATestTests : IDisposable
{
    private readonly BuildingClient client = new();

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task A_draft_is_prepared_published_once_linked_closed_and_opened_again()
    {
        var id = await client.PreparedAsync();
        var draft = await client.GetAsync($"/{id}");
        Assert.DoesNotContain(draft.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("severity").GetString() == "error");
        Assert.All(Stimuli(draft), stimulus => Assert.Equal(64, stimulus.GetProperty("clip").GetString()!.Length));
        var published = await client.PostAsync($"/{id}/publish");
        Assert.Equal(("open", 64), (published.GetProperty("status").GetString(), published.GetProperty("hash").GetString()!.Length));
        Assert.Equal("test-published", (await client.PostAsync($"/{id}/publish", expected: HttpStatusCode.Conflict)).GetProperty("code").GetString());

        var link = await client.PostAsync($"/{id}/links", new { label = "Prolific", maximumSessions = 20 }, HttpStatusCode.Created);
        Assert.StartsWith("/listen/", link.GetProperty("path").GetString(), StringComparison.Ordinal);
        var token = link.GetProperty("token").GetString()!;
        Assert.True(token.Length >= 43);
        var revoked = await BuildingClient.ReadAsync(await client.Http.DeleteAsync($"/api/listening-tests/{id}/links/{token}"), HttpStatusCode.OK);
        Assert.False(revoked.GetProperty("works").GetBoolean());
        Assert.Single((await client.GetAsync($"/{id}/links")).EnumerateArray());

        Assert.Equal("closed", (await client.PostAsync($"/{id}/close")).GetProperty("status").GetString());
        Assert.Equal("open", (await client.PostAsync($"/{id}/reopen")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_published_test_is_frozen_and_a_change_makes_a_new_version()
    {
        var id = await client.PreparedAsync();
        var hash = (await client.PostAsync($"/{id}/publish")).GetProperty("hash").GetString();
        var definition = Definition(await client.GetAsync($"/{id}"));
        definition["title"] = "Changed";
        Assert.Equal("test-published", (await client.PutAsync(id, definition, HttpStatusCode.Conflict)).GetProperty("code").GetString());
        Assert.Equal("test-published", (await client.PostAsync($"/{id}/prepare", expected: HttpStatusCode.Conflict)).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await client.Http.DeleteAsync($"/api/listening-tests/{id}")).StatusCode);

        var version = await client.PostAsync($"/{id}/versions", expected: HttpStatusCode.Created);
        Assert.Equal(("draft", 2, id), (version.GetProperty("status").GetString(), version.GetProperty("version").GetInt32(), version.GetProperty("lineage").GetString()));
        var second = version.GetProperty("id").GetString()!;
        await client.PutAsync(second, definition);
        Assert.NotEqual(hash, (await client.PostAsync($"/{second}/publish")).GetProperty("hash").GetString());
        Assert.Equal(("A test", hash), ((await client.GetAsync($"/{id}")).GetProperty("title").GetString(), (await client.GetAsync($"/{id}")).GetProperty("hash").GetString()));
    }

    [Fact]
    public async Task An_unprepared_draft_and_one_with_missing_audio_are_not_published()
    {
        var id = (await client.FromFilesAsync(BuildingClient.Form("ab", BuildingClient.Folders(["a", "b"]).Take(3)))).GetProperty("id").GetString()!;
        var problem = await client.PostAsync($"/{id}/publish", expected: HttpStatusCode.Conflict);
        Assert.Equal("test-has-problems", problem.GetProperty("code").GetString());
        Assert.Contains(problem.GetProperty("problems").EnumerateArray(), found => found.GetProperty("message").GetString()!.Contains("item2 has no audio of b", StringComparison.Ordinal));
        await client.PrepareAsync(id);
        Assert.Equal("test-has-problems", (await client.PostAsync($"/{id}/publish", expected: HttpStatusCode.Conflict)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_listeners_hear_comes_from_preparation_alone_and_a_change_of_its_settings_undoes_it()
    {
        var id = await client.PreparedAsync();
        var definition = Definition(await client.GetAsync($"/{id}"));
        var stimulus = definition["sections"]!.AsArray().Single(section => (string)section!["kind"]! == "trials" && !(bool)section["training"]!)!["trials"]![0]!["stimuli"]![0]!;
        var clip = (string)stimulus["clip"]!;
        stimulus["clip"] = new string('0', 64);
        var saved = await client.PutAsync(id, definition);
        Assert.DoesNotContain(Stimuli(saved), other => other.GetProperty("clip").GetString() == new string('0', 64));
        Assert.Contains(Stimuli(saved), other => other.GetProperty("clip").GetString() == clip);
        definition["preparation"]!["sampleRate"] = 24_000;
        Assert.All(Stimuli(await client.PutAsync(id, definition)), other => Assert.False(other.TryGetProperty("clip", out _)));
        await client.PrepareAsync(id);
        var prepared = await client.GetAsync($"/{id}");
        Assert.All(Stimuli(prepared), other => Assert.True(other.TryGetProperty("clip", out _)));
        Assert.Equal(["reference", "a", "b", "anchor35", "anchor70"], prepared.GetProperty("definition").GetProperty("conditions").EnumerateArray().Select(condition => condition.GetProperty("id").GetString()));
        definition["preparation"]!["anchor70"] = false;
        Assert.DoesNotContain(Stimuli(await client.PutAsync(id, definition)), other => other.GetProperty("role").GetString() == "anchor70");
    }

    [Fact]
    public async Task Thirteen_stimuli_and_other_breaches_of_the_design_are_problems_of_the_draft()
    {
        var test = await client.FromFilesAsync(BuildingClient.Form("mushra", BuildingClient.Folders([.. Enumerable.Range(1, 10).Select(number => $"s{number}"), "reference"], items: 1)));
        var id = test.GetProperty("id").GetString()!;
        Assert.Contains(test.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("message").GetString()!.Contains("13", StringComparison.Ordinal));
        await client.PrepareAsync(id);
        Assert.Equal("test-has-problems", (await client.PostAsync($"/{id}/publish", expected: HttpStatusCode.Conflict)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Sources_of_different_rates_are_made_alike_and_the_report_says_so()
    {
        var id = (await client.FromFilesAsync(BuildingClient.Form("ab", [("a/x.wav", BuildingClient.Noise(1, rate: 8_000)), ("b/x.wav", BuildingClient.Noise(1, rate: 44_100, channels: 2))])))
            .GetProperty("id").GetString()!;
        await client.PrepareAsync(id);
        var report = (await client.GetAsync($"/{id}")).GetProperty("report").GetProperty("trials")[0];
        Assert.NotEmpty(report.GetProperty("findings").EnumerateArray());
        var rates = await Task.WhenAll(report.GetProperty("clips").EnumerateObject().Select(async clip =>
            SpeechScoop.Audio.Files.WavReader.Read(await client.Http.GetByteArrayAsync($"/api/clips/{clip.Value.GetString()}.wav")).Value));
        Assert.All(rates, clip => Assert.Equal((44_100, 1), (clip.SampleRate, clip.ChannelCount)));
        Assert.Equal(rates[0].Length, rates[1].Length);
    }

    [Theory]
    [InlineData(5, 12, 0.05, 0.8, HttpStatusCode.OK)]
    [InlineData(0, 12, 0.05, 0.8, HttpStatusCode.BadRequest)]
    [InlineData(5, -1, 0.05, 0.8, HttpStatusCode.BadRequest)]
    [InlineData(5, 1e-300, 0.05, 0.8, HttpStatusCode.BadRequest)]
    [InlineData(5, 12, 0.5, 0.4, HttpStatusCode.BadRequest)]
    public async Task The_power_panel_says_how_many_listeners_a_difference_needs(double difference, double deviation, double alpha, double power, HttpStatusCode expected)
    {
        var answer = await client.PostAsync("/power", new { difference, deviation, alpha, power }, expected);
        // R: ceiling(power.t.test(delta = 5, sd = 12, power = 0.8, type = "paired", strict = TRUE)$n) is 48.
        if (expected == HttpStatusCode.OK) Assert.Equal(48, answer.GetProperty("listeners").GetInt32());
    }

    [Fact]
    public async Task A_pilots_upper_limit_gives_a_cautious_number_beside()
    {
        // R: ceiling(power.t.test(delta = 5, sd = 20, power = 0.8, type = "paired", strict = TRUE)$n) is 128.
        var answer = await client.PostAsync("/power", new { difference = 5, deviation = 12, cautious = 20 }, HttpStatusCode.OK);
        Assert.Equal((48, 128), (answer.GetProperty("listeners").GetInt32(), answer.GetProperty("cautiousListeners").GetInt32()));
        Assert.Equal("power-cautious", (await client.PostAsync("/power", new { difference = 5, deviation = 12, cautious = 8 }, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Standard_scales_are_there_to_be_given_other_labels()
    {
        var scales = await client.GetAsync("/scales?design=p835&language=de");
        Assert.Equal(["sig", "bak", "ovrl"], scales.EnumerateArray().Select(scale => scale.GetProperty("id").GetString()));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.Http.GetAsync("/api/listening-tests/scales?design=quiz")).StatusCode);
    }

    [Fact]
    public async Task Training_shares_the_audio_that_was_prepared_for_its_trials()
    {
        var test = await client.GetAsync($"/{await client.PreparedAsync()}");
        var clips = Sections(test).Select(section => section.GetProperty("trials")[0].GetProperty("stimuli")[0].GetProperty("clip").GetString()).ToArray();
        Assert.Equal(2, clips.Length);
        Assert.Equal(clips[0], clips[1]);
    }

    [Fact]
    public async Task Ordinary_links_wait_for_publishing_and_odd_ones_are_refused()
    {
        var id = (await client.FromFilesAsync(BuildingClient.Form("acr", BuildingClient.Folders(["a"])))).GetProperty("id").GetString()!;
        Assert.Equal("test-is-draft", (await client.PostAsync($"/{id}/links", new { label = "x" }, HttpStatusCode.Conflict)).GetProperty("code").GetString());
        Assert.True((await client.PostAsync($"/{id}/links", new { preview = true }, HttpStatusCode.Created)).GetProperty("works").GetBoolean());
        Assert.Equal("link-maximum", (await client.PostAsync($"/{id}/links", new { preview = true, maximumSessions = 0 }, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
        Assert.Equal("link-expiry", (await client.PostAsync($"/{id}/links", new { preview = true, expiresAt = "2001-01-01T00:00:00Z" }, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
        Assert.Equal("link-label", (await client.PostAsync($"/{id}/links", new { preview = true, label = new string('x', 101) }, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await client.Http.DeleteAsync($"/api/listening-tests/{id}/links/nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.Http.DeleteAsync($"/api/listening-tests/{id}")).StatusCode);
        foreach (var path in (string[])[$"/{id}", $"/{id}/links"])
            Assert.Equal(HttpStatusCode.NotFound, (await client.Http.GetAsync($"/api/listening-tests{path}")).StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"definition\":7}")]
    [InlineData("{\"definition\":{\"title\":\"T\"}}")]
    [InlineData("{\"definition\":{\"title\":\"T\",\"seed\":1,\"sections\":[{\"kind\":\"dance\"}]}}")]
    [InlineData("{\"definition\":{\"title\":\"T\",\"seed\":1,\"sections\":[null]}}")]
    [InlineData("{\"definition\":{\"title\":\"T\",\"seed\":1,\"sections\":[{\"kind\":\"trials\",\"trials\":[null]}]}}")]
    [InlineData("{\"definition\":{\"title\":\"T\",\"seed\":1,\"sections\":[{\"kind\":\"trials\",\"trials\":[{\"id\":\"t\",\"design\":\"acr\",\"item\":\"i\",\"stimuli\":[null]}]}]}}")]
    [InlineData("{\"definition\":{\"title\":\"T\",\"seed\":1,\"conditions\":[null]}}")]
    public async Task What_is_no_definition_is_refused(string json) => Assert.Equal(
        HttpStatusCode.BadRequest, (await client.Http.PostAsync("/api/listening-tests", new StringContent(json, System.Text.Encoding.UTF8, "application/json"))).StatusCode);

    [Fact]
    public async Task The_list_shows_what_each_test_asks()
    {
        var id = await client.PreparedAsync("abx");
        var test = Assert.Single((await client.GetAsync()).EnumerateArray());
        Assert.Equal((id, "abx", 4, 0), (test.GetProperty("id").GetString(), test.GetProperty("designs")[0].GetString(), test.GetProperty("trials").GetInt32(), test.GetProperty("sessions").GetProperty("running").GetInt32()));
    }

    private static JsonNode Definition(JsonElement test) => JsonNode.Parse(test.GetProperty("definition").GetRawText())!;

    private static IEnumerable<JsonElement> Sections(JsonElement test) =>
        test.GetProperty("definition").GetProperty("sections").EnumerateArray().Where(section => section.GetProperty("kind").GetString() == "trials");

    private static IEnumerable<JsonElement> Stimuli(JsonElement test) =>
        Sections(test).SelectMany(section => section.GetProperty("trials").EnumerateArray()).SelectMany(trial => trial.GetProperty("stimuli").EnumerateArray());
}
