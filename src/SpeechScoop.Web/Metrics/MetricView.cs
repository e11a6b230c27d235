using System.Text.Json.Serialization;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Metrics;

namespace SpeechScoop.Web.Metrics;

/// <summary>A metric as pages and scripts see it.</summary>
/// <param name="Identity">What a clip against itself gives; infinity is the string <c>Infinity</c>. Null where that is not defined.</param>
internal sealed record MetricView(
    string Id, string Title, MetricGroup Group, string Version, string Unit, IReadOnlyList<MetricNeeds> Needs, MetricDirection Direction,
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] double? Identity,
    MetricValidityView Validity, string Source, string BlindTo)
{
    public static MetricView Of(MetricInfo info) => new(
        info.Id, info.Title, info.Group, info.Version, info.Unit,
        [.. Enum.GetValues<MetricNeeds>().Where(need => need != MetricNeeds.None && info.Needs.HasFlag(need))],
        info.Direction, info.Identity,
        new MetricValidityView(info.LowestSampleRate, info.HighestSampleRate, info.BandHz, info.ShortestSeconds, info.AlignsItself, info.Domains),
        info.Source, info.BlindTo);
}

/// <summary>Where a metric may be used.</summary>
/// <param name="LowestSampleRate">In hertz.</param>
/// <param name="HighestSampleRate">In hertz.</param>
/// <param name="BandHz">Highest frequency that it looks at; null for the whole band.</param>
/// <param name="ShortestSeconds">Length from which a clip can be judged.</param>
/// <param name="AlignsItself">Whether clip and reference may differ in length and timing.</param>
/// <param name="Domains">Sounds that it was made for; empty for all.</param>
internal sealed record MetricValidityView(
    int LowestSampleRate, int HighestSampleRate, double? BandHz, double ShortestSeconds, bool AlignsItself, IReadOnlyList<SoundDomain> Domains);

/// <summary>A value as pages and scripts see it: a value, or why there is none.</summary>
/// <param name="Value">An infinite value, which no JSON number can be, is the string <c>Infinity</c> or <c>-Infinity</c>.</param>
/// <param name="NotValid">The reason and the cure.</param>
internal sealed record MetricValueView(
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Value,
    string Unit, string Version, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NotValid)
{
    public static MetricValueView Of(MetricOutcome outcome) => new(outcome.Value.Value, outcome.Info.Unit, outcome.Info.Version, outcome.Value.NotValid);
}
