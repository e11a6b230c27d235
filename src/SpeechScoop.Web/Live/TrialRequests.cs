using SpeechScoop.Storage.Live;

namespace SpeechScoop.Web.Live;

/// <summary>Starts a recognition trial; its audio comes over the live hub.</summary>
/// <param name="Systems">1..8 recognizers.</param>
/// <param name="Source">Where the client takes the audio from.</param>
/// <param name="KeepAudio">Whether the audio is stored as the trial's clip.</param>
/// <param name="Clip">The clip that the client plays, if it was uploaded.</param>
internal sealed record StartRecognition(
    IReadOnlyList<RecognizerChoice>? Systems, bool Blind = true, LiveSource Source = LiveSource.Microphone, bool KeepAudio = false, string? Clip = null);

/// <summary>A recognizer with its word lists.</summary>
/// <param name="Words">A closed list, at most 5,000 words; null for the system's own vocabulary.</param>
/// <param name="HotWords">Words made more likely, at most 5,000; null for none.</param>
internal sealed record RecognizerChoice(string System, IReadOnlyList<string>? Words = null, IReadOnlyList<string>? HotWords = null);

/// <summary>Starts a synthesis trial.</summary>
/// <param name="Text">1..20,000 characters.</param>
/// <param name="Systems">1..8 takes.</param>
internal sealed record StartSynthesis(string? Text, IReadOnlyList<SynthesizerChoice>? Systems, bool Blind = true);

/// <summary>One take of a synthesizer.</summary>
/// <param name="Rate">0.5..2; null for 1.</param>
/// <param name="Temperature">0..2; null for the system's own.</param>
internal sealed record SynthesizerChoice(string System, long Seed = 0, double? Rate = null, double? Temperature = null);

/// <summary>Starts a reconstruction trial.</summary>
/// <param name="Clip">SHA-256 of an uploaded clip.</param>
/// <param name="Conditions">1..9 tokenizer settings.</param>
/// <param name="Anchors">Whether a hidden reference and the 3.5 and 7 kHz anchors are among the stimuli.</param>
internal sealed record StartReconstruction(string? Clip, IReadOnlyList<TokenizerChoice>? Conditions, bool Blind = true, bool Anchors = true);

/// <summary>A tokenizer and how many of its codebooks to use.</summary>
internal sealed record TokenizerChoice(string System, int Codebooks);

/// <summary>What was really said in a recognition trial, at most 20,000 characters.</summary>
internal sealed record GiveReference(string? Text);

/// <summary>Whether a stimulus is to be found among its system's outputs.</summary>
internal sealed record KeepStimulus(bool Kept);
