using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;

namespace SpeechScoop.Storage.Tests.Live;

public sealed class LiveTrialStoreTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    public void Dispose() => temporary.Dispose();

    private LiveTrialStore Trials => new(temporary.Database);

    private OutputStore Outputs => new(temporary.Database);

    [Fact]
    public async Task A_trial_comes_back_as_it_was_stored_after_a_restart()
    {
        var (trial, outputs) = await StoredTrial.CreateAsync(temporary.Database, text: "naïve 😀 <b>markup</b> 'quotes'");
        temporary.Reopen();
        Assert.Equal(trial, (await Trials.FindAsync(trial.Id)).Value);
        Assert.Equal(outputs, (await Outputs.OfTrialAsync(trial.Id)).Value);
    }

    [Fact]
    public async Task An_unknown_trial_is_not_found()
    {
        Assert.IsType<Error.NotFound>((await Trials.FindAsync("nothing")).Error);
        Assert.IsType<Error.NotFound>((await Trials.RevealAsync("nothing", StoredTrial.Noon)).Error);
    }

    [Fact]
    public async Task A_second_reveal_does_not_move_the_first()
    {
        var (trial, _) = await StoredTrial.CreateAsync(temporary.Database);
        Assert.True((await Trials.FindAsync(trial.Id)).Value.IsHidden);
        await Trials.RevealAsync(trial.Id, StoredTrial.Noon.AddMinutes(1));
        var revealed = (await Trials.RevealAsync(trial.Id, StoredTrial.Noon.AddMinutes(9))).Value;
        Assert.Equal(StoredTrial.Noon.AddMinutes(1), revealed.RevealedAt);
        Assert.False(revealed.IsHidden);
    }

    [Fact]
    public async Task After_a_restart_unfinished_stimuli_are_closed_with_a_reason_and_finished_ones_stay()
    {
        var (trial, outputs) = await StoredTrial.CreateAsync(temporary.Database, status: OutputStatus.Running, trialStatus: LiveTrialStatus.Running);
        await Outputs.SaveAsync(outputs[0] with { Status = OutputStatus.Done, AudioSeconds = 1.5 });
        Assert.Equal(1, (await Trials.CloseUnfinishedAsync("The server stopped.", StoredTrial.Noon.AddSeconds(1))).Value);
        var after = (await Outputs.OfTrialAsync(trial.Id)).Value;
        Assert.Equal((OutputStatus.Done, 1.5, null), (after[0].Status, after[0].AudioSeconds, after[0].Error));
        Assert.Equal((OutputStatus.Cancelled, "The server stopped."), (after[1].Status, after[1].Error));
        Assert.Equal(LiveTrialStatus.Cancelled, (await Trials.FindAsync(trial.Id)).Value.Status);
        Assert.Equal(0, (await Trials.CloseUnfinishedAsync("Again.", StoredTrial.Noon.AddSeconds(1))).Value);
    }

    [Fact]
    public async Task Trials_of_the_present_run_are_left_alone()
    {
        var (trial, _) = await StoredTrial.CreateAsync(temporary.Database, status: OutputStatus.Running, trialStatus: LiveTrialStatus.Running);
        Assert.Equal(0, (await Trials.CloseUnfinishedAsync("The server stopped.", StoredTrial.Noon)).Value);
        Assert.All((await Outputs.OfTrialAsync(trial.Id)).Value, output => Assert.Equal(OutputStatus.Running, output.Status));
    }

    [Fact]
    public async Task A_trial_whose_stimuli_were_all_finished_counts_as_done_after_a_restart()
    {
        var (trial, _) = await StoredTrial.CreateAsync(temporary.Database, trialStatus: LiveTrialStatus.Running);
        await Trials.CloseUnfinishedAsync("The server stopped.", StoredTrial.Noon.AddSeconds(1));
        Assert.Equal(LiveTrialStatus.Done, (await Trials.FindAsync(trial.Id)).Value.Status);
    }
}
