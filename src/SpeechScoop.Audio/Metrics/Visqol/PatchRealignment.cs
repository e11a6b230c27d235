namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>
/// Compares a patch with its counterpart once more after moving both to where their envelopes agree, to the sample; the better of the two
/// comparisons counts. Not thread-safe.
/// </summary>
internal sealed class PatchRealignment(SpectrogramMaker maker, Nsim nsim, EnvelopeLag envelopes, int sampleRate)
{
    /// <summary>The comparison after moving, or the one before it where that was better or too little is left.</summary>
    /// <param name="coarse">The comparison of whole frames.</param>
    /// <param name="reference">The reference signal.</param>
    /// <param name="degraded">The degraded signal.</param>
    public VisqolPatch Refine(VisqolPatch coarse, double[] reference, double[] degraded)
    {
        var (x, y, lag) = Align(Cut(reference, coarse.ReferenceStart, coarse.ReferenceEnd), Cut(degraded, coarse.DegradedStart, coarse.DegradedEnd));
        if (maker.FrameCount(Math.Min(x.Length, y.Length)) == 0) return coarse;
        var (first, second) = (maker.Make(x), maker.Make(y));
        Spectrogram.ToLevels(first, second);
        var bands = nsim.Bands(first.Values, second.Values);
        var similarity = bands.Average();
        if (similarity < coarse.Similarity) return coarse;
        var moved = lag / (double)sampleRate;
        var (start, degradedStart) = (coarse.ReferenceStart + Math.Max(0, moved), coarse.DegradedStart - Math.Min(0, moved));
        return new VisqolPatch(start, start + (x.Length / (double)sampleRate), degradedStart, degradedStart + (y.Length / (double)sampleRate), similarity, bands, Lost: false);
    }

    /// <summary>The samples of a patch. What lies behind the signal's end is silence, put before the patch as the reference implementation does.</summary>
    private double[] Cut(double[] signal, double startSeconds, double endSeconds)
    {
        var start = (int)(startSeconds * sampleRate);
        var end = Math.Min(signal.Length - 1, (int)(endSeconds * sampleRate));
        var silence = Math.Max(0, (int)((endSeconds * sampleRate) - signal.Length));
        return end <= start ? [] : [.. new double[silence], .. signal.AsSpan(start, end - start)];
    }

    private (double[] Reference, double[] Degraded, int Lag) Align(double[] reference, double[] degraded)
    {
        if (reference.Length == 0 || degraded.Length == 0) return ([], [], 0);
        var lag = envelopes.Of(reference, degraded);
        if (lag > 0)
        {
            // Seconds and back: the reference implementation loses a sample to rounding now and then.
            var skipped = (int)(lag / (double)sampleRate * sampleRate);
            var length = Math.Min(reference.Length, lag + degraded.Length);
            double[] late = [.. new double[lag], .. degraded];
            return length == lag + degraded.Length ? (reference[..length], late, lag) : (reference[skipped..], late[skipped..length], lag);
        }
        degraded = degraded[-lag..];
        var common = Math.Min(reference.Length, degraded.Length);
        return (reference[..common], degraded[..common], lag);
    }
}
