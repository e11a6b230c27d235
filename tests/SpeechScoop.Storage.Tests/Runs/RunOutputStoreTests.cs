using SpeechScoop.Runs;
using SpeechScoop.Storage.Comparisons;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Systems;

namespace SpeechScoop.Storage.Tests.Runs;

public sealed class RunOutputStoreTests : IDisposable
{
    private static readonly DateTimeOffset Noon = StoredRun.Noon;

    private readonly TemporaryDatabase temporary = new();

    public void Dispose() => temporary.Dispose();

    private RunOutputStore Outputs => new(temporary.Database);

    [Fact]
    public async Task All_outputs_come_in_the_runs_order_with_their_items()
    {
        var run = await StoredRun.CreateAsync(temporary.Database, items: 2, takes: 2, kind: RunKind.Reconstruction);
        var outputs = (await Outputs.OfRunAsync(run.Id)).Value;
        Assert.Equal(["item0 first 0", "item0 first 1", "item0 second 0", "item0 second 1", "item1 first 0", "item1 first 1", "item1 second 0", "item1 second 1"],
            outputs.Select(output => $"{output.ItemKey} {output.SystemId} {output.Take}"));
        Assert.Equal(("text 0", "ann", "set.wav", """{"domain":"speech"}""", "The first voice"),
            (outputs[0].ItemText, outputs[0].ItemSpeaker, outputs[0].ItemClipName, outputs[0].ItemAttributes, outputs[0].SystemTitle));
    }

    [Fact]
    public async Task Queued_outputs_are_handed_out_once_in_order_even_to_many_takers()
    {
        var run = await StoredRun.CreateAsync(temporary.Database, items: 40);
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Outputs.TakeQueuedAsync(run.Id, 5))));
        var ids = taken.SelectMany(batch => batch.Value).Select(output => output.Id).ToArray();
        Assert.Equal(80, ids.Length);
        Assert.Equal(80, ids.Distinct().Count());
        Assert.All(taken, batch => Assert.Equal(batch.Value.OrderBy(output => output.Position), batch.Value));
        Assert.All(taken.SelectMany(batch => batch.Value), output => Assert.Equal((OutputStatus.Running, 1), (output.Status, output.Attempts)));
    }

    [Fact]
    public async Task Outputs_of_some_systems_are_handed_out_past_those_of_others()
    {
        var run = await StoredRun.CreateAsync(temporary.Database, items: 3, systems: ["first", "second", "third"]);
        var taken = (await Outputs.TakeQueuedAsync(run.Id, 4, ["third", "second"])).Value;
        Assert.Equal(["item0 second", "item0 third", "item1 second", "item1 third"], taken.Select(output => $"{output.ItemKey} {output.SystemId}"));
        Assert.Equal(["item2 third"], (await Outputs.TakeQueuedAsync(run.Id, 4, ["third"])).Value.Select(output => $"{output.ItemKey} {output.SystemId}"));
        Assert.Empty((await Outputs.TakeQueuedAsync(run.Id, 4, [])).Value);
        Assert.Equal("item0 first", (await Outputs.TakeQueuedAsync(run.Id, 1)).Value.Select(output => $"{output.ItemKey} {output.SystemId}").Single());
    }

    [Fact]
    public async Task What_was_in_the_making_is_queued_again_until_it_was_begun_too_often()
    {
        var run = await StoredRun.CreateAsync(temporary.Database, items: 1, systems: ["first"]);
        for (var attempt = 1; attempt < 3; attempt++)
        {
            Assert.Single((await Outputs.TakeQueuedAsync(run.Id, 5)).Value);
            Assert.Equal(1, (await Outputs.RequeueInterruptedAsync("It stops the server.", 3)).Value);
        }
        Assert.Single((await Outputs.TakeQueuedAsync(run.Id, 5)).Value);
        await Outputs.RequeueInterruptedAsync("It stops the server.", 3);
        var failed = Assert.Single((await Outputs.OfRunAsync(run.Id)).Value);
        Assert.Equal((OutputStatus.Failed, "It stops the server."), (failed.Status, failed.Error));
    }

    [Fact]
    public async Task What_is_given_back_counts_as_not_begun()
    {
        var run = await StoredRun.CreateAsync(temporary.Database, items: 1, systems: ["first"]);
        var taken = (await Outputs.TakeQueuedAsync(run.Id, 5)).Value;
        Assert.Equal(1, (await Outputs.GiveBackAsync([taken[0].Id])).Value);
        Assert.Equal(1, Assert.Single((await Outputs.TakeQueuedAsync(run.Id, 5)).Value).Attempts);
        // But for what a vendor may bill.
        Assert.Equal(1, (await Outputs.GiveBackAsync([taken[0].Id], wereBegun: true)).Value);
        Assert.Equal(2, Assert.Single((await Outputs.TakeQueuedAsync(run.Id, 5)).Value).Attempts);
    }

    [Fact]
    public async Task An_output_that_was_cancelled_while_it_was_made_stays_cancelled()
    {
        var run = await StoredRun.CreateAsync(temporary.Database);
        var taken = (await Outputs.TakeQueuedAsync(run.Id, 1)).Value;
        await new RunStore(temporary.Database).CancelAsync(run.Id, Noon);
        Assert.Equal(0, (await Outputs.SaveAsync(taken[0] with { Status = OutputStatus.Done })).Value);
        Assert.All((await Outputs.OfRunAsync(run.Id)).Value, output => Assert.Equal(OutputStatus.Cancelled, output.Status));
    }

    [Fact]
    public async Task Measurements_and_the_mark_of_being_measured_are_stored_together()
    {
        var run = await StoredRun.CreateAsync(temporary.Database);
        var taken = (await Outputs.TakeQueuedAsync(run.Id, 2)).Value;
        foreach (var output in taken) await Outputs.SaveAsync(output with { Status = OutputStatus.Done, AudioSeconds = 2, ProcessingSeconds = 0.5 });
        Assert.Equal(2, (await Outputs.UnmeasuredAsync(run.Id, 0, 10)).Value.Count);
        Assert.Equal([taken[1].Id], (await Outputs.UnmeasuredAsync(run.Id, taken[0].Position + 1, 10)).Value.Select(output => output.Id));

        await Outputs.SaveMeasuredAsync(taken[0] with { Text = "heard", NotMeasured = """{"stoi":"Too short."}""" }, [Measurement(taken[0].Id, "wer", 0.5), Measurement(taken[0].Id, "cer", 0.25)], Noon);

        Assert.Equal([taken[1].Id], (await Outputs.UnmeasuredAsync(run.Id, 0, 10)).Value.Select(output => output.Id));
        Assert.Equal(["cer", "wer"], (await new MeasurementStore(temporary.Database).OfRunAsync(run.Id)).Value.Select(measurement => measurement.Metric));
        var stored = (await Outputs.FindAsync(taken[0].Id)).Value;
        Assert.Equal(("heard", """{"stoi":"Too short."}""", Noon, 2.0), (stored.Text, stored.NotMeasured, stored.MeasuredAt, stored.AudioSeconds));
    }

    [Fact]
    public async Task Pages_are_filtered_searched_and_sorted_by_a_metric_on_the_server()
    {
        var run = await StoredRun.CreateAsync(temporary.Database, items: 5);
        var taken = (await Outputs.TakeQueuedAsync(run.Id, 10)).Value;
        var wer = new[] { 0.5, 0.1, 0.9, 0.3 };
        for (var i = 0; i < wer.Length; i++)
        {
            await Outputs.SaveAsync(taken[i] with { Status = OutputStatus.Done, Text = $"heard {i}" });
            await Outputs.SaveMeasuredAsync(taken[i] with { Text = $"heard {i}" }, [Measurement(taken[i].Id, "wer", wer[i])], Noon);
        }
        await Outputs.SaveAsync(taken[4] with { Status = OutputStatus.Failed, Error = "Broken." });

        Task<Result<(int Total, IReadOnlyList<RunItemOutput> Outputs)>> Read(RunOutputQuery query) => Outputs.PageAsync(run.Id, query);

        var (total, page) = (await Read(new(Offset: 2, Limit: 3))).Value;
        Assert.Equal(10, total);
        Assert.Equal([2, 3, 4], page.Select(output => output.Position));
        Assert.Equal([2, 0, 3, 1], (await Read(new(Metric: "wer", Descending: true, Limit: 4))).Value.Outputs.Select(output => output.Position));
        Assert.Equal([1, 3], (await Read(new(Metric: "wer", Limit: 2))).Value.Outputs.Select(output => output.Position));
        Assert.Equal(1, (await Read(new(Status: OutputStatus.Failed))).Value.Total);
        Assert.Equal(5, (await Read(new(SystemId: "second", Settings: "{}"))).Value.Total);
        Assert.Equal(0, (await Read(new(Settings: """{"rate":2}"""))).Value.Total);
        Assert.Equal(2, (await Read(new(Item: "item3"))).Value.Total);
        Assert.Equal(1, (await Read(new(Search: "HEARD 2"))).Value.Total);
    }

    [Fact]
    public async Task Outputs_of_runs_stand_among_all_outputs_comparisons_and_the_material_of_tests()
    {
        var run = await StoredRun.CreateAsync(temporary.Database, kind: RunKind.Reconstruction);
        var taken = (await Outputs.TakeQueuedAsync(run.Id, 2)).Value;
        foreach (var output in taken)
            await Outputs.SaveAsync(output with { Status = OutputStatus.Done, ClipSha256 = output.ItemClipSha256, AudioSeconds = 2, ProcessingSeconds = 0.5 });

        var listed = (await new OutputStore(temporary.Database).ListAsync(new OutputQuery(Kind: SystemKind.Tokenizer))).Value;
        Assert.Equal([(null, run.Id, "text 0", "item0"), (null, run.Id, "text 0", "item0")], listed.Select(output => (output.TrialId, output.RunId!, output.Reference!, output.ClipName!)));

        var compared = (await new ComparisonStore(temporary.Database).ReadAsync(SystemKind.Tokenizer)).Value.Outputs;
        // What is queued yet is nothing to compare.
        Assert.Equal(2, compared.Count);
        Assert.Single(compared.Select(output => output.Item).Distinct());
        Assert.All(compared, output => Assert.Equal((run.Id, "set"), (output.TrialId, output.Source)));
        Assert.Empty((await new ComparisonStore(temporary.Database).ReadAsync(SystemKind.Synthesizer)).Value.Outputs);

        var material = (await new OutputMaterialStore(temporary.Database).ReadAsync()).Value;
        Assert.Equal(2, material.Count);
        Assert.Equal((taken[0].ItemClipSha256, "item0", "text 0"), (material[0].OriginalSha256, material[0].OriginalName, material[0].Reference));
    }

    internal static Measurement Measurement(string outputId, string metric, double value) => new()
    {
        Id = StoredRun.NewId(), OutputId = outputId, Metric = metric, Version = "1", Recipe = "{}", Value = value, CreatedAt = Noon,
    };
}
