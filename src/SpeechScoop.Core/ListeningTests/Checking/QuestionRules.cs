using System.Text.RegularExpressions;

namespace SpeechScoop.ListeningTests;

/// <summary>Rules of questionnaires and of screens.</summary>
internal static partial class QuestionRules
{
    [GeneratedRegex("^[A-Za-z0-9_-]{1,60}$")]
    private static partial Regex FieldName { get; }

    public static void Find(QuestionnaireSection section, string place, ProblemList problems)
    {
        if (section.Fields.Count == 0) problems.Warning(place, "questionnaire-empty", "A questionnaire asks nothing.", "Add a question, or take it out.");
        for (var f = 0; f < section.Fields.Count; f++)
        {
            var (field, at) = (section.Fields[f], $"{place}.fields[{f}]");
            if (!FieldName.IsMatch(field.Name))
                problems.Error($"{at}.name", "field-name-invalid", $"'{field.Name}' cannot be a column's name.", "Use 1 to 60 letters (a to z), digits, _ and -.");
            if (string.IsNullOrWhiteSpace(field.Label)) problems.Error($"{at}.label", "title-empty", $"The field '{field.Name}' has no question.", "Write one.");
            if (field.Type == FieldType.Choice && (field.Choices.Count < 2 || field.Choices.Distinct().Count() < field.Choices.Count || field.Choices.Any(string.IsNullOrWhiteSpace)))
                problems.Error($"{at}.choices", "choices-invalid", $"The field '{field.Name}' needs two or more different choices.", "Add choices, or make them differ.");
            if (field.Minimum is { } minimum && field.Maximum is { } maximum && !(minimum <= maximum))
                problems.Error($"{at}.minimum", "range-empty", $"No number lies between the field '{field.Name}'s minimum and maximum.", "Exchange them.");
        }
    }

    public static void Find(HeadphoneSection section, string place, ProblemList problems)
    {
        if (section.Questions is < 1 or > 20) problems.Error($"{place}.questions", "number-out-of-range", $"The headphone screen asks {section.Questions} times.", "Ask 1 to 20 times; 6 is usual.");
        if (section.PassMark < 0 || section.PassMark > section.Questions)
            problems.Error($"{place}.passMark", "pass-mark-unreachable", $"{section.PassMark} of {section.Questions} right answers are demanded.", $"Use 0 to {section.Questions}; 5 of 6 is usual.");
        if (section.Attempts < 1) problems.Error($"{place}.attempts", "number-too-small", "The headphone screen may never be tried.", "Allow 1 attempt or more.");
    }

    public static void Find(DigitsSection section, string place, ProblemList problems)
    {
        if (section.Triplets is < 8 or > 60) problems.Error($"{place}.triplets", "number-out-of-range", $"The digits in noise ask {section.Triplets} triplets.", "Ask 8 to 60; 24 is usual.");
        if (!(section.PassSrtDb is >= -20 and <= 10))
            problems.Error($"{place}.passSrtDb", "pass-mark-unreachable", "The threshold that passes must be from -20 to 10 dB SNR.", "Use -3, or what a pilot of your own listeners gives.");
        if (section.Triplets is >= 8 and < 16)
            problems.Warning($"{place}.triplets", "triplets-few", $"A threshold from {section.Triplets} triplets is rough.", "Ask 24 if listeners' time allows.");
    }
}
