namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>Which patches of the reference are compared: every one, or those with speech.</summary>
internal static class ReferencePatches
{
    private const double SpeechRms = 5_000, FullScale = 32_768;

    /// <summary>Chunks that must be quiet before one counts as silence, itself included.</summary>
    private const int QuietChunks = 3;

    /// <summary>First frames of the patches, rising.</summary>
    /// <param name="mode">Length of patches, and whether silence is left out.</param>
    /// <param name="frames">Frames of the reference's spectrogram.</param>
    /// <param name="reference">Its samples.</param>
    /// <param name="hop">Samples between frames.</param>
    public static int[] Find(VisqolMode mode, int frames, ReadOnlySpan<double> reference, int hop)
    {
        var patch = mode.PatchFrames;
        var first = (patch / 2) - 1;
        if (!mode.SpeechOnly)
        {
            var end = Math.Max(frames - patch, (patch / 2) + 1);
            return [.. Enumerable.Range(0, frames).Select(i => first + (i * patch)).TakeWhile(start => start + 1 < end)];
        }
        // The reference implementation begins at sample, not at frame, number 9: what is said to be in a patch is heard 0.18 s earlier.
        var count = (frames - first) / patch;
        var spoken = SpokenChunks(reference, first, count * patch, hop);
        return [.. Enumerable.Range(0, count).Where(i => spoken.AsSpan(i * patch, patch).Contains(true)).Select(i => first + (i * patch))];
    }

    /// <summary>Frames that the reference must have for one patch.</summary>
    public static int LeastFrames(VisqolMode mode) => mode.SpeechOnly ? (mode.PatchFrames / 2) - 1 + mode.PatchFrames : mode.PatchFrames + (mode.PatchFrames / 2);

    /// <summary>Whether each chunk is loud (RMS of 5,000 with the highest sample at 32,767), or follows a loud one by at most two.</summary>
    private static bool[] SpokenChunks(ReadOnlySpan<double> samples, int start, int chunks, int length)
    {
        var highest = double.NegativeInfinity;
        foreach (var sample in samples) highest = Math.Max(highest, sample);
        var loud = new bool[chunks];
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            var sum = 0.0;
            foreach (var sample in samples.Slice(start + (chunk * length), length))
            {
                var integer = Math.Truncate(Math.Clamp(sample / highest * FullScale, -FullScale, FullScale - 1));
                sum += integer * integer;
            }
            loud[chunk] = Math.Sqrt(sum / length) >= SpeechRms;
        }
        var spoken = new bool[chunks];
        for (var chunk = 0; chunk < chunks; chunk++)
            spoken[chunk] = chunk < QuietChunks - 1 || loud.AsSpan(chunk - QuietChunks + 1, QuietChunks).Contains(true);
        return spoken;
    }
}
