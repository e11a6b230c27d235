namespace SpeechScoop.ListeningTests;

/// <summary>The scales of the standards.</summary>
public static partial class StandardScales
{
    /// <summary>Ids of the scales that a trial asks, in the usual order.</summary>
    public static IReadOnlyList<string> Ids(Trial trial) => trial.Design switch
    {
        TrialDesign.Acr => ["acr"],
        TrialDesign.Dcr => ["dcr"],
        TrialDesign.Ccr => ["ccr"],
        TrialDesign.Mushra => ["mushra"],
        TrialDesign.Ab or TrialDesign.Arena => ["preference"],
        TrialDesign.Abx => ["abx"],
        TrialDesign.Bs1116 => ["bs1116"],
        TrialDesign.P835 => ["sig", "bak", "ovrl"],
        TrialDesign.Transcription => ["transcription"],
        _ => [.. trial.Scales.Select(scale => scale.Id)],
    };
}
