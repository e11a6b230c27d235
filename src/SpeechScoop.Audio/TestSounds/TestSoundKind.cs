using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.TestSounds;

/// <summary>A kind of sound that the set has.</summary>
/// <param name="Id">Stable name in kebab case.</param>
/// <param name="Title">For people.</param>
/// <param name="Domain">What it imitates.</param>
/// <param name="LowestSampleRate">In hertz: below it, what makes the sound lies outside the band, and it is left out.</param>
/// <param name="Paint">Draws one sound.</param>
internal sealed record TestSoundKind(string Id, string Title, SoundDomain Domain, int LowestSampleRate, Action<SoundCanvas, SeededRandom> Paint);
