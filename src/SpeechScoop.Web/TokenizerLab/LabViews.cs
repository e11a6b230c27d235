using SpeechScoop.Metrics;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.TokenizerLab;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.TokenizerLab;

/// <summary>A tokenizer or baseline to choose.</summary>
internal sealed record LabSystemView(
    string Id, string Title, string Description, int Colour, bool IsBaseline, bool Usable, IReadOnlyList<string> Problems, IReadOnlyList<LabOptionView> Options);

/// <summary>One choice of settings.</summary>
internal sealed record LabOptionView(IReadOnlyDictionary<string, int> Settings, string Phrase, double? BitRate);

/// <summary>What a run holds.</summary>
internal sealed record LabOverview(
    LabRunView Run, IReadOnlyList<LabConditionView> Conditions, IReadOnlyList<LabDomainView> Domains, IReadOnlyList<LabMetricView> Metrics,
    IReadOnlyList<LabClipView> Clips, IReadOnlyList<LabOutputView> Outputs, IReadOnlyList<CodebookUseView> CodebookUse, string? CodebookProblem);

/// <summary>A finished output.</summary>
internal sealed record LabOutputView(string Id, string ItemId, string Condition);

/// <summary>The run itself.</summary>
internal sealed record LabRunView(string Id, string Title, RunStatus Status, bool Imported, string DatasetId, string DatasetName, DateTimeOffset CreatedAt, RunProgress Progress)
{
    public static LabRunView Of(ListedRun listed) => new(
        listed.Run.Id, listed.Run.Title, listed.Run.Status, listed.Run.Imported, listed.Run.DatasetId, listed.DatasetName, listed.Run.CreatedAt, listed.Progress);
}

/// <summary>A condition with what became of it.</summary>
/// <param name="BitRate">Bits of all clips through their seconds; null where there is none.</param>
/// <param name="RealTimeFactor">Processing through audio time; null where it was not timed.</param>
/// <param name="Problem">The first failure's reason.</param>
internal sealed record LabConditionView(
    string Id, SystemReference System, string? Version, string Phrase, string Title, double? BitRate, double? RealTimeFactor, int Done, int Failed, string? Problem);

/// <summary>A domain and how many of the dataset's clips it has.</summary>
internal sealed record LabDomainView(string Name, int Clips);

/// <summary>A metric with how many outputs have a value, and for how many it is not valid.</summary>
internal sealed record LabMetricView(
    string Id, string Title, MetricGroup Group, string Unit, MetricDirection Direction, string Version, string Source, string BlindTo, double? Identity, int Measured, int Refused, IReadOnlyList<string> Reasons);

/// <summary>A clip of the dataset.</summary>
/// <param name="IsSection">Whether it is a part of a recording: listening tests are made of whole ones.</param>
internal sealed record LabClipView(string ItemId, string Key, string Domain, double Seconds, string? Recording, bool IsSection);

/// <summary>How a condition uses its codebooks in a domain.</summary>
internal sealed record CodebookUseView(
    string Condition, string? Domain, int Clips, int CodebookSize, long Frames, double NominalBitRate, double EntropyBitRate, double ReachableUtilisation, IReadOnlyList<CodebookView> Codebooks)
{
    public static CodebookUseView Of(CodebookUse use) => new(
        use.Condition, use.Domain, use.Clips, use.Statistics.CodebookSize, use.Statistics.Frames, use.Statistics.NominalBitRate, use.Statistics.EntropyBitRate, use.Statistics.ReachableUtilisation,
        [.. use.Statistics.Codebooks.Select(book => new CodebookView(book.Used, book.Utilisation, book.EntropyBits, book.Perplexity, book.Efficiency, book.RepeatRate))]);
}

/// <summary>One codebook, without its counts.</summary>
internal sealed record CodebookView(int Used, double Utilisation, double EntropyBits, double Perplexity, double Efficiency, double? RepeatRate);

/// <summary>A metric over bit rate, domain by domain, and where it is worst.</summary>
/// <param name="Worst">Worst first; at most <see cref="LabAnalysis.MostWorst"/>. Empty for a neutral metric.</param>
/// <param name="WorstOf">How many outputs were ordered.</param>
internal sealed record LabMetricAnalysis(LabMetricView Metric, IReadOnlyList<LabPanel> Panels, IReadOnlyList<LabWorst> Worst, int WorstOf);

/// <summary>One domain.</summary>
internal sealed record LabPanel(string? Domain, int Clips, bool SameClips, IReadOnlyList<LabPoint> Points);

/// <summary>One condition in one domain; see <see cref="RateDistortionPoint"/>.</summary>
internal sealed record LabPoint(
    string Condition, double? BitRate, double? LowestBitRate, double? HighestBitRate, double? Mean, double? Low, double? High, int N, int Exact, int Refused, IReadOnlyList<string> Reasons)
{
    public static LabPoint Of(RateDistortionPoint point) => new(
        point.Condition, point.BitRate, point.LowestBitRate, point.HighestBitRate, point.Estimate?.Mean, point.Estimate?.Interval?.Low, point.Estimate?.Interval?.High,
        point.N, point.Exact, point.Refused, point.Reasons);
}

/// <summary>A reconstruction in the list of the worst.</summary>
/// <param name="Value">Null where it is infinite.</param>
internal sealed record LabWorst(string OutputId, string ItemId, string Key, string Domain, string Condition, double? BitRate, double? Value);

/// <summary>A clip and everything that was made of it.</summary>
/// <param name="Original">Hash of the original as a clip of its own.</param>
internal sealed record LabItemView(string ItemId, string Key, string Domain, string? Text, string Original, int SampleRate, double Seconds, IReadOnlyList<LabItemOutput> Outputs);

/// <summary>What a condition made of a clip.</summary>
/// <param name="Values">By metric; null where the value is infinite.</param>
/// <param name="Refusals">Why metrics have no value.</param>
internal sealed record LabItemOutput(
    string OutputId, string Condition, string? Clip, double? BitRate, string? Error, StoredTokens? Tokens, IReadOnlyDictionary<string, double?> Values, IReadOnlyDictionary<string, string> Refusals);
