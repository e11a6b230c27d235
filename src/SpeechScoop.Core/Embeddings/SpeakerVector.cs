namespace SpeechScoop.Embeddings;

/// <summary>A clip's voice as one vector.</summary>
public static class SpeakerVector
{
    /// <summary>The mean of the windows' directions (each vector divided by its length, so that loud windows count no more than others). One window is given as it is.</summary>
    /// <param name="windows">At least one vector, all of one length.</param>
    public static double[] Of(IReadOnlyList<double[]> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        if (windows.Count == 1) return windows[0];
        var mean = new double[windows[0].Length];
        foreach (var window in windows)
        {
            var length = Math.Sqrt(window.Sum(value => value * value));
            if (!(length > 0)) continue;
            for (var i = 0; i < mean.Length; i++) mean[i] += window[i] / length / windows.Count;
        }
        return mean;
    }
}
