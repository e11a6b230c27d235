using SpeechScoop.Runs;
using SpeechScoop.Storage.Runs;

namespace SpeechScoop.Web.Runs;

/// <summary>
/// Which results a run has, as a text: what stands on them (boards, comparisons) is computed anew when it changes. While a run goes on it changes at every
/// fiftieth of its outputs only, so that a page which is asked again at each result is not computed again at each.
/// </summary>
internal static class ResultVersion
{
    private const int Steps = 50;

    public static string Of(ListedRun listed)
    {
        var (run, progress) = (listed.Run, listed.Progress);
        var step = run.Status is RunStatus.Queued or RunStatus.Running ? Math.Max(1, progress.Total / Steps) : 1;
        // All are over for a moment before the run is.
        if (progress.Queued + progress.Running == 0 && progress.Measured == progress.Done) step = 1;
        return $"{run.Id} {progress.Total} {progress.Done / step} {progress.Measured / step} {progress.Failed / step} {progress.Cancelled} by {step}";
    }
}
