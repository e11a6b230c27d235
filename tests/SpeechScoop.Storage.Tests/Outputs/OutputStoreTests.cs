using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Systems;

namespace SpeechScoop.Storage.Tests.Outputs;

public sealed class OutputStoreTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    public void Dispose() => temporary.Dispose();

    private OutputStore Outputs => new(temporary.Database);

    [Fact]
    public async Task Outputs_of_blind_trials_appear_only_after_the_reveal()
    {
        var (trial, outputs) = await StoredTrial.CreateAsync(temporary.Database, blind: true);
        Assert.Empty((await Outputs.ListAsync(new OutputQuery())).Value);
        Assert.IsType<Error.NotFound>((await Outputs.FindListedAsync(outputs[0].Id)).Error);
        await new LiveTrialStore(temporary.Database).RevealAsync(trial.Id, StoredTrial.Noon);
        Assert.Equal(outputs.Select(output => output.Id).ToHashSet(), (await Outputs.ListAsync(new OutputQuery())).Value.Select(output => output.Id).ToHashSet());
        Assert.Equal("The first voice", (await Outputs.FindListedAsync(outputs[0].Id)).Value.SystemTitle);
    }

    [Fact]
    public async Task Unfinished_outputs_do_not_appear()
    {
        await StoredTrial.CreateAsync(temporary.Database, blind: false, status: OutputStatus.Failed);
        Assert.Empty((await Outputs.ListAsync(new OutputQuery())).Value);
    }

    [Fact]
    public async Task Kept_outputs_are_found_again_and_can_be_let_go()
    {
        var (_, outputs) = await StoredTrial.CreateAsync(temporary.Database, blind: false);
        await Outputs.KeepAsync(outputs[1].Id, true);
        await Outputs.SaveAsync(outputs[1] with { AudioSeconds = 2 });
        var kept = Assert.Single((await Outputs.ListAsync(new OutputQuery(Kept: true))).Value);
        Assert.Equal((outputs[1].Id, 2, true), (kept.Id, kept.AudioSeconds, kept.Kept));
        await Outputs.KeepAsync(outputs[1].Id, false);
        Assert.Empty((await Outputs.ListAsync(new OutputQuery(Kept: true))).Value);
        Assert.IsType<Error.NotFound>((await Outputs.KeepAsync("nothing", true)).Error);
    }

    [Theory]
    [InlineData("HELLO", 2)]
    [InlineData("first voice", 1)]
    [InlineData("100%", 0)]
    [InlineData("hello_there", 0)]
    [InlineData("'; DROP TABLE output; --", 0)]
    public async Task Search_finds_plain_text_in_any_case_and_nothing_is_a_wildcard(string search, int count)
    {
        await StoredTrial.CreateAsync(temporary.Database, blind: false);
        Assert.Equal(count, (await Outputs.ListAsync(new OutputQuery(Search: search))).Value.Count);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap()
    {
        for (var i = 0; i < 5; i++) await StoredTrial.CreateAsync(temporary.Database, blind: false);
        var all = (await Outputs.ListAsync(new OutputQuery())).Value.Select(output => output.Id).ToList();
        var paged = new List<string>();
        string? before = null;
        while (true)
        {
            var page = (await Outputs.ListAsync(new OutputQuery(Before: before, Limit: 3))).Value;
            if (page.Count == 0) break;
            paged.AddRange(page.Select(output => output.Id));
            before = page[^1].Id;
        }
        Assert.Equal(10, all.Count);
        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task Filters_by_kind_and_system_apply()
    {
        await StoredTrial.CreateAsync(temporary.Database, blind: false);
        Assert.Equal(2, (await Outputs.ListAsync(new OutputQuery(Kind: SystemKind.Synthesizer))).Value.Count);
        Assert.Empty((await Outputs.ListAsync(new OutputQuery(Kind: SystemKind.Recognizer))).Value);
        Assert.Single((await Outputs.ListAsync(new OutputQuery(SystemId: "second"))).Value);
    }
}
