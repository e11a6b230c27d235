namespace SpeechScoop.Audio.Metrics.Pitch;

/// <summary>The pitch of a clip over time.</summary>
/// <param name="FirstSeconds">Time of the first frame's centre.</param>
/// <param name="StepSeconds">Seconds from frame to frame.</param>
/// <param name="Hertz">Fundamental frequency of each frame; 0 where it is unvoiced.</param>
public sealed record PitchTrack(double FirstSeconds, double StepSeconds, IReadOnlyList<double> Hertz)
{
    /// <summary>The pitch of the voiced frames, in order.</summary>
    public IReadOnlyList<double> Voiced { get; } = [.. Hertz.Where(hertz => hertz > 0)];

    /// <summary>Share of frames that are voiced, 0..1; 0 where there is no frame.</summary>
    public double VoicedShare => Hertz.Count == 0 ? 0 : (double)Voiced.Count / Hertz.Count;
}
