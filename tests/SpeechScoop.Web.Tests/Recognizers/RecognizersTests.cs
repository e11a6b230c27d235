using System.Net;
using System.Text.Json;
using SpeechScoop.Web.Recognizers;
using SpeechScoop.Web.Tests.Live.Bench;
using SpeechScoop.Web.Tests.Runs;

namespace SpeechScoop.Web.Tests.Recognizers;

public sealed class RecognizersTests : IAsyncDisposable
{
    private readonly BenchApp app = new();

    private RunsClient Client => new(app);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Two recordings with true references and one whose reference the recognizers contradict.</summary>
    private async Task<string> DatasetAsync(string name, params string[] systems)
    {
        var items = new List<object>();
        foreach (var (bursts, text, speaker, noise) in new[] { (2, "one two", "ann", "clean"), (3, "One, two, THREE", "ben", "street"), (2, "one six", "ben", "street") })
            items.Add(new { key = $"{speaker}-{items.Count}", text, clip = await Client.UploadAsync(RunsClient.Bursts(bursts), $"{name}-{items.Count}.wav"), speaker, attributes = new { noise } });
        var dataset = await Client.PostAsync<Storage.Datasets.DatasetSummary>("/api/datasets", new { name, items });
        var run = await Client.CreateAsync(new { dataset = dataset.Id, kind = "recognition", plan = new { conditions = systems.Select(systemId => new { systemId }).ToArray() } });
        await Client.EndOfAsync(run.Id);
        return dataset.Id;
    }

    private Task<BoardView> BoardAsync(string query = "") => Client.GetAsync<BoardView>($"/api/recognizers/board{query}");

    [Fact]
    public async Task A_board_counts_ranks_slices_and_tells_formatting_from_hearing()
    {
        await DatasetAsync("calls", "ears-streaming", "ears-patient");
        var board = await BoardAsync("?slice=attribute:noise&normaliser=fair");
        Assert.Equal((3, 3, 0, 7), (board.Items, board.Common, board.LeftOut, board.Words));
        Assert.Equal(2, board.Systems.Count);
        Assert.All(board.Systems, system => Assert.Equal((1, 1.0 / 7, null), (system.Words.Errors, system.WordErrorRate, system.WhyNotRanked)));
        Assert.All(board.Systems, system => Assert.True(system is { TimesRealTime: > 0, Latency.P50: > 0, Failed: 0, Missing: 0 }));
        Assert.Equal(["clean", "street"], board.Map.Select(row => row.Slice));
        Assert.Equal([0.0, 0.2], board.Map.Select(row => row.Cells[0].Rate));
        Assert.NotNull(board.Ranking);
        Assert.Single(board.Pairs);
        Assert.True(board.Waterfalls[0].Stages[0].Counts.Errors > board.Waterfalls[0].Stages[^1].Counts.Errors);
        Assert.Contains("attribute:noise", board.Slices);
        Assert.StartsWith("normaliser=fair@", board.Recipe);
    }

    [Fact]
    public async Task Another_normaliser_is_another_recipe_and_another_answer()
    {
        await DatasetAsync("raw", "ears-patient");
        var (none, basic) = (await BoardAsync("?normaliser=none"), await BoardAsync("?normaliser=basic"));
        Assert.NotEqual(none.Recipe, basic.Recipe);
        Assert.True(none.Systems[0].Words.Errors > basic.Systems[0].Words.Errors);
        Assert.Empty(none.Pairs);
    }

    [Fact]
    public async Task Who_has_nothing_of_a_dataset_is_not_ranked_and_says_why()
    {
        var (first, second) = (await DatasetAsync("first", "ears-streaming", "ears-patient"), await DatasetAsync("second", "ears-patient"));
        var board = await BoardAsync();
        Assert.Equal((6, 6), (board.Items, board.Common));
        Assert.Equal("no transcript of second", board.Systems.Single(system => system.Id == "ears-streaming").WhyNotRanked);
        Assert.Equal(3, (await BoardAsync($"?datasets={first}")).Items);
        Assert.Null((await BoardAsync($"?datasets={first}")).Systems[0].WhyNotRanked);
        Assert.Equal("not chosen", (await BoardAsync($"?datasets={first}&systems=ears-patient")).Systems.Single(system => system.Id == "ears-streaming").WhyNotRanked);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Utterances_show_all_systems_in_common_columns()
    {
        await DatasetAsync("diff", "ears-streaming", "ears-patient");
        var page = await Client.GetAsync<UtterancePage>("/api/recognizers/utterances?sort=errors&normaliser=basic&limit=1");
        Assert.Equal((3, 1), (page.Total, page.Utterances.Count));
        var utterance = page.Utterances[0];
        Assert.Equal("one six", utterance.ReferenceText);
        Assert.Equal(["one", "six"], utterance.Reference);
        Assert.All(utterance.Lines, line => Assert.Equal(utterance.Reference.Count, line.Cells.Count));
        Assert.All(utterance.Lines, line => Assert.Equal("two", line.Cells[1].Text));
        Assert.Equal(1, (await Client.GetAsync<UtterancePage>("/api/recognizers/utterances?confusion=six%3Etwo&normaliser=basic")).Total);
        Assert.Equal(0, (await Client.GetAsync<UtterancePage>("/api/recognizers/utterances?confusion=two%3Esix&normaliser=basic")).Total);
        Assert.Equal(1, (await Client.GetAsync<UtterancePage>("/api/recognizers/utterances?search=THREE")).Total);
        Assert.Equal(2, (await Client.GetAsync<UtterancePage>("/api/recognizers/utterances?slice=speaker&value=ben")).Total);
    }

    [Fact]
    public async Task Confusions_and_doubtful_references_are_found()
    {
        await DatasetAsync("audit", "ears-streaming", "ears-patient");
        var confusions = await Client.GetAsync<ConfusionsView>("/api/recognizers/confusions?system=ears-patient&normaliser=basic");
        Assert.Equal([new Confusion("six", "two", 1)], confusions.Substitutions);
        var spans = await Client.GetAsync<AuditSpan[]>("/api/recognizers/audit?normaliser=basic");
        var span = Assert.Single(spans);
        Assert.Equal(("one", "six", "two", 2), (span.Before, span.Reference, span.Heard, span.Systems.Count));
        var (status, problem) = await RefusedAsync("/api/recognizers/confusions?system=nobody");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("ears-patient", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_is_kept_until_outputs_change()
    {
        var dataset = await DatasetAsync("kept", "ears-patient");
        Assert.Single((await BoardAsync()).Systems);
        await Client.EndOfAsync((await Client.CreateAsync(new { dataset, kind = "recognition", plan = new { conditions = new[] { new { systemId = "ears-streaming" } } } })).Id);
        var board = await BoardAsync();
        Assert.Equal(2, board.Systems.Count);
        Assert.All(board.Systems, system => Assert.Equal((1, 3), (system.Words.Errors, system.Done)));
    }

    [Fact]
    public async Task Terms_and_numbers_are_counted_for_each_system()
    {
        await DatasetAsync("terms", "ears-streaming", "ears-patient");
        var view = await Client.GetAsync<TermsView>("/api/recognizers/terms?normaliser=basic&terms=one%20two,Six,seven");
        Assert.Equal(["one two", "Six", "seven"], view.Terms);
        Assert.All(view.Systems, system =>
        {
            Assert.Equal(new TermCounts(2, 2, 1, 0, 2.0 / 3), system.Terms[0]);
            Assert.Equal(new TermCounts(1, 0, 0, 1, null), system.Terms[1]);
            Assert.Equal(new TermCounts(0, 0, 0, null, null), system.Terms[2]);
            Assert.Equal((3, 2), (system.All.Said, system.All.Recognized));
            Assert.Equal(0, system.Numbers.Said);
        });
        // The fair profile writes numbers as digits.
        Assert.All((await Client.GetAsync<TermsView>("/api/recognizers/terms?normaliser=fair")).Systems, system => Assert.True(system.Numbers is { Said: > 0, Recognized: > 0 }));
        Assert.Contains("one two", await Client.Http.GetStringAsync("/api/recognizers/export/terms.csv?normaliser=basic&terms=one%20two"), StringComparison.Ordinal);
        var (status, problem) = await RefusedAsync($"/api/recognizers/terms?terms={string.Join(',', Enumerable.Range(0, 201))}");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("up to 200", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verdict_names_who_is_best_who_cannot_be_told_from_it_and_on_what()
    {
        await DatasetAsync("verdict", "ears-streaming", "ears-patient");
        var verdict = (await BoardAsync("?slice=attribute:noise")).Verdict!;
        // Both hear the same: no king alone, anywhere.
        Assert.Equal((0, 1, 0), (verdict.King, Assert.Single(verdict.Tied), verdict.Behind.Count));
        Assert.Equal(["clean", "street"], verdict.Shares);
        Assert.Empty(verdict.Leads);
        Assert.Empty(verdict.Loses);
        Assert.Null((await BoardAsync("?slice=dataset")).Verdict!.Share);
        var text = await Client.Http.GetStringAsync("/api/recognizers/export/report.html?slice=attribute:noise");
        Assert.Contains("Nobody is king alone", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mix_of_slices_is_weighed_in_the_ranking_table()
    {
        await DatasetAsync("mix", "ears-streaming", "ears-patient");
        var ranking = await Client.GetAsync<JsonElement>("/api/recognizers/export/ranking.json?slice=attribute:noise&weights=25,75");
        var row = ranking.GetProperty("rows")[0];
        Assert.Equal((0.15, "clean: 25; street: 75"), (Math.Round(row.GetProperty("weighted_wer").GetDouble(), 12), row.GetProperty("weights").GetString()));
    }

    [Theory]
    [InlineData("?normaliser=magic", "whisper-en@1")]
    [InlineData("?alignment=7", "sclite or jiwer")]
    [InlineData("?slice=moon", "attribute:NAME")]
    [InlineData("?datasets=none", "No recognizer ran over")]
    public async Task What_is_asked_wrongly_is_answered_with_what_can_be_asked(string query, string cure) =>
        Assert.Contains(cure, (await RefusedAsync($"/api/recognizers/board{query}")).Problem, StringComparison.Ordinal);

    [Fact]
    public async Task An_empty_installation_has_an_empty_board() => Assert.Equal((0, 0), ((await BoardAsync()).Items, (await BoardAsync()).Systems.Count));

    [Fact]
    public async Task Every_table_is_a_file_and_no_cell_starts_a_formula()
    {
        var items = new[] { new { key = "=1+1", text = "one", clip = await Client.UploadAsync(RunsClient.Bursts(1), "f.wav"), speaker = "<b>ann</b>" } };
        var dataset = await Client.PostAsync<Storage.Datasets.DatasetSummary>("/api/datasets", new { name = "<script>", items });
        await Client.EndOfAsync((await Client.CreateAsync(new { dataset = dataset.Id, kind = "recognition", plan = new { conditions = new[] { new { systemId = "ears-patient" } } } })).Id);
        // Without event logs there is no file of them, and the answer says so.
        Assert.Contains("small pieces", (await RefusedAsync("/api/recognizers/export/streaming-logs.jsonl")).Problem, StringComparison.Ordinal);
        foreach (var name in BoardExports.Names.Where(name => !BoardExports.HasLogs(name)))
        {
            var text = await Client.Http.GetStringAsync($"/api/recognizers/export/{name}");
            Assert.False(string.IsNullOrWhiteSpace(text), name);
            if (name.EndsWith(".html", StringComparison.Ordinal)) Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
        }
        Assert.Contains("'=1+1", await Client.Http.GetStringAsync("/api/recognizers/export/utterances.csv"), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", await Client.Http.GetStringAsync("/api/recognizers/export/report.html"), StringComparison.Ordinal);
        var rows = await Client.GetAsync<JsonElement>("/api/recognizers/export/utterances.json");
        Assert.StartsWith("normaliser=fair@", rows.GetProperty("recipe").GetString(), StringComparison.Ordinal);
        Assert.Equal("=1+1", rows.GetProperty("rows")[0].GetProperty("item").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await RefusedAsync("/api/recognizers/export/secrets.csv")).Status);
    }

    [Fact]
    public async Task A_trace_shows_what_each_rule_does()
    {
        var text = await Client.Http.GetStringAsync("/api/recognizers/trace?normaliser=whisper-en&text=twenty%20one");
        Assert.Contains("\"21\"", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await RefusedAsync("/api/recognizers/trace?normaliser=x&text=y")).Status);
    }

    private async Task<(HttpStatusCode Status, string Problem)> RefusedAsync(string path)
    {
        var response = await Client.Http.GetAsync(path);
        Assert.False(response.IsSuccessStatusCode);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString()!);
    }
}
