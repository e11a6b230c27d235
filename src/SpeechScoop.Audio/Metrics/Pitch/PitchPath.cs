namespace SpeechScoop.Audio.Metrics.Pitch;

/// <summary>The cheapest way through the candidates of all frames: strong candidates, few jumps, few changes of voicing (Viterbi).</summary>
internal static class PitchPath
{
    /// <summary>The pitch of every frame in hertz; 0 for unvoiced.</summary>
    public static double[] Find(IReadOnlyList<PitchCandidates> frames, PitchSettings settings)
    {
        if (frames.Count == 0) return [];
        // Costs are meant for steps of 10 ms.
        var correction = 0.01 / settings.StepSeconds;
        var (jump, change) = (settings.OctaveJumpCost * correction, settings.VoicedUnvoicedCost * correction);
        var from = new byte[frames.Count][];
        var scores = Local(frames[0], settings);
        var octaves = Octaves(frames[0], settings);
        for (var f = 1; f < frames.Count; f++)
        {
            var (local, here) = (Local(frames[f], settings), Octaves(frames[f], settings));
            from[f] = new byte[local.Length];
            for (var c = 0; c < local.Length; c++)
            {
                var best = double.NegativeInfinity;
                for (var p = 0; p < scores.Length; p++)
                {
                    var score = scores[p] - Transition(octaves[p], here[c], jump, change);
                    if (score <= best) continue;
                    best = score;
                    from[f][c] = (byte)p;
                }
                local[c] += best;
            }
            (scores, octaves) = (local, here);
        }
        var path = new double[frames.Count];
        var at = Array.IndexOf(scores, scores.Max());
        for (var f = frames.Count - 1; f >= 0; f--)
        {
            var hertz = frames[f].Hertz[at];
            path[f] = hertz <= settings.CeilingHertz ? hertz : 0;
            if (f > 0) at = from[f][at];
        }
        return path;
    }

    /// <summary>What each candidate is worth by itself.</summary>
    private static double[] Local(PitchCandidates frame, PitchSettings settings)
    {
        var silence = settings.SilenceThreshold <= 0 ? 0 : Math.Max(0, 2 - (frame.Intensity * (1 + settings.VoicingThreshold) / settings.SilenceThreshold));
        var unvoiced = settings.VoicingThreshold + silence;
        var worth = new double[frame.Hertz.Length];
        for (var c = 0; c < worth.Length; c++)
        {
            worth[c] = IsVoiced(frame.Hertz[c], settings)
                ? frame.Strength[c] - (settings.OctaveCost * Math.Log2(settings.CeilingHertz / frame.Hertz[c]))
                : unvoiced;
        }
        return worth;
    }

    /// <summary>Logarithms of the candidates' pitches; NaN for unvoiced ones.</summary>
    private static double[] Octaves(PitchCandidates frame, PitchSettings settings)
    {
        var octaves = new double[frame.Hertz.Length];
        for (var c = 0; c < octaves.Length; c++) octaves[c] = IsVoiced(frame.Hertz[c], settings) ? Math.Log2(frame.Hertz[c]) : double.NaN;
        return octaves;
    }

    private static double Transition(double before, double after, double jump, double change) => (double.IsNaN(before), double.IsNaN(after)) switch
    {
        (true, true) => 0,
        (false, false) => jump * Math.Abs(after - before),
        _ => change,
    };

    private static bool IsVoiced(float hertz, PitchSettings settings) => hertz > 0 && hertz <= settings.CeilingHertz;
}
