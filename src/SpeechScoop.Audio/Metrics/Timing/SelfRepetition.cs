using System.Numerics.Tensors;
using SpeechScoop.Audio.Metrics.Cepstrum;
using SpeechScoop.Audio.VoiceActivity;

namespace SpeechScoop.Audio.Metrics.Timing;

/// <summary>
/// The longest passage of speech that sounds twice in a clip: the best local alignment of its cepstra with themselves. Frames of 20 ms of speech, each
/// coefficient scaled to unit variance; a pair of frames scores <see cref="SameBelow"/> less its distance (unrelated frames are about 1 apart), a step in one
/// passage alone costs <see cref="StepCost"/>.
/// </summary>
public static class SelfRepetition
{
    /// <summary>Frames, in seconds.</summary>
    public const double FrameSeconds = 0.02;

    /// <summary>Pairs of frames that are closer than this speak for a repetition.</summary>
    public const double SameBelow = 0.4;

    /// <summary>Cost of a step in one passage alone: repetitions differ a little in speed.</summary>
    public const double StepCost = 0.2;

    /// <summary>Shortest time from a passage to its repetition, in seconds: shorter ones are steady sounds.</summary>
    public const double ShortestLagSeconds = 0.3;

    /// <summary>Most speech that is compared with itself, in seconds.</summary>
    public const double MostSeconds = 180;

    private const int FramesAveraged = 4, Order = MelCepstra.Order;

    /// <summary>Length of the passage in seconds of speech; 0 where nothing sounds twice; null where there is more speech than <see cref="MostSeconds"/>.</summary>
    /// <param name="mono">One channel, at least 0.1 s.</param>
    /// <param name="activity">Its speech.</param>
    public static double? Seconds(AudioClip mono, SpeechActivity activity)
    {
        if (activity.SpeechSeconds > MostSeconds) return null;
        var frames = SpeechFrames(mono, activity);
        return frames.Length < 2 * Order ? 0 : Longest(frames) * FrameSeconds;
    }

    /// <summary>Cepstra of the frames in speech, scaled, frames × order.</summary>
    private static float[] SpeechFrames(AudioClip mono, SpeechActivity activity)
    {
        var cepstra = MelCepstra.Of(mono.Channel(0), mono.SampleRate);
        var seconds = FramesAveraged * (double)MelCepstra.Hop(mono.SampleRate) / mono.SampleRate;
        var count = cepstra.Length / (FramesAveraged * Order);
        var speech = Enumerable.Range(0, count).Where(f => activity.Segments.Any(segment => (f + 0.5) * seconds >= segment.StartSeconds && (f + 0.5) * seconds < segment.EndSeconds)).ToArray();
        var frames = new float[speech.Length * Order];
        for (var i = 0; i < speech.Length; i++)
        {
            for (var k = 0; k < FramesAveraged; k++)
                TensorPrimitives.Add(frames.AsSpan(i * Order, Order), cepstra.AsSpan(((speech[i] * FramesAveraged) + k) * Order, Order), frames.AsSpan(i * Order, Order));
        }
        Scale(frames);
        return frames;
    }

    /// <summary>Each coefficient to a variance of 1/(2 · order), so that unrelated frames are about 1 apart.</summary>
    private static void Scale(float[] frames)
    {
        var count = frames.Length / Order;
        for (var d = 0; d < Order; d++)
        {
            double sum = 0, squares = 0;
            for (var i = d; i < frames.Length; i += Order) sum += frames[i];
            for (var i = d; i < frames.Length; i += Order) squares += Math.Pow(frames[i] - (sum / count), 2);
            var scale = squares > 0 ? (float)Math.Sqrt(count / squares / (2 * Order)) : 0;
            for (var i = d; i < frames.Length; i += Order) frames[i] *= scale;
        }
    }

    /// <summary>Frames of the passage of the best score (Smith and Waterman's recursion, two rows).</summary>
    private static int Longest(float[] frames)
    {
        var count = frames.Length / Order;
        var lag = (int)Math.Round(ShortestLagSeconds / FrameSeconds);
        var (above, here) = (new (double Score, int Start)[count], new (double Score, int Start)[count]);
        var (best, length) = (0.0, 0);
        for (var i = 0; i + lag < count; i++)
        {
            var frame = frames.AsSpan(i * Order, Order);
            here.AsSpan().Clear();
            for (var j = i + lag; j < count; j++)
            {
                var from = i > 0 ? above[j - 1] : default;
                if (i > 0 && above[j].Score - StepCost > from.Score) from = (above[j].Score - StepCost, above[j].Start);
                if (j > i + lag && here[j - 1].Score - StepCost > from.Score) from = (here[j - 1].Score - StepCost, here[j - 1].Start);
                if (from.Score <= 0) from = (0, i);
                var score = from.Score + SameBelow - TensorPrimitives.Distance(frame, frames.AsSpan(j * Order, Order));
                if (score <= 0) continue;
                here[j] = (score, from.Start);
                if (score > best) (best, length) = (score, i - from.Start + 1);
            }
            (above, here) = (here, above);
        }
        return length;
    }
}
