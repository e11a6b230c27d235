using System.Globalization;
using System.Numerics.Tensors;
using SpeechScoop.Audio.Signals;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics;

/// <summary>What every metric refuses alike. A reason names what is wrong and the cure.</summary>
public static class MetricValidity
{
    /// <summary>
    /// How much longer than the other a clip or its reference may be, as a part of the longer: codecs and enhancers add or drop a frame or two at the end.
    /// What lies beyond the shorter is not judged.
    /// </summary>
    public const double LengthTolerance = 0.1;

    /// <summary>Why a metric does not apply to an input; null where it does.</summary>
    public static string? Refusal(MetricInfo info, MetricInput input)
    {
        var (clip, reference) = (input.Clip, input.Reference);
        var judgesReference = info.Needs.HasFlag(MetricNeeds.Reference);
        if (judgesReference && reference is null) return $"{info.Title} compares with a reference: give the clip as it should be.";
        if (info.Needs.HasFlag(MetricNeeds.Text) && string.IsNullOrWhiteSpace(input.Text)) return $"{info.Title} needs the text that is said in the clip.";
        return Domain(info, input.Domain)
            ?? Samples("The clip", clip, input)
            ?? (judgesReference ? Samples("The reference", reference!, input) : null)
            ?? Rate(info, clip.SampleRate)
            ?? (judgesReference ? Pair(info, clip, reference!, input) : null)
            ?? Length(info, clip, judgesReference ? reference : null);
    }

    private static string? Domain(MetricInfo info, SoundDomain? domain) =>
        domain is not { } sound || info.Domains.Count == 0 || info.Domains.Contains(sound) ? null
            : $"{info.Title} was made for {string.Join(" and ", info.Domains.Select(Name))}; the clip holds {Name(sound)}.";

    private static string? Samples(string what, AudioClip clip, MetricInput input)
    {
        if (clip.Length == 0) return $"{what} has no samples.";
        return input.Share($"validity/{what}", () => Broken(clip)) is { Length: > 0 } place
            ? $"{what} has a sample that is no number ({place}): what made it failed." : null;
    }

    /// <summary>Where a clip's first NaN or infinity is; empty where there is none.</summary>
    private static string Broken(AudioClip clip)
    {
        for (var c = 0; c < clip.ChannelCount; c++)
        {
            var samples = clip.Channel(c);
            // A sum of magnitudes is finite exactly if all are (floats of any recording stay far from the largest number).
            if (float.IsFinite(TensorPrimitives.SumOfMagnitudes(samples))) continue;
            for (var i = 0; i < samples.Length; i++)
                if (!float.IsFinite(samples[i])) return string.Create(CultureInfo.InvariantCulture, $"channel {c + 1}, {(double)i / clip.SampleRate:0.000} s");
        }
        return "";
    }

    private static string? Rate(MetricInfo info, int rate)
    {
        if (rate < info.LowestSampleRate)
            return $"{info.Title} needs at least {Hertz(info.LowestSampleRate)}; the clip has {Hertz(rate)}.";
        if (rate <= info.HighestSampleRate) return null;
        var band = info.BandHz is { } highest ? $" It hears nothing above {Hertz(highest)}, so it" : " It";
        return $"{info.Title} judges clips up to {Hertz(info.HighestSampleRate)}; this one has {Hertz(rate)}.{band} would not notice what such a rate is chosen for: resample both if that is not what you ask about.";
    }

    private static string? Pair(MetricInfo info, AudioClip clip, AudioClip reference, MetricInput input)
    {
        if (clip.SampleRate != reference.SampleRate)
            return $"The clip has {Hertz(clip.SampleRate)} and the reference {Hertz(reference.SampleRate)}: resample one to the other's rate.";
        foreach (var (what, each) in new[] { ("The clip", clip), ("The reference", reference) })
            if (input.Share($"validity/{what} is silent", () => IsSilent(each))) return $"{what} is silent: there is nothing to compare.";
        var (shorter, longer) = (Math.Min(clip.Length, reference.Length), Math.Max(clip.Length, reference.Length));
        return info.AlignsItself || shorter >= (1 - LengthTolerance) * longer ? null : string.Create(CultureInfo.InvariantCulture,
            $"The clip lasts {clip.Duration.TotalSeconds:0.00} s and the reference {reference.Duration.TotalSeconds:0.00} s: {info.Title} compares moment by moment, so cut both to the same stretch.");
    }

    private static string? Length(MetricInfo info, AudioClip clip, AudioClip? reference)
    {
        var seconds = Math.Min(clip.Duration.TotalSeconds, reference?.Duration.TotalSeconds ?? double.PositiveInfinity);
        return seconds >= info.ShortestSeconds ? null : string.Create(CultureInfo.InvariantCulture,
            $"{info.Title} needs at least {info.ShortestSeconds:0.###} s; there are {seconds:0.000} s.");
    }

    private static bool IsSilent(AudioClip clip)
    {
        for (var c = 0; c < clip.ChannelCount; c++)
            if (Levels.ToDb(Levels.Peak(clip.Channel(c))) > Levels.SilenceDb) return false;
        return true;
    }

    private static string Hertz(double hertz) => string.Create(CultureInfo.InvariantCulture, $"{hertz:#,0} Hz");

    private static string Name(SoundDomain domain) => domain switch
    {
        SoundDomain.Environment => "sounds of the environment",
        SoundDomain.Animal => "animal sounds",
        _ => domain.ToString().ToLowerInvariant(),
    };
}
