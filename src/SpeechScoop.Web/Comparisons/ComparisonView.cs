using SpeechScoop.ListeningTests;
using SpeechScoop.Systems;

namespace SpeechScoop.Web.Comparisons;

/// <summary>A comparison as pages and scripts see it. All intervals are 95 %; low and high are null where there is none.</summary>
/// <param name="Filters">What can be filtered by.</param>
/// <param name="Systems">A row for each condition: a version of a system with settings, the hidden reference, an anchor.</param>
/// <param name="Preferences">Direct choices between two rows.</param>
/// <param name="Recipe">How the numbers were computed.</param>
internal sealed record ComparisonView(
    SystemKind Kind, FilterChoices Filters, CountsView Counts, IReadOnlyList<ConditionView> Systems, IReadOnlyList<PreferenceView> Preferences, RecipeView Recipe);

/// <summary>Values to filter by, of everything stored.</summary>
internal sealed record FilterChoices(IReadOnlyList<string> Listeners, IReadOnlyList<string> Sources);

/// <summary>What the numbers rest on and what they leave out.</summary>
/// <param name="HiddenRatings">Left out: ratings of trials whose labels are not revealed yet.</param>
internal sealed record CountsView(
    int Ratings, int Listeners, int Sessions, int Outputs, int Measurements,
    int SupersededRatings, int OpenRatings, int SameConditionRatings, int OtherRecipeMeasurements, int HiddenRatings);

/// <summary>A row of the comparison.</summary>
/// <param name="Id">Names the row within this comparison; a bare system id where one version without settings was used.</param>
/// <param name="SystemId">Null for reference and anchors.</param>
/// <param name="Settings">What was set beyond the system's own settings, as name=value pairs.</param>
/// <param name="Colour">The system's colour on every page; −1 for reference and anchors.</param>
/// <param name="Bytes">Size of the system's files; null where its pack is gone or another version is installed.</param>
internal sealed record ConditionView(
    string Id, string Title, int Colour, StimulusRole Role, string? SystemId, string? Version, string Settings, long? Bytes,
    MeanOpinionView? Mos, MushraView? Mushra, ErrorRateView? Wer, ErrorRateView? Cer, TypicalView? RealTimeFactor, TypicalView? Delay, TypicalView? BitRate);

/// <summary>Mean opinion score with its t interval.</summary>
internal sealed record MeanOpinionView(double Mean, double? Low, double? High, int N, int Listeners);

/// <summary>MUSHRA box (low and high are the whiskers) and mean with its t interval.</summary>
internal sealed record MushraView(
    double Median, double Q1, double Q3, double Low, double High, double Mean, double? MeanLow, double? MeanHigh, int N, int Listeners, IReadOnlyList<double> Outliers);

/// <summary>Error rate with its bootstrap interval.</summary>
/// <param name="N">Recordings.</param>
/// <param name="Words">Reference tokens: words, or characters for the character error rate.</param>
internal sealed record ErrorRateView(double Value, double? Low, double? High, int N, int Words, int Substitutions, int Deletions, int Insertions);

/// <summary>Median with its rank interval.</summary>
internal sealed record TypicalView(double Median, double? Low, double? High, int N);

/// <summary>Choices between rows a and b.</summary>
/// <param name="N">All choices, ties included.</param>
/// <param name="Share">Share of a among decided choices, with its exact interval.</param>
/// <param name="PValue">Two-sided exact sign test.</param>
internal sealed record PreferenceView(string A, string B, int WinsA, int WinsB, int Ties, int N, double? Share, double? Low, double? High, double? PValue);

/// <summary>How the numbers were computed (docs/methods).</summary>
internal sealed record RecipeView(
    double Confidence, string MeanInterval, string MedianInterval, string PreferenceInterval, string PreferenceTest, string Quartiles,
    string? WordErrorRate, string? CharacterErrorRate, string ErrorRateInterval, int BootstrapResamples, long BootstrapSeed, bool BlindOnly, string Application);
