namespace SpeechScoop.ListeningTests;

/// <summary>
/// The continuous quality scale of ITU-R BS.1534-3 (MUSHRA): 0 to 100 in five equal bands. A trial holds an open reference, the same
/// as a hidden one, and anchors low-passed at 3.5 and 7 kHz.
/// </summary>
public sealed class MushraScale : RatingScale
{
    private MushraScale()
        : base("mushra", "MUSHRA", 0, 100, comparesTwo: false,
            new(80, 100, "Excellent"), new(60, 80, "Good"), new(40, 60, "Fair"), new(20, 40, "Poor"), new(0, 20, "Bad"))
    {
    }

    /// <summary>The scale.</summary>
    public static MushraScale Instance { get; } = new();
}
