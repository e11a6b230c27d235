namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>How a word search weighs and prunes. All scores are natural logarithms.</summary>
public sealed record WordSearchSettings
{
    /// <summary>Hypotheses kept after each frame, 1 or more.</summary>
    public int Beam { get; init; } = 200;

    /// <summary>Hypotheses further than this below the best are dropped whatever the beam.</summary>
    public float ScoreMargin { get; init; } = 15;

    /// <summary>Factor on the language model's log-probabilities, 0 or more; the acoustic ones count once.</summary>
    public float LanguageModelWeight { get; init; } = 0.8f;

    /// <summary>Added for each word: higher gives more and shorter words.</summary>
    public float WordBonus { get; init; } = 1;

    /// <summary>Words made more likely; an entry may be a phrase, whose words each count.</summary>
    public IReadOnlyList<string> HotWords { get; init; } = [];

    /// <summary>Added for each hot word.</summary>
    public float HotWordBonus { get; init; } = 4;

    /// <summary>Symbols less probable than this in a frame are not followed.</summary>
    public float SymbolFloor { get; init; } = -9;
}
