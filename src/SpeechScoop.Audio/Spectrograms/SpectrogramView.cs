namespace SpeechScoop.Audio.Spectrograms;

/// <summary>The part of a sound that a spectrogram shows, and how finely.</summary>
public sealed record SpectrogramView
{
    /// <summary>Most columns and rows of an image.</summary>
    public const int MostPixels = 4096;

    /// <summary>First moment, in seconds.</summary>
    public double From { get; init; }

    /// <summary>Last moment, in seconds; later than <see cref="From"/>. May lie beyond the clip's end, where there is silence.</summary>
    public required double To { get; init; }

    /// <summary>Lowest frequency, in hertz.</summary>
    public double Low { get; init; }

    /// <summary>Highest frequency, in hertz; higher than <see cref="Low"/>. May lie beyond half of the clip's rate, where there is nothing.</summary>
    public required double High { get; init; }

    /// <summary>Columns, 1..4096.</summary>
    public required int Width { get; init; }

    /// <summary>Rows, 1..4096.</summary>
    public required int Height { get; init; }

    /// <summary>Length of the analysis window (periodic Hann), 0.001..0.2 s: long ones tell frequencies apart, short ones moments.</summary>
    public double WindowSeconds { get; init; } = 0.02;

    /// <summary>What is wrong with the view; null where nothing is.</summary>
    public Error? Problem() =>
        !(From >= 0 && To > From && To <= 86_400) ? Wrong(FormattableString.Invariant($"from {From} to {To} s is no stretch of time: from is at least 0, to is later"))
        : !(Low >= 0 && High > Low && High <= 384_000) ? Wrong(FormattableString.Invariant($"low {Low} to high {High} Hz is no band: low is at least 0, high is higher"))
        : Width is < 1 or > MostPixels || Height is < 1 or > MostPixels ? Wrong($"{Width} × {Height} pixels are asked for: each goes from 1 to {MostPixels}")
        : !(WindowSeconds is >= 0.001 and <= 0.2) ? Wrong(FormattableString.Invariant($"the window of {WindowSeconds} s is out of range: 0.001 to 0.2 s"))
        : null;

    private static Error.Invalid Wrong(string what) => new("spectrogram-view", $"The spectrogram cannot be drawn: {what}.");
}
