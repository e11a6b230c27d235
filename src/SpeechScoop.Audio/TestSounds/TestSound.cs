using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.TestSounds;

/// <summary>A sound of the generated set.</summary>
/// <param name="Key">Its kind and number, such as <c>dolphin-whistles-2</c>; the same at every rate.</param>
/// <param name="Title">For people.</param>
/// <param name="Domain">What it imitates.</param>
/// <param name="Kind">The kind's id.</param>
/// <param name="Clip">One channel, peak near −6 dBFS.</param>
public sealed record TestSound(string Key, string Title, SoundDomain Domain, string Kind, AudioClip Clip)
{
    /// <summary>What a dataset's item says about it.</summary>
    public IReadOnlyDictionary<string, string> Attributes => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["domain"] = Domain.ToString().ToLowerInvariant(),
        ["kind"] = Kind,
        ["generator"] = TestSoundSet.Version,
    };
}
