using SpeechScoop.Recognition;

namespace SpeechScoop.Web.Recognizers.Streaming;

/// <summary>How soon and how steadily the ranked systems of a board answered while they listened.</summary>
/// <param name="Normaliser">Words of results are compared after it.</param>
/// <param name="Items">Common recordings of which every system with logs has one: all systems are measured on the same ones.</param>
/// <param name="LeftOut">Common recordings of which some system with logs has none.</param>
internal sealed record StreamingBoardView(string Normaliser, int Items, int LeftOut, IReadOnlyList<StreamingSystemView> Systems);

/// <summary>A ranked system; one line for each way in which it was fed.</summary>
/// <param name="Streaming">Null where there are no logs.</param>
/// <param name="WhyNot">Why there are none.</param>
internal sealed record StreamingSystemView(string Id, string Title, int Colour, StreamingSummary? Streaming, string? WhyNot);

/// <summary>A page of recordings with the logs of all systems.</summary>
internal sealed record StreamingPage(int Total, int Offset, IReadOnlyList<StreamingSystemName> Systems, IReadOnlyList<StreamingItemView> Items);

internal sealed record StreamingSystemName(string Id, string Title, int Colour);

/// <param name="Logs">In the order of the page's systems; null for a system without one.</param>
internal sealed record StreamingItemView(string Id, string Dataset, string Key, bool HasAudio, double? Seconds, string ReferenceText, IReadOnlyList<StreamingLogView?> Logs);

/// <param name="OutputId">Where its log can be had.</param>
internal sealed record StreamingLogView(string OutputId, double AudioSeconds, double? ChunkSeconds, StreamingScoreView Score, IReadOnlyList<StreamingEvent> Events);

/// <summary>Scores of a board's logs.</summary>
/// <param name="Systems">Places of ranked systems that have logs.</param>
/// <param name="Items">Places among the common items of which each of these systems has a log.</param>
/// <param name="Scores">By system (as in <paramref name="Systems"/>), then by item (as in <paramref name="Items"/>). The events themselves are left out.</param>
internal sealed record StreamingBoard(IReadOnlyList<int> Systems, IReadOnlyList<int> Items, IReadOnlyList<IReadOnlyList<StreamingLogScore>> Scores);
