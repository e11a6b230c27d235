using SpeechScoop.Comparisons;
using SpeechScoop.ListeningTests;
using SpeechScoop.Recognition;

namespace SpeechScoop.Tests.Comparisons;

/// <summary>Builds the rows of a comparison; each row is a minute later than the one before.</summary>
internal sealed class Rows
{
    private DateTimeOffset now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public List<ComparedOutput> Outputs { get; } = [];

    public List<ComparedRating> Ratings { get; } = [];

    public List<ComparedMeasurement> Measurements { get; } = [];

    public static Condition System(string id, string settings = "{}", string? version = "1.0.0") =>
        new(StimulusRole.System, id, version, ConditionSettings.Read(settings));

    public string Output(Condition condition, string trial = "t1", string? item = null, string? source = null, double? audio = null, double? processing = null,
        double? delay = null, double? bitRate = null, bool done = true)
    {
        var id = $"o{Outputs.Count}";
        Outputs.Add(new()
        {
            Id = id, TrialId = trial, Item = item ?? trial, Condition = condition, Source = source, CreatedAt = Next(), IsDone = done,
            AudioSeconds = audio, ProcessingSeconds = processing, DelaySeconds = delay, BitRate = bitRate,
        });
        return id;
    }

    public void Rate(string output, int value, string scale = "acr", string? other = null, string listener = "ann", string? session = null, bool blind = true) =>
        Ratings.Add(new()
        {
            Id = $"r{Ratings.Count}", TrialId = Outputs.Single(row => row.Id == output).TrialId, OutputId = output, OtherOutputId = other, Scale = scale,
            Value = value, Blind = blind, Listener = listener, Session = session ?? $"session of {listener}", CreatedAt = Next(),
        });

    public void Measure(string output, int correct, int substitutions, int deletions = 0, int insertions = 0, string metric = "wer", string version = "1", string recipe = "basic@1") =>
        Measurements.Add(new()
        {
            OutputId = output, Metric = metric, Recipe = new(version, recipe), Counts = new(correct, substitutions, deletions, insertions), CreatedAt = Next(),
        });

    public ComparisonSummary Summarise(ComparisonFilter? filter = null) => ComparisonSummary.Of(Outputs, Ratings, Measurements, filter ?? new());

    private DateTimeOffset Next() => now = now.AddMinutes(1);
}
