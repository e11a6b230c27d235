namespace SpeechScoop.Datasets;

/// <summary>What a dataset's items are.</summary>
public enum DatasetKind
{
    /// <summary>Audio, with or without what is said in it.</summary>
    Recordings,

    /// <summary>Texts to be spoken.</summary>
    Prompts,
}
