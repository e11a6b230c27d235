namespace SpeechScoop.ListeningTests;

/// <summary>Rules of a trial's own scales, and of its known right answer.</summary>
internal static class ScaleRules
{
    private const int MostPoints = 101;

    public static void Find(Trial trial, string place, string language, ProblemList problems)
    {
        problems.Duplicates(trial.Scales.Select((scale, i) => ($"{place}.scales[{i}].id", scale.Id)), "scale");
        if (trial.Design == TrialDesign.Likert && trial.Scales.Count == 0)
            problems.Error($"{place}.scales", "scale-missing", $"The trial '{trial.Id}' asks with own scales, but has none.", "Add a scale with its words.");
        for (var i = 0; i < trial.Scales.Count; i++)
        {
            if (trial.Design == TrialDesign.Likert) Own(trial.Scales[i], $"{place}.scales[{i}]", problems);
            else Replacement(trial, trial.Scales[i], $"{place}.scales[{i}]", language, problems);
        }
        Check(trial, place, language, problems);
    }

    private static void Own(ScaleDefinition scale, string place, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(scale.Id)) problems.Error($"{place}.id", "id-empty", "A scale has no id.", "Give it one, such as naturalness.");
        else if (StandardScales.Find(scale.Id, "en") is not null)
            problems.Warning($"{place}.id", "scale-id-standard", $"The scale '{scale.Id}' is named like a standard scale.", "Give it another id, so that results are not taken for the standard's.");
        if (!double.IsFinite(scale.Minimum) || !double.IsFinite(scale.Maximum) || !(scale.Minimum < scale.Maximum) || Math.Max(Math.Abs(scale.Minimum), Math.Abs(scale.Maximum)) > 1e6)
            problems.Error($"{place}.minimum", "range-empty", $"The scale '{scale.Id}' must go from a smaller to a larger number, within a million.", "Correct minimum and maximum.");
        else if (!double.IsFinite(scale.Step) || !(scale.Step > 0) || scale.Step > scale.Maximum - scale.Minimum || (scale.Maximum - scale.Minimum) / scale.Step > 1e6)
            problems.Error($"{place}.step", "step-invalid", $"The step of the scale '{scale.Id}' does not fit its range.", "Use a step above 0 and not longer than the range.");
        if (!scale.Continuous && scale.Points.Count is < 1 or > MostPoints)
            problems.Error($"{place}.points", "points-count", $"The scale '{scale.Id}' has {scale.Points.Count} points to choose from.", $"Use 2 to {MostPoints}, or make it a slider.");
        else if (!scale.Continuous && scale.Points.Count == 1)
            problems.Warning($"{place}.points", "points-single", $"The scale '{scale.Id}' has one answer only: listeners can confirm, not rate.", "Add an answer, unless that is what you want.");
        Points(scale, scale.Minimum, scale.Maximum, place, problems);
    }

    private static void Points(ScaleDefinition scale, double minimum, double maximum, string place, ProblemList problems)
    {
        if (scale.Points.Any(point => !(point.Value >= minimum && point.Value <= maximum)))
            problems.Error($"{place}.points", "point-outside", $"The scale '{scale.Id}' has a word beside its range.", "Move it inside, or widen the range.");
        if (scale.Points.DistinctBy(point => point.Value).Count() < scale.Points.Count)
            problems.Error($"{place}.points", "point-twice", $"The scale '{scale.Id}' has two words at one value.", "Give each a value of its own.");
        if (!scale.Continuous && scale.Points.All(point => string.IsNullOrWhiteSpace(point.Label)) && scale.Points.Count > 0)
            problems.Warning($"{place}.points", "words-missing", $"The scale '{scale.Id}' has no words; listeners see numbers.", "Write a word at least at both ends.");
    }

    private static void Replacement(Trial trial, ScaleDefinition own, string place, string language, ProblemList problems)
    {
        if (!StandardScales.Ids(trial).Contains(own.Id) || StandardScales.Find(own.Id, language, trial.Options.AllowTie) is not { } standard)
        {
            problems.Error($"{place}.id", "scale-unknown", $"The design of the trial '{trial.Id}' has no scale '{own.Id}'.", $"Replace the words of {string.Join(", ", StandardScales.Ids(trial))}, or use own scales.");
            return;
        }
        if (own.Points.Count == 0) return;
        if (!standard.Continuous && !own.Points.Select(point => point.Value).Order().SequenceEqual(standard.Points.Select(point => point.Value).Order()))
            problems.Error($"{place}.points", "point-values", $"The words for '{own.Id}' are not at the standard's values.", $"Give one word for each of {string.Join(", ", standard.Points.Select(point => point.Value))}.");
        else Points(own with { Continuous = standard.Continuous }, standard.Minimum, standard.Maximum, place, problems);
    }

    private static void Check(Trial trial, string place, string language, ProblemList problems)
    {
        if (trial.Check is not { } check) return;
        var scales = StandardScales.For(trial, language).Where(scale => check.Scale is null || scale.Id == check.Scale).ToList();
        if (check.Scale is not null && scales.Count == 0)
            problems.Error($"{place}.check.scale", "scale-unknown", $"The known answer of the trial '{trial.Id}' is about a scale '{check.Scale}' that it does not ask.", "Name one of its scales, or none for all.");
        if (!double.IsFinite(check.Expected) || scales.Exists(scale => !(check.Expected >= scale.Minimum && check.Expected <= scale.Maximum)))
            problems.Error($"{place}.check.expected", "expected-outside", $"The known answer of the trial '{trial.Id}' is not on its scale.", "Correct it.");
        if (!(check.Tolerance >= 0)) problems.Error($"{place}.check.tolerance", "tolerance-negative", $"The tolerance of the trial '{trial.Id}' is below 0.", "Use 0 or more.");
    }
}
