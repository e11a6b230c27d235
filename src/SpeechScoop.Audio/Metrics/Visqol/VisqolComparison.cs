namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>
/// ViSQOL 3.3.3 (Chinen, Lim, Skoglund, Gureev, O'Gorman and Hines, QoMEX 2020; google/visqol, Apache-2.0): how good a degraded signal sounds beside
/// its reference, by the similarity of their gammatone spectrograms, patch by patch. The signals need not be aligned exactly.
/// </summary>
public static class VisqolComparison
{
    /// <summary>Version of the computation, stored with measurements.</summary>
    public const string Version = "visqol-3.3.3";

    /// <summary>Longest signal that is judged, in seconds: ViSQOL was made for clips of five to ten.</summary>
    public const int LongestSeconds = 180;

    /// <summary>Below this similarity the signals have nothing in common, and the score is 1 whatever the mapping says.</summary>
    private const double NothingInCommon = 0.15;

    /// <summary>Compares two signals.</summary>
    /// <param name="reference">The signal as it should be, mono.</param>
    /// <param name="degraded">The signal to judge, of any level; it may be late or early by up to half the reference's length.</param>
    /// <param name="sampleRate">Rate of both, in hertz; ViSQOL recommends <see cref="VisqolMode.SampleRate"/>.</param>
    /// <param name="mode">Speech or audio.</param>
    /// <param name="mapping">What turns similarity into a score.</param>
    /// <returns>The result, or an <see cref="Error.Invalid"/> where the signals cannot be judged.</returns>
    public static Result<VisqolResult> Compare(ReadOnlySpan<float> reference, ReadOnlySpan<float> degraded, int sampleRate, VisqolMode mode, IQualityMapping mapping)
    {
        var maker = new SpectrogramMaker(mode, sampleRate);
        if ((ModelRefusal(mode, mapping) ?? Refusal("reference", reference, sampleRate) ?? Refusal("clip", degraded, sampleRate)
            ?? LengthRefusal(reference.Length, degraded.Length, sampleRate, mode, maker)) is { } refused) return refused;

        var envelopes = new EnvelopeLag();
        var (x, y) = (ToDouble(reference), ToDouble(degraded));
        var lag = envelopes.Of(x, y);
        y = lag < 0 ? y[-lag..] : [.. new double[lag], .. y];
        var factor = Math.Sqrt(MeanSquare(x) / MeanSquare(y));
        if (!double.IsFinite(factor)) return Silent("clip");
        foreach (ref var sample in y.AsSpan()) sample *= factor;

        var (first, second) = (maker.Make(x), maker.Make(y));
        Spectrogram.ToLevels(first, second);
        var found = ReferencePatches.Find(mode, first.Frames, x, maker.Hop);
        var patches = found.Where(patch => patch - (mode.PatchFrames / 2) <= second.Frames).ToArray();
        if (patches.Length == 0) return Refuse("visqol-too-short", "The clip ends long before the first patch of the reference; use clips of equal content.");

        var nsim = new Nsim(mode.Bands);
        var places = PatchSearch.Find(first, patches, second, mode.PatchFrames, nsim);
        var realignment = new PatchRealignment(maker, nsim, envelopes, sampleRate);
        var padded = second.FollowedBy(mode.PatchFrames);
        var compared = patches.Zip(places, (patch, place) => Coarse(first, padded, patch, place, mode, maker.FrameSeconds, nsim))
            .Select(patch => patch.Lost ? patch : realignment.Refine(patch, x, y)).ToArray();
        var means = Enumerable.Range(0, mode.Bands).Select(band => compared.Average(patch => patch.Bands[band])).ToArray();
        var similarity = means.Average();
        var mos = similarity < NothingInCommon ? 1 : mapping.Mos(means);
        return new VisqolResult(mos, similarity, lag / (double)sampleRate, maker.CentresHz, means, compared, found.Length - patches.Length);
    }

    private static VisqolPatch Coarse(Spectrogram reference, Spectrogram degraded, int patch, int? place, VisqolMode mode, double frameSeconds, Nsim nsim)
    {
        var (start, length) = (patch * frameSeconds, frameSeconds * mode.PatchFrames);
        if (place is not { } found) return new VisqolPatch(start, start + length, 0, 0, 0, new double[mode.Bands], Lost: true);
        var bands = nsim.Bands(reference.Patch(patch, mode.PatchFrames), degraded.Patch(found, mode.PatchFrames));
        return new VisqolPatch(start, start + length, found * frameSeconds, (found * frameSeconds) + length, bands.Average(), bands, Lost: false);
    }

    private static Error.Invalid? ModelRefusal(VisqolMode mode, IQualityMapping mapping) => mapping.Bands is { } bands && bands != mode.Bands
        ? Refuse("visqol-model-bands", $"The support vector model takes {bands} bands, but this mode has {mode.Bands}; use the model that belongs to the mode.")
        : null;

    private static Error.Invalid? LengthRefusal(int reference, int degraded, int sampleRate, VisqolMode mode, SpectrogramMaker maker)
    {
        if (maker.FrameCount(reference) < ReferencePatches.LeastFrames(mode))
        {
            var least = (((ReferencePatches.LeastFrames(mode) - 1) * maker.Hop) + maker.FrameLength + 1.0) / sampleRate;
            return Refuse("visqol-too-short", $"The reference is {Seconds(reference / (double)sampleRate)} s long, but ViSQOL needs {Seconds(least)} s for one patch; use longer clips.");
        }
        return maker.FrameCount(degraded) == 0
            ? Refuse("visqol-too-short", $"The clip is {Seconds(degraded / (double)sampleRate)} s long, less than a frame of 0.08 s; use longer clips.")
            : null;
    }

    private static Error.Invalid? Refusal(string what, ReadOnlySpan<float> samples, int sampleRate)
    {
        if (samples.Length > (long)LongestSeconds * sampleRate)
            return Refuse("visqol-too-long", $"The {what} is longer than {LongestSeconds} s; ViSQOL was made for clips of 5 to 10 s: cut it into pieces.");
        var silent = true;
        foreach (var sample in samples)
        {
            if (!float.IsFinite(sample)) return Refuse("visqol-not-finite", $"The {what} has samples that are no numbers; decode it again.");
            silent &= sample == 0;
        }
        return silent ? Silent(what) : null;
    }

    private static Error.Invalid Silent(string what) => Refuse("visqol-silent", $"The {what} is silent, so nothing can be compared; check how it was made.");

    private static Error.Invalid Refuse(string code, string message) => new(code, message);

    private static string Seconds(double value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    private static double[] ToDouble(ReadOnlySpan<float> samples)
    {
        var result = new double[samples.Length];
        for (var i = 0; i < result.Length; i++) result[i] = samples[i];
        return result;
    }

    private static double MeanSquare(ReadOnlySpan<double> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples) sum += sample * sample;
        return sum / samples.Length;
    }
}
