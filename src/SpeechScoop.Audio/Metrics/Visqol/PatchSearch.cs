namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>
/// Finds for each patch of the reference the place in the degraded signal that resembles it, so that the sum of similarities is greatest while
/// the places rise (dynamic programming). A patch may have no place: then it was lost.
/// </summary>
internal static class PatchSearch
{
    /// <summary>The first frame of each patch's counterpart; null where a patch was lost.</summary>
    /// <param name="reference">Levels of the reference.</param>
    /// <param name="patches">First frames of its patches; those that begin more than half a patch behind the degraded signal's end are no longer in it.</param>
    /// <param name="degraded">Levels of the degraded signal.</param>
    /// <param name="frames">Frames in a patch.</param>
    /// <param name="nsim">The similarity.</param>
    public static int?[] Find(Spectrogram reference, ReadOnlySpan<int> patches, Spectrogram degraded, int frames, Nsim nsim)
    {
        var reach = VisqolMode.SearchPatches * frames;
        var sliding = new SlidingMoments(degraded.FollowedBy(frames));
        var (before, now) = (new double[degraded.Frames], new double[degraded.Frames]);
        var steps = new int[patches.Length][];
        for (var patch = 0; patch < patches.Length; patch++)
        {
            var (first, last) = Window(patches[patch], reach, degraded.Frames);
            var wanted = reference.Patch(patches[patch], frames);
            var moments = PatchMoments.Of(wanted, reference.Stride);
            steps[patch] = new int[last - first + 1];
            Array.Clear(now);
            // The best of all earlier places for the patch before: the last of equal ones.
            var (best, bestAt, next) = (double.MinValue, -1, patch > 0 ? Math.Max(0, patches[patch - 1] - reach) : 0);
            for (var place = first; place <= last; place++)
            {
                var sum = nsim.Mean(wanted, moments, sliding, place);
                var step = -1;
                if (patch > 0)
                {
                    for (; next < place; next++)
                        if (before[next] >= best) (best, bestAt) = (before[next], next);
                    (sum, step) = (sum + best, bestAt);
                    if (before[place] > sum) (sum, step) = (before[place], place);
                }
                now[place] = sum;
                steps[patch][place - first] = step;
            }
            (before, now) = (now, before);
        }
        return Trace(patches, steps, before, reach);
    }

    private static (int First, int Last) Window(int place, int reach, int frames) => (Math.Max(0, place - reach), Math.Min(frames - 1, place + reach));

    private static int?[] Trace(ReadOnlySpan<int> patches, int[][] steps, double[] sums, int reach)
    {
        var places = new int?[patches.Length];
        var (first, last) = Window(patches[^1], reach, sums.Length);
        var place = first;
        for (var i = first; i <= last; i++)
            if (sums[i] > sums[place]) place = i;
        for (var patch = patches.Length - 1; patch >= 0; patch--)
        {
            (first, last) = Window(patches[patch], reach, sums.Length);
            var step = place >= first && place <= last ? steps[patch][place - first] : 0;
            places[patch] = step == place ? null : place;
            place = step;
        }
        return places;
    }
}
