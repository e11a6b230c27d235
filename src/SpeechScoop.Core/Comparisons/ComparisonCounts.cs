namespace SpeechScoop.Comparisons;

/// <summary>What a comparison rests on, and what it leaves out.</summary>
/// <param name="Ratings">Ratings that count.</param>
/// <param name="Listeners">Different listeners among them.</param>
/// <param name="Sessions">Different sessions among them.</param>
/// <param name="Outputs">Finished outputs whose times count.</param>
/// <param name="Measurements">Measurements that count.</param>
/// <param name="SupersededRatings">Left out: the same question was answered again later.</param>
/// <param name="OpenRatings">Left out: given while the systems' names were visible.</param>
/// <param name="SameConditionRatings">Left out: a preference between two takes of one condition.</param>
/// <param name="OtherRecipeMeasurements">Left out: computed by another recipe.</param>
public sealed record ComparisonCounts(
    int Ratings, int Listeners, int Sessions, int Outputs, int Measurements,
    int SupersededRatings, int OpenRatings, int SameConditionRatings, int OtherRecipeMeasurements);
