namespace SpeechScoop.SynthesisLab.Failures;

/// <summary>Where a finding begins. Reports name the version; a changed threshold is another version.</summary>
public sealed record FailureRules
{
    /// <summary>The rules that ship.</summary>
    public static FailureRules Default { get; } = new();

    /// <summary>Name of this set of thresholds.</summary>
    public string Version { get; init; } = "failures-1";

    /// <summary>Less speech than this is silence, in seconds.</summary>
    public double LeastSpeechSeconds { get; init; } = 0.1;

    /// <summary>A pause, or silence before or after speech, of this length is a failure, in seconds.</summary>
    public double LongestPauseSeconds { get; init; } = 2;

    /// <summary>Words missing at the end, net of others heard there instead.</summary>
    public int MissingWordsAtEnd { get; init; } = 2;

    /// <summary>The same where the clip stops suddenly as well.</summary>
    public int MissingWordsAtCutOff { get; init; } = 1;

    /// <summary>Words missing before the end, in one place, net of others heard there instead.</summary>
    public int SkippedWords { get; init; } = 2;

    /// <summary>Words too many in one place, net of words missing there.</summary>
    public int ExtraWords { get; init; } = 3;

    /// <summary>A word said this often in a row, where the text has it less often, is a repetition; longer passages are from two times on.</summary>
    public int SameWordInARow { get; init; } = 3;

    /// <summary>Share of the words heard that must be of the text; below it the take is babble.</summary>
    public double LeastShareOfText { get; init; } = 0.4;

    /// <summary>Share of extra words that are of the text, from which they count as a repetition and not as babble.</summary>
    public double RepeatedShare { get; init; } = 0.6;

    /// <summary>Share of the text's words from which missing or extra words are severe.</summary>
    public double SevereShare { get; init; } = 0.25;

    /// <summary>More letters a second of speech than a voice can say: something is missing.</summary>
    public double MostLettersPerSecond { get; init; } = 30;

    /// <summary>Fewer letters a second of speech than the slowest reading: something else fills the time.</summary>
    public double FewestLettersPerSecond { get; init; } = 4.5;

    /// <summary>The same for scripts without spaces between words, whose characters stand for syllables.</summary>
    public double MostCharactersPerSecond { get; init; } = 12;

    /// <summary>The same for scripts without spaces between words.</summary>
    public double FewestCharactersPerSecond { get; init; } = 1.5;

    /// <summary>Letters that a digit counts for in these two rates: it is spoken as a word.</summary>
    public int LettersPerDigit { get; init; } = 4;

    /// <summary>Speech shorter than this is not judged by its rate, in seconds.</summary>
    public double ShortestForRate { get; init; } = 1;

    /// <summary>Sound that occurs twice, from this length on, in seconds; not applied to texts that repeat words themselves.</summary>
    public double RepeatedSoundSeconds { get; init; } = 0.5;
}
