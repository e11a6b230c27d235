namespace SpeechScoop.ListeningTests.Results;

/// <summary>Ends and step of a scale; step 0 where it has none.</summary>
internal readonly record struct ScaleRange(double Minimum, double Maximum, double Step)
{
    /// <summary>What a trial's own definition of the scale says, else what the standard says, else what was given.</summary>
    public static ScaleRange Of(ListeningTestDefinition definition, TrialDesign design, string scale, IReadOnlyList<ScoreRow> rows)
    {
        var own = definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials).Where(trial => trial.Design == design)
            .SelectMany(trial => trial.Scales).FirstOrDefault(known => known.Id == scale && known.Maximum > known.Minimum);
        if (own is not null) return new(own.Minimum, own.Maximum, own.Continuous ? 0 : own.Step);
        return scale switch
        {
            "acr" or "dcr" or "sig" or "bak" or "ovrl" => new(1, 5, 1),
            "mushra" => new(0, 100, 0),
            "bs1116" => new(1, 5, 0),
            BasicAudioQuality.DifferenceScale => new(-4, 4, 0),
            "ccr" => new(-3, 3, 1),
            _ => new(rows.Min(row => row.Value), Math.Max(rows.Max(row => row.Value), rows.Min(row => row.Value) + 1), 0),
        };
    }
}
