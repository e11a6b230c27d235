using System.Text.Json;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>A listening test as its owner sees it.</summary>
/// <param name="Definition">The <c>ListeningTestDefinition</c> as JSON.</param>
/// <param name="Problems">Of a draft; empty once published.</param>
/// <param name="Report">What preparation found; null until prepared.</param>
internal sealed record TestView(
    string Id, string Lineage, int Version, string Title, ListeningTestStatus Status, string? Hash, JsonElement Definition, IReadOnlyList<DefinitionProblem> Problems,
    PreparationRecord? Report, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, DateTimeOffset? PublishedAt, DateTimeOffset? ClosedAt, SessionCounts Sessions);

/// <summary>A listening test in a list.</summary>
/// <param name="Designs">What its trials ask.</param>
/// <param name="Trials">Training apart.</param>
internal sealed record TestSummary(
    string Id, string Lineage, int Version, string Title, ListeningTestStatus Status, IReadOnlyList<TrialDesign> Designs, int Conditions, int Trials,
    DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, DateTimeOffset? PublishedAt, DateTimeOffset? ClosedAt, SessionCounts Sessions);
