namespace SpeechScoop.Inference.Packs.Manifests;

/// <summary>Settings of a system of the family <c>ctc</c>; null means the decoder's own default.</summary>
public sealed record CtcSettings
{
    /// <summary><c>lexicon</c> (prefix beam over phones) or <c>characters</c> (greedy).</summary>
    public string? Decoder { get; init; }

    /// <summary>File role of the graph, such as <c>model.int8</c>.</summary>
    public string Model { get; init; } = "model";

    /// <summary>Hypotheses kept a frame.</summary>
    public int? Beam { get; init; }

    /// <summary>Weight of the language model's natural-log probability.</summary>
    public double? LanguageModelWeight { get; init; }

    /// <summary>Added to a hypothesis for each word.</summary>
    public double? WordBonus { get; init; }

    /// <summary>A closed word list: nothing else is recognized.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>Words made more likely.</summary>
    public IReadOnlyList<string>? HotWords { get; init; }

    /// <summary>Added to a hypothesis for each hot word.</summary>
    public double? HotWordBonus { get; init; }
}

/// <summary>Settings of a synthesizer system.</summary>
public sealed record SynthesizerSettings
{
    /// <summary>Sampling temperature (next-token-tts), 0..2.</summary>
    public double? Temperature { get; init; }

    /// <summary>Silence between sentences.</summary>
    public double? PauseSeconds { get; init; }

    /// <summary>Speaking rate at which a request's rate of 1 speaks.</summary>
    public double Rate { get; init; } = 1;
}

/// <summary>Settings of a tokenizer system.</summary>
public sealed record TokenizerSettings
{
    /// <summary>Codebooks offered; by default all.</summary>
    public int? Codebooks { get; init; }
}
