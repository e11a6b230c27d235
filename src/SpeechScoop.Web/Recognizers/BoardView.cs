using SpeechScoop.Recognition;
using SpeechScoop.Statistics;

namespace SpeechScoop.Web.Recognizers;

/// <summary>A board as the page shows it.</summary>
/// <param name="Systems">Ranked ones first, the lowest error rate first.</param>
/// <param name="Verdict">Null where nothing is compared.</param>
/// <param name="Overall">All common items as one row of the map.</param>
/// <param name="Map">A row for each slice; its cells are in the order of the ranked systems. Slices without reference words are left out.</param>
/// <param name="Corrected">Whether references are corrected by adjudication.</param>
/// <param name="CorrectedReferences">Common items whose reference is another than delivered.</param>
/// <param name="LeftOut">Items that some ranked system did not finish.</param>
internal sealed record BoardView(
    IReadOnlyList<BoardDataset> Datasets, IReadOnlyList<string> Slices, string Slice, string Normaliser, string Alignment, string Recipe, string Application,
    bool Corrected, int CorrectedReferences, int Items, int Common, int LeftOut, int Words, double? Seconds, BoardVerdict? Verdict, IReadOnlyList<SystemRow> Systems, CrownRow? Overall, IReadOnlyList<CrownRow> Map, BoardRanking? Ranking,
    IReadOnlyList<PairRow> Pairs, string? PairsNote, IReadOnlyList<Waterfall> Waterfalls);

internal sealed record BoardDataset(string Id, string Name);

/// <param name="WhyNotRanked">Null for a ranked system.</param>
/// <param name="DeliveredErrorRate">On the references as delivered, where <paramref name="WordErrorRate"/> stands on corrected ones; else null.</param>
internal sealed record SystemRow(
    string Id, string Title, int Colour, string? WhyNotRanked, ErrorCounts Words, double? WordErrorRate, Interval? Interval, double? DeliveredErrorRate, double? CharacterErrorRate, double? MatchErrorRate,
    double? InformationLost, double? SentenceErrorRate, double? MeanOfUtterances, int SilentReferences, int SilentInsertions, int Done, int Failed, int Missing, int Empty,
    double? AudioSeconds, double? ProcessingSeconds, double? TimesRealTime, Percentiles? Latency, Percentiles? FirstResult);

internal sealed record Percentiles(double P50, double P95, int N);

/// <summary>Who is king by which average and weighting; indices are places among the ranked systems.</summary>
internal sealed record BoardRanking(
    IReadOnlyList<string> Slices, IReadOnlyList<int> Words, IReadOnlyList<IReadOnlyList<double>> Rates, RankedAverages Averages, CrownShare Crowns, NemenyiTest Nemenyi);

/// <summary>Two ranked systems, by their places.</summary>
internal sealed record PairRow(
    int First, int Second, double Difference, Interval? Interval, double? P, double? PHolm, int Clusters, double? MatchedPairsZ, double? MatchedPairsP, int Segments, double McNemarP,
    double? WilcoxonP, double SignP, double? MoreSeconds, double? TimesAsMuch);

/// <summary>A ranked system's errors after each kind of rule of the board's profile.</summary>
internal sealed record Waterfall(int System, IReadOnlyList<WaterfallStage> Stages);
