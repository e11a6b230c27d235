namespace SpeechScoop.ListeningTests;

/// <summary>Paired preference: which of two stimuli is better. 1 means the stimulus rated, −1 the other one, 0 neither.</summary>
public sealed class PreferenceScale : RatingScale
{
    private PreferenceScale()
        : base("preference", "Preference", -1, 1, comparesTwo: true,
            new(1, 1, "First is better"), new(0, 0, "No preference"), new(-1, -1, "Second is better"))
    {
    }

    /// <summary>The scale.</summary>
    public static PreferenceScale Instance { get; } = new();
}
