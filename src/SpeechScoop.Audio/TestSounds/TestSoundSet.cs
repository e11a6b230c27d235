using SpeechScoop.Audio.Resampling;

namespace SpeechScoop.Audio.TestSounds;

/// <summary>
/// Sounds other than speech, made by code from a seed, so that everybody can rerun a comparison of tokenizers on them. They imitate no recording:
/// they have what speech models have never heard (high pitch, sudden onsets, silence between clicks, many voices at once).
/// </summary>
public static class TestSoundSet
{
    /// <summary>Version of the recipes: sounds of different versions are not the same sounds.</summary>
    public const string Version = "test-sounds-1";

    /// <summary>The rate unless told otherwise, in hertz.</summary>
    public const int UsualSampleRate = 48_000;

    /// <summary>The seed unless told otherwise.</summary>
    public const long UsualSeed = 1;

    /// <summary>Lowest rate, in hertz.</summary>
    public const int LowestSampleRate = 8_000;

    /// <summary>Highest rate, in hertz.</summary>
    public const int HighestSampleRate = SoundCanvas.SampleRate;

    private const int MostPerKind = 100;

    /// <summary>Makes the set: each sound is made when it is asked for.</summary>
    /// <param name="sampleRate">8,000 to 192,000 Hz. Kinds that lie outside the band of a rate are left out: dolphin-like clicks need 176,400 Hz, whistles 44,100 Hz.</param>
    /// <param name="seed">Same seed, same sounds, at every rate.</param>
    /// <param name="perKind">Sounds of each kind, 1 to 100.</param>
    /// <returns><c>sounds-rate</c> or <c>sounds-count</c> for what cannot be made.</returns>
    public static Result<IEnumerable<TestSound>> Make(int sampleRate = UsualSampleRate, long seed = UsualSeed, int perKind = 3)
    {
        if (sampleRate is < LowestSampleRate or > HighestSampleRate)
            return new Error.Invalid("sounds-rate", $"Test sounds have {LowestSampleRate:N0} to {HighestSampleRate:N0} samples a second, not {sampleRate:N0}.");
        if (perKind is < 1 or > MostPerKind)
            return new Error.Invalid("sounds-count", $"There are 1 to {MostPerKind} sounds of each kind, not {perKind}.");
        return Result<IEnumerable<TestSound>>.Ok(Draw(sampleRate, seed, perKind));
    }

    private static IEnumerable<TestSound> Draw(int sampleRate, long seed, int perKind)
    {
        for (var kind = 0; kind < TestSoundKinds.All.Count; kind++)
        {
            var (id, title, domain, lowest, paint) = TestSoundKinds.All[kind];
            if (sampleRate < lowest) continue;
            for (var number = 1; number <= perKind; number++)
            {
                var canvas = new SoundCanvas();
                // A sequence for each sound: asking for more of them, or for fewer kinds, changes none.
                paint(canvas, new SeededRandom(unchecked((seed * 1_000_003) + (kind * 1_009) + number)));
                yield return new TestSound($"{id}-{number}", $"{title}, no. {number}", domain, id, new AudioClip(sampleRate, Resample.To(canvas.Finish(), SoundCanvas.SampleRate, sampleRate)));
            }
        }
    }
}
