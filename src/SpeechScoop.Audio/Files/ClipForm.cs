namespace SpeechScoop.Audio.Files;

/// <summary>What a decoded clip shall be: by default the file's own rate and channels, else one channel at a rate.</summary>
/// <param name="MonoRate">Rate of a mono clip in hertz; null for the file's own form.</param>
internal readonly record struct ClipForm(int? MonoRate);
