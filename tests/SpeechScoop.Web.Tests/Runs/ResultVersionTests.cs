using SpeechScoop.Datasets;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Runs;

namespace SpeechScoop.Web.Tests.Runs;

public sealed class ResultVersionTests
{
    [Fact]
    public void A_large_run_that_goes_on_has_another_version_fifty_times_at_most_for_each_count() =>
        Assert.InRange(Enumerable.Range(0, 100_001).Select(done => Of(RunStatus.Running, 100_000, done)).Distinct().Count(), 50, 52);

    [Fact]
    public void A_small_run_has_another_version_with_each_result() =>
        Assert.Equal(41, Enumerable.Range(0, 41).Select(done => Of(RunStatus.Running, 40, done)).Distinct().Count());

    [Fact]
    public void The_last_result_counts_at_once_and_so_does_every_one_of_a_run_that_stands_still()
    {
        Assert.NotEqual(Of(RunStatus.Running, 100_000, 99_999), Of(RunStatus.Running, 100_000, 100_000));
        Assert.Equal(Of(RunStatus.Running, 100_000, 100_000), Of(RunStatus.Done, 100_000, 100_000));
        Assert.NotEqual(Of(RunStatus.Paused, 100_000, 4_000), Of(RunStatus.Paused, 100_000, 4_001));
        Assert.NotEqual(Of(RunStatus.Done, 10, 10), Of(RunStatus.Done, 10, 10, "another run"));
    }

    private static string Of(RunStatus status, int total, int done, string id = "a run") => ResultVersion.Of(new ListedRun(
        new Run { Id = id, DatasetId = "set", Kind = RunKind.Recognition, Title = "", Status = status, Plan = "{}", Seed = 1, CreatedAt = default },
        "set", DatasetKind.Recordings, total, new RunProgress(total, total - done, 0, done, 0, 0, done)));
}
