using System.Numerics.Tensors;

namespace SpeechScoop.Inference.Recognition;

/// <summary>
/// Tells which moments of a stream are silent: for a while before and after, the level stays far below that of the speech
/// heard so far, or it has hardly changed for a second, as only noise does. Networks that learned from
/// sentences with little around them hear things in long pauses; what this marks is taken as blank without asking them.
/// Works on feature frames, looks ahead a little, and never depends on how the audio is cut.
/// </summary>
internal sealed class SilenceGate(int bands, double framesPerSecond, double quietestSpeechDb)
{
    private const double BelowSpeechDb = 38;
    private const double SteadyDb = 4;
    private const double SteadySeconds = 1;
    private const double SurroundingSeconds = 0.15;
    private const double SmoothingSeconds = 0.1;
    private const double ForgettingDbPerSecond = 1;

    private readonly List<bool> quiet = [];
    private readonly float[] powers = new float[bands];
    private readonly int surrounding = (int)(SurroundingSeconds * framesPerSecond);
    private readonly SlidingMinimum lowest = new((int)(SteadySeconds * framesPerSecond)), highest = new((int)(SteadySeconds * framesPerSecond));
    private double smoothed, aboveQuietest;
    private long first, taken;

    /// <summary>Feature frames that have to be known after one that is asked about.</summary>
    public int LookAhead => surrounding;

    /// <summary>Takes the next feature frame, natural-log band powers.</summary>
    public void Accept(ReadOnlySpan<float> frame)
    {
        TensorPrimitives.Exp(frame, powers);
        double power = TensorPrimitives.Sum<float>(powers);
        smoothed += (power - smoothed) / (SmoothingSeconds * framesPerSecond);
        var level = Decibels(smoothed);
        // A click is shorter than the smoothing; speech is not.
        aboveQuietest = Math.Max(Math.Max(0, aboveQuietest - (ForgettingDbPerSecond / framesPerSecond)), level - quietestSpeechDb);
        // The smoothing has to swing in before it tells how steady the level is.
        if (taken++ >= 3 * SmoothingSeconds * framesPerSecond)
        {
            lowest.Add(level);
            highest.Add(-level);
        }
        var isSteady = lowest.IsFull && -highest.Value - lowest.Value < SteadyDb;
        quiet.Add(isSteady || Decibels(power) < quietestSpeechDb + aboveQuietest - BelowSpeechDb);
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
