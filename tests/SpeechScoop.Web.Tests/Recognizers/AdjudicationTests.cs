using System.Net;
using SpeechScoop.Web.Recognizers;
using SpeechScoop.Web.Recognizers.Adjudications;
using SpeechScoop.Web.Tests.Live.Bench;
using SpeechScoop.Web.Tests.Runs;

namespace SpeechScoop.Web.Tests.Recognizers;

public sealed class AdjudicationTests : IAsyncDisposable
{
    private const string Query = "normaliser=basic";

    private readonly BenchApp app = new();

    private RunsClient Client => new(app);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>The recognizers count bursts, so that they hear "one two" where the reference has "One, six!".</summary>
    private async Task RunAsync()
    {
        var items = new[] { new { key = "wrong", text = "One, six!", clip = await Client.UploadAsync(RunsClient.Bursts(2), "wrong.wav") }, new { key = "right", text = "one two three", clip = await Client.UploadAsync(RunsClient.Bursts(3), "right.wav") } };
        var dataset = await Client.PostAsync<Storage.Datasets.DatasetSummary>("/api/datasets", new { name = "judged", items });
        var conditions = new[] { new { systemId = "ears-streaming" }, new { systemId = "ears-patient" } };
        await Client.EndOfAsync((await Client.CreateAsync(new { dataset = dataset.Id, kind = "recognition", plan = new { conditions } })).Id);
    }

    private Task<AdjudicationState> NextAsync(string listener) => Client.GetAsync<AdjudicationState>($"/api/recognizers/adjudications/next?{Query}&listener={listener}");

    private Task<AdjudicationState> JudgeAsync(AdjudicationTask task, string listener, string choice) =>
        Client.PostAsync<AdjudicationState>($"/api/recognizers/adjudications?{Query}", new { task = task.Id, choice, listener });

    private async Task JudgeForAsync(string listener, string reading)
    {
        var task = (await NextAsync(listener)).Task!;
        await JudgeAsync(task, listener, task.First == reading ? "first" : "second");
    }

    private Task<BoardView> BoardAsync(string references) => Client.GetAsync<BoardView>($"/api/recognizers/board?{Query}&references={references}");

    [Fact]
    public async Task A_stretch_is_shown_without_telling_which_reading_is_the_references()
    {
        await RunAsync();
        var orders = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            var state = await NextAsync($"judge{i}");
            Assert.Equal((0, 1), (state.Judged, state.Left));
            Assert.Equal(("One,", ""), (state.Task!.Before, state.Task.After));
            Assert.Equal(["six", "two"], new[] { state.Task.First, state.Task.Second }.Order(StringComparer.Ordinal));
            Assert.Equal(state.Task, (await NextAsync($"judge{i}")).Task);
            orders.Add(state.Task.First);
        }
        Assert.Equal(2, orders.Count);
    }

    [Fact]
    public async Task References_are_corrected_where_most_judges_chose_what_the_systems_heard()
    {
        await RunAsync();
        Assert.EndsWith(";references=corrected@0#e3b0c44298fc", (await BoardAsync("corrected")).Recipe, StringComparison.Ordinal);
        await JudgeForAsync("ann", "two");
        var state = await NextAsync("ann");
        Assert.Equal((null, 1, 0), (state.Task, state.Judged, state.Left));

        var corrected = await BoardAsync("corrected");
        Assert.True(corrected.Corrected);
        Assert.Equal(1, corrected.CorrectedReferences);
        Assert.All(corrected.Systems, system => Assert.Equal((0.0, 0.2), (system.WordErrorRate!.Value, system.DeliveredErrorRate!.Value)));
        Assert.Contains(";references=corrected@1#", corrected.Recipe, StringComparison.Ordinal);
        var delivered = await BoardAsync("delivered");
        Assert.All(delivered.Systems, system => Assert.Equal((0.2, null), (system.WordErrorRate, system.DeliveredErrorRate)));
        Assert.DoesNotContain("references=", delivered.Recipe, StringComparison.Ordinal);
        Assert.Contains("wer_on_references_as_delivered", await Client.Http.GetStringAsync($"/api/recognizers/export/systems.csv?{Query}&references=corrected"), StringComparison.Ordinal);

        // One for, one against: no majority. Two for, one against: corrected again.
        await JudgeForAsync("ben", "six");
        Assert.Equal(0, (await BoardAsync("corrected")).CorrectedReferences);
        await JudgeForAsync("eve", "two");
        Assert.Equal(1, (await BoardAsync("corrected")).CorrectedReferences);
    }

    [Fact]
    public async Task Votes_stand_beside_each_place_and_every_judgement_is_a_row()
    {
        await RunAsync();
        Assert.Null(Assert.Single(await Client.GetAsync<AuditSpan[]>($"/api/recognizers/audit?{Query}")).Votes);
        await JudgeForAsync("=ann", "two");
        await JudgeForAsync("ben", "six");
        await JudgeForAsync("eve", "two");
        Assert.Equal(new Votes(2, 1, 0), Assert.Single(await Client.GetAsync<AuditSpan[]>($"/api/recognizers/audit?{Query}")).Votes);
        var audit = await Client.GetAsync<System.Text.Json.JsonElement>($"/api/recognizers/export/audit.json?{Query}&references=corrected");
        var row = Assert.Single(audit.GetProperty("rows").EnumerateArray());
        Assert.Equal(("six", "two", 2, true), (row.GetProperty("reference").GetString(), row.GetProperty("heard_instead").GetString(), row.GetProperty("votes_systems").GetInt32(), row.GetProperty("corrects_the_reference").GetBoolean()));
        var judgements = (await Client.Http.GetStringAsync($"/api/recognizers/export/judgements.csv?{Query}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, judgements.Length);
        Assert.Contains("six!,two,systems,'=ann", judgements[1], StringComparison.Ordinal);
        Assert.Contains("six!,two,reference,ben", judgements[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_tell_corrects_nothing()
    {
        await RunAsync();
        await JudgeAsync((await NextAsync("ann")).Task!, "ann", "neither");
        Assert.Equal(0, (await BoardAsync("corrected")).CorrectedReferences);
    }

    [Fact]
    public async Task What_cannot_be_judged_is_refused_with_the_cure()
    {
        await RunAsync();
        var task = (await NextAsync("ann")).Task!;
        var choice = await Client.RefusedAsync($"/api/recognizers/adjudications?{Query}", new { task = task.Id, choice = "third", listener = "ann" });
        Assert.Equal((HttpStatusCode.BadRequest, "adjudication-choice"), (choice.Status, choice.Code));
        var unknown = await Client.RefusedAsync($"/api/recognizers/adjudications?{Query}", new { task = "x", choice = "first", listener = "ann" });
        Assert.Equal((HttpStatusCode.NotFound, "adjudication-task"), (unknown.Status, unknown.Code));
        Assert.Equal("listener-name", (await Client.RefusedAsync($"/api/recognizers/adjudications?{Query}", new { task = task.Id, choice = "first", listener = " " })).Code);
        var references = await Client.Http.GetAsync("/api/recognizers/board?references=mine");
        Assert.Contains("delivered, or corrected", await references.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
