using System.Numerics.Tensors;

namespace SpeechScoop.Inference.Recognition;

/// <summary>
/// Tells which moments of a stream are silent: far below the level of the speech heard so far, for a while before and after.
/// Networks that learned from sentences with little around them hear things in long silence; what this marks is taken as
/// blank without asking them. Works on feature frames, looks ahead a little, and never depends on how the audio is cut.
/// </summary>
internal sealed class SilenceGate(int bands, double framesPerSecond, double quietestSpeechDb)
{
    private const double BelowSpeechDb = 38;
    private const double SurroundingSeconds = 0.15;
    private const double SmoothingSeconds = 0.1;
    private const double ForgettingDbPerSecond = 1;

    private readonly List<bool> quiet = [];
    private readonly float[] powers = new float[bands];
    private readonly int surrounding = (int)(SurroundingSeconds * framesPerSecond);
    private double smoothed, aboveQuietest;
    private long first;

    /// <summary>Feature frames that have to be known after one that is asked about.</summary>
    public int LookAhead => surrounding;

    /// <summary>Takes the next feature frame, natural-log band powers.</summary>
    public void Accept(ReadOnlySpan<float> frame)
    {
        TensorPrimitives.Exp(frame, powers);
        double power = TensorPrimitives.Sum<float>(powers);
        smoothed += (power - smoothed) / (SmoothingSeconds * framesPerSecond);
        // A click is shorter than the smoothing; speech is not.
        aboveQuietest = Math.Max(Math.Max(0, aboveQuietest - (ForgettingDbPerSecond / framesPerSecond)), Decibels(smoothed) - quietestSpeechDb);
        quiet.Add(Decibels(power) < quietestSpeechDb + aboveQuietest - BelowSpeechDb);
    }

    /// <summary>Whether a feature frame lies in silence.</summary>
    /// <param name="number">Its number since the stream's start.</param>
    public bool IsSilent(long number)
    {
        for (var at = Math.Max(first, number - surrounding); at <= number + surrounding; at++)
        {
            if (at - first >= quiet.Count) break;
            if (!quiet[(int)(at - first)]) return false;
        }
        return true;
    }

    /// <summary>Forgets the frames that no question can touch any more.</summary>
    public void ForgetBefore(long number)
    {
        var count = (int)Math.Clamp(number - surrounding - first, 0, quiet.Count);
        quiet.RemoveRange(0, count);
        first += count;
    }

    private static double Decibels(double power) => 10 * Math.Log10(power + 1e-12);
}
