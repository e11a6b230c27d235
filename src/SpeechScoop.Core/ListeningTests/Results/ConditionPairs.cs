namespace SpeechScoop.ListeningTests.Results;

/// <summary>Two conditions in the order in which results speak of them: as the definition lists them, a reference last.</summary>
internal sealed class ConditionPairs(ListeningTestDefinition definition)
{
    private readonly Dictionary<string, int> order = definition.Conditions.Select((condition, index) => (condition.Id, index))
        .ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);

    /// <summary>The pair of a rating's conditions, and whether the rated one is its first.</summary>
    public (string A, string B, bool RatedIsA) Of(TestRating rating)
    {
        var other = rating.OtherCondition ?? "";
        var ratedFirst = (rating.Role is StimulusRole.Reference, rating.OtherRole is StimulusRole.Reference) switch
        {
            (true, false) => false,
            (false, true) => true,
            _ => Place(rating.Condition) <= Place(other),
        };
        return ratedFirst ? (rating.Condition, other, true) : (other, rating.Condition, false);
    }

    /// <summary>A condition's title; its id where the definition does not know it.</summary>
    public string Title(string condition) => definition.Conditions.FirstOrDefault(known => known.Id == condition)?.Title ?? condition;

    public int Place(string condition) => order.GetValueOrDefault(condition, int.MaxValue);
}
