using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>Analysed ratings with what the formats of other tools need beside them.</summary>
internal sealed class ExportRows(StoredResults stored)
{
    private readonly Dictionary<string, TestSession> sessions = stored.Rows.Sessions.ToDictionary(session => session.Id);

    private readonly Dictionary<string, Trial> trials = stored.Definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials)
        .DistinctBy(trial => trial.Id).ToDictionary(trial => trial.Id);

    /// <summary>Names of the questions about the listener, in the order of the test.</summary>
    public IReadOnlyList<string> Questions { get; } =
        [.. stored.Definition.Sections.OfType<QuestionnaireSection>().SelectMany(section => section.Fields).Select(field => field.Name).Distinct()];

    /// <summary>What counts, of some designs.</summary>
    public IEnumerable<TestRating> Of(params TrialDesign[] designs) =>
        stored.Rows.Ratings.Where(rating => designs.Contains(rating.Design) && stored.ReasonFor(rating) is LeftOutReason.None);

    /// <summary>A listener's answers to <see cref="Questions"/>.</summary>
    public IEnumerable<object?> Answers(TestRating rating) => Questions.Select(name => (object?)sessions[rating.Session].Answers.GetValueOrDefault(name));

    /// <summary>Time on the page in whole milliseconds.</summary>
    public static object? Milliseconds(TestRating rating) => rating.ElapsedSeconds is { } seconds ? (long)Math.Round(seconds * 1000) : null;

    /// <summary>A name for a stimulus' file: that of the given file, else item and condition.</summary>
    public string File(TestRating rating, string condition) =>
        trials[rating.Trial].Stimuli.FirstOrDefault(stimulus => stimulus.Condition == condition)?.Provenance?.File is { Length: > 0 } file ? file : $"{rating.Item}/{condition}.wav";
}
