namespace SpeechScoop.ListeningTests;

/// <summary>Absolute category rating, the listening-quality scale of ITU-T P.800: 1 Bad to 5 Excellent. Its mean is the mean opinion score.</summary>
public sealed class AcrScale : RatingScale
{
    private AcrScale()
        : base("acr", "Absolute category rating", 1, 5, comparesTwo: false,
            new(5, 5, "Excellent"), new(4, 4, "Good"), new(3, 3, "Fair"), new(2, 2, "Poor"), new(1, 1, "Bad"))
    {
    }

    /// <summary>The scale.</summary>
    public static AcrScale Instance { get; } = new();
}
