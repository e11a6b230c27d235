namespace SpeechScoop.Audio.Metrics.Pitch;

/// <summary>What the pitch of one frame may be. The first candidate is the unvoiced one.</summary>
/// <param name="Hertz">0 for unvoiced.</param>
/// <param name="Strength">Height of the autocorrelation's peak, about 0..1; 0 for unvoiced.</param>
/// <param name="Intensity">Peak of the frame relative to the whole signal's, 0..1.</param>
internal sealed record PitchCandidates(float[] Hertz, float[] Strength, double Intensity)
{
    /// <summary>Finds the peaks of a frame's normalised autocorrelation.</summary>
    /// <param name="correlation">At lags 0, 1, 2, …</param>
    /// <param name="maximumLag">Peaks lie below this lag.</param>
    /// <param name="intensity">Of the frame.</param>
    /// <param name="sampleRate">In hertz.</param>
    /// <param name="settings">How many candidates, and how high.</param>
    public static PitchCandidates Of(ReadOnlySpan<double> correlation, int maximumLag, double intensity, double sampleRate, PitchSettings settings)
    {
        Span<(int Lag, double Rank)> kept = stackalloc (int, double)[settings.Candidates - 1];
        var count = 0;
        for (var lag = 2; lag < maximumLag; lag++)
        {
            var height = correlation[lag];
            if (height <= settings.VoicingThreshold / 2 || height <= correlation[lag - 1] || height < correlation[lag + 1]) continue;
            var (position, value) = SincInterpolation.Vertex(lag, 1, correlation[lag - 1], height, correlation[lag + 1]);
            var rank = Below1(value) - (settings.OctaveCost * Math.Log2(settings.FloorHertz * position / sampleRate));
            Keep(kept, ref count, (lag, rank));
        }
        var (hertz, strength) = (new float[count + 1], new float[count + 1]);
        for (var i = 0; i < count; i++)
        {
            var (position, value) = SincInterpolation.Maximum(correlation, kept[i].Lag);
            (hertz[i + 1], strength[i + 1]) = ((float)(sampleRate / position), (float)Below1(value));
        }
        return new(hertz, strength, intensity);
    }

    /// <summary>Adds a peak; when all places are taken it replaces the weakest one if it is stronger.</summary>
    private static void Keep(Span<(int Lag, double Rank)> kept, ref int count, (int Lag, double Rank) peak)
    {
        if (count < kept.Length)
        {
            kept[count++] = peak;
            return;
        }
        var weakest = 0;
        for (var i = 1; i < count; i++)
            if (kept[i].Rank < kept[weakest].Rank) weakest = i;
        if (count > 0 && peak.Rank > kept[weakest].Rank) kept[weakest] = peak;
    }

    /// <summary>Interpolation beside the division by the window may overshoot 1: such values are reflected.</summary>
    private static double Below1(double value) => value > 1 ? 1 / value : value;
}
