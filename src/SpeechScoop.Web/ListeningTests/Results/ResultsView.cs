using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Results;

/// <summary>Results as pages and scripts see them. All intervals are 95 %.</summary>
/// <param name="Conditions">With their colours, in the order of the definition.</param>
/// <param name="Results">Of what screening keeps.</param>
/// <param name="Unscreened">Of everything; null where the profile excludes nothing.</param>
/// <param name="Exports">The files that it can be saved as.</param>
internal sealed record ResultsView(
    ResultTestView Test, IReadOnlyList<ResultConditionView> Conditions, ScreeningView Screening, TestResults Results, TestResults? Unscreened, IReadOnlyList<string> Exports,
    string Application);

/// <summary>The test that was run.</summary>
internal sealed record ResultTestView(
    string Id, string Lineage, int Version, string Title, ListeningTestStatus Status, string? Hash, long Seed, IReadOnlyList<TrialDesign> Designs,
    DateTimeOffset? PublishedAt, DateTimeOffset? ClosedAt);

/// <summary>A condition as pages draw it.</summary>
/// <param name="Colour">Place in the palette; −1 for the reference and anchors.</param>
internal sealed record ResultConditionView(string Id, string Title, StimulusRole Role, string? SystemId, int Colour);

/// <summary>What screening did, and what else it could do.</summary>
/// <param name="Kept">Answers that count, practice and checks included.</param>
internal sealed record ScreeningView(
    string Profile, int Version, string Usual, IReadOnlyList<string> Profiles, IReadOnlyList<ScreeningFinding> Exclusions, IReadOnlyList<ScreeningFinding> Flags,
    int Kept, int Ratings, string Rules);

/// <summary>What a pilot says about spread.</summary>
/// <param name="Screening">The profile that was applied.</param>
/// <param name="Pairs">Empty where no pair was judged by two listeners.</param>
internal sealed record SpreadView(string Screening, IReadOnlyList<PilotSpread> Pairs);

/// <summary>One sitting, for the owner.</summary>
/// <param name="Excluded">Reasons of the screening profile.</param>
internal sealed record SessionView(
    string Id, string Listener, SessionOutcome Outcome, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, int Ratings, bool? HeadphonesPassed, double? DigitsSrtDb, bool? DigitsPassed,
    IReadOnlyDictionary<string, string> Answers, IReadOnlyDictionary<string, string> Parameters, IReadOnlyList<string> Excluded);
