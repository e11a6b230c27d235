using System.Globalization;
using System.Text.Json;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>Checks what completes a page.</summary>
internal static class AnswerCheck
{
    private const int LongestText = 4_000;

    /// <summary>The first thing that is wrong; null where all is right.</summary>
    public static Error.Invalid? Find(TestSection section, Trial? trial, IReadOnlyDictionary<string, JsonElement> answers) => section switch
    {
        ConsentSection => Only(answers, "agrees") ?? (answers.TryGetValue("agrees", out var agrees) && agrees.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? null
            : new("agrees-missing", "agrees is missing: true or false.")),
        QuestionnaireSection questionnaire => Only(answers, [.. questionnaire.Fields.Select(field => field.Name)])
            ?? questionnaire.Fields.Select(field => Field(field, answers)).FirstOrDefault(problem => problem is not null),
        VolumeSection => Only(answers, "volume") ?? (!answers.TryGetValue("volume", out var volume) || (volume.ValueKind is JsonValueKind.Number && volume.GetDouble() is >= 0 and <= 1)
            ? null
            : new("volume", "volume must be a number from 0 to 1.")),
        HeadphoneSection headphones => Only(answers, "choices") ?? (Choices(answers) is { } choices && choices.Count == headphones.Questions && choices.All(choice => choice is >= 1 and <= 3)
            ? null
            : new("choices", $"choices must be {headphones.Questions} numbers from 1 to 3, one for each question.")),
        DigitsSection digits => Only(answers, "triplet", "digits")
            ?? (answers.TryGetValue("triplet", out var triplet) && triplet.ValueKind is JsonValueKind.Number && triplet.TryGetInt32(out var number) && number >= 1 && number <= digits.Triplets
                && answers.TryGetValue("digits", out var typed) && typed.ValueKind is JsonValueKind.String && typed.GetString() is { Length: DigitsInNoise.Length } text && text.All(char.IsAsciiDigit)
                ? null
                : new("digits", $"triplet must be a number from 1 to {digits.Triplets}, and digits {DigitsInNoise.Length} digits such as \"258\".")),
        TrialSection => Only(answers, trial is { Options.Comment: true } ? ["comment"] : []) ?? (!answers.TryGetValue("comment", out var comment) || IsText(comment)
            ? null
            : new("comment", $"comment must be text of at most {LongestText} characters.")),
        _ => Only(answers),
    };

    /// <summary>Which tone was said to be the quietest, question by question; null for what is no list of whole numbers.</summary>
    public static IReadOnlyList<int>? Choices(IReadOnlyDictionary<string, JsonElement> answers) =>
        answers.TryGetValue("choices", out var choices) && choices.ValueKind is JsonValueKind.Array
        && choices.EnumerateArray().All(choice => choice.ValueKind is JsonValueKind.Number && choice.TryGetInt32(out _))
            ? [.. choices.EnumerateArray().Select(choice => choice.GetInt32())]
            : null;

    private static Error.Invalid? Only(IReadOnlyDictionary<string, JsonElement> answers, params string[] names) =>
        answers.Keys.FirstOrDefault(name => !names.Contains(name)) is { } unknown
            ? new("answer-unknown", $"This page does not ask for \"{(unknown.Length > 40 ? unknown[..40] : unknown)}\". Load it again.")
            : null;

    private static Error.Invalid? Field(QuestionnaireField field, IReadOnlyDictionary<string, JsonElement> answers)
    {
        if (!answers.TryGetValue(field.Name, out var answer) || answer.ValueKind is JsonValueKind.Null || answer.ToString().Trim().Length == 0)
            return field.Optional ? null : new("answer-missing", $"\"{field.Label}\" needs an answer.");
        if (field.Type is FieldType.Number)
        {
            var isNumber = double.TryParse(answer.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
            return isNumber && !(number < field.Minimum) && !(number > field.Maximum)
                ? null
                : new("answer-number", $"\"{field.Label}\" needs a number{Range(field)}.");
        }
        if (!IsText(answer)) return new("answer-text", $"\"{field.Label}\" needs text of at most {LongestText} characters.");
        return field.Type is FieldType.Choice && !field.Choices.Contains(answer.GetString()!)
            ? new("answer-choice", $"\"{field.Label}\" needs one of its choices.")
            : null;
    }

    private static string Range(QuestionnaireField field) => (field.Minimum, field.Maximum) switch
    {
        ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $" from {least} to {most}"),
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $" of at least {least}"),
        (null, { } most) => string.Create(CultureInfo.InvariantCulture, $" of at most {most}"),
        _ => "",
    };

    private static bool IsText(JsonElement answer) => answer.ValueKind is JsonValueKind.String && answer.GetString()!.Length <= LongestText;
}
