namespace SpeechScoop.Audio.Files;

/// <summary>
/// What a decoder accepts from an untrusted file. Each limit is checked against the header before anything is allocated
/// and again while decoding, because headers lie.
/// </summary>
public sealed record DecodeLimits
{
    /// <summary>The limits used where the caller gives none.</summary>
    public static DecodeLimits Default { get; } = new();

    /// <summary>The usual limits for who measures: broken samples are refused, not mended.</summary>
    public static DecodeLimits ForMeasuring { get; } = new() { MendNonFinite = false };

    /// <summary>Largest file, in bytes. Default 2 GiB.</summary>
    public long MaxBytes { get; init; } = 2L << 30;

    /// <summary>Longest recording. Default 3 hours.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromHours(3);

    /// <summary>Most channels. Default 64.</summary>
    public int MaxChannels { get; init; } = 64;

    /// <summary>Highest sample rate, in hertz. Default 384,000.</summary>
    public int MaxSampleRate { get; init; } = 384_000;

    /// <summary>Lowest sample rate, in hertz. Default 1,000.</summary>
    public int MinSampleRate { get; init; } = 1_000;

    /// <summary>Most memory for the decoded samples (4 bytes each, all channels), in bytes. Default 1 GiB: 93 minutes of 48 kHz mono.</summary>
    public long MaxDecodedBytes { get; init; } = 1L << 30;

    /// <summary>Longest time that an external decoder (ffmpeg) may take. Default 5 minutes.</summary>
    public TimeSpan MaxDecodingTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether samples that are no numbers are set to 0 with a warning, as who listens wants it; or else refused, as who measures does.</summary>
    public bool MendNonFinite { get; init; } = true;

    /// <summary>Largest sample, where 1 is full scale, that files made of blocks may have. Default: any.</summary>
    public float MaxPeak { get; init; } = float.PositiveInfinity;

    /// <summary>The error for samples that are too large to be meant; null where they are not.</summary>
    internal Error? CheckPeak(string name, float peak) => peak <= MaxPeak ? null
        : new Error.Invalid("audio-not-scaled", Invariant($"{name} has samples up to {peak:0.#}, where 1 is full scale: it may hold whole numbers as floats. Divide them by 32768 (or export as 16-bit PCM), then try again."));

    /// <summary>The error for a header outside the limits; null where it is inside.</summary>
    /// <param name="name">The file's name, for the message.</param>
    /// <param name="sampleRate">From the header, in hertz.</param>
    /// <param name="channels">From the header.</param>
    /// <param name="frames">From the header; null where it does not say.</param>
    internal Error? Check(string name, int sampleRate, int channels, long? frames)
    {
        if (channels < 1 || channels > MaxChannels)
            return new Error.Invalid("audio-channels", Invariant($"{name} has {channels} channels; 1 to {MaxChannels} can be read. Mix it down and try again."));
        if (sampleRate < MinSampleRate || sampleRate > MaxSampleRate)
            return new Error.Invalid("audio-sample-rate", Invariant($"{name} has a sample rate of {sampleRate} Hz; {MinSampleRate} to {MaxSampleRate} Hz can be read. Resample it and try again."));
        return frames is { } known ? CheckLength(name, sampleRate, channels, known) : null;
    }

    /// <summary>The error for samples that were no numbers; null where that is allowed.</summary>
    internal Error? CheckNonFinite(string name, long count) => count == 0 || MendNonFinite ? null
        : new Error.Invalid("audio-not-finite", Invariant($"{name} holds {count} samples that are no numbers (NaN or infinite): what made it failed. Make it again."));

    /// <summary>The error for a recording that is too long; null where it is not.</summary>
    internal Error? CheckLength(string name, int sampleRate, int channels, long frames)
    {
        if (frames / (double)sampleRate > MaxDuration.TotalSeconds)
            return new Error.Invalid("audio-too-long", Invariant($"{name} is longer than {MaxDuration.TotalMinutes:0.#} minutes, the limit. Cut it into shorter files."));
        if (frames > MaxDecodedBytes / sizeof(float) / channels)
            return new Error.Invalid("audio-too-large", Invariant($"{name} needs more than {MaxDecodedBytes / 1048576.0:0.#} MiB when decoded, the limit. Cut it, or convert it to 16 kHz mono."));
        return null;
    }

    /// <summary>The error for a file of too many bytes; null where it is not.</summary>
    internal Error? CheckBytes(string name, long bytes) => bytes <= MaxBytes
        ? null
        : new Error.Invalid("audio-file-too-large", Invariant($"{name} is larger than {MaxBytes / 1048576.0:0.#} MiB, the limit. Cut it, or compress it (FLAC, Opus)."));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
