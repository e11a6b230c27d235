using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Synthesis;
using SpeechScoop.ListeningTests;
using SpeechScoop.Systems;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>Lets an included voice speak the digits of the digits-in-noise screen and stores them with their noise.</summary>
internal sealed class DigitsMaking(ISystemCatalog catalog, ClipLibrary library)
{
    /// <summary>Name of the noise among the clips.</summary>
    public const string Noise = "noise";

    /// <summary>Voices that may speak, the best first.</summary>
    private static readonly string[] Voices = ["scoop-voice-parallel", "scoop-voice-next-token"];

    /// <summary>Makes the clips; the same as long as the voice is the same.</summary>
    /// <returns><see cref="Error.Unavailable"/> where no voice that may speak them is ready.</returns>
    public async Task<Result<DigitsRecord>> MakeAsync(CancellationToken cancellation)
    {
        var voice = Voices.SelectMany(id => catalog.Systems.Where(system => system.Id == id && system is { Kind: SystemKind.Synthesizer, Status: PackStatus.Ready })).FirstOrDefault();
        if (voice is null)
            return new Error.Unavailable("digits-no-voice", $"No installed voice can speak the digits. Install the pack {string.Join(" or ", Voices)}, or take the digits in noise out.");
        if (!(await catalog.GetSynthesizerAsync(voice.Id, cancellation)).TryGet(out var synthesizer, out var error)) return error;
        var spoken = new Dictionary<char, AudioClip>();
        foreach (var (digit, word) in DigitsInNoise.Words)
        {
            if (!(await synthesizer.SynthesizeAsync(new SynthesisRequest($"{word}.", Temperature: 0), cancellation: cancellation)).TryGet(out var speech, out error)) return error;
            if (speech.Clip.Length == 0) return new Error.Unavailable("speech-empty", $"The voice {voice.Id} gave no audio for \"{word}\".");
            spoken[digit] = speech.Clip;
        }
        var material = await Task.Run(() => DigitMaterial.Make(spoken, seed: 1), cancellation);
        var clips = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, clip) in material.Digits.Select(digit => ($"{digit.Key}", digit.Value)).Append((Noise, material.Noise)))
        {
            if (!(await library.AddAsync(clip, $"digit {name}", WavFormat.Pcm16)).TryGet(out var stored, out error)) return error;
            clips[name] = stored.Sha256;
        }
        return new DigitsRecord($"{voice.Id} {voice.PackVersion}", clips);
    }
}
