namespace SpeechScoop.Inference.Packs.Manifests;

/// <summary>The audio that a pack takes or makes.</summary>
public sealed record AudioSection
{
    /// <summary>Hertz.</summary>
    public required int SampleRate { get; init; }
}

/// <summary>The acoustic front end.</summary>
public sealed record FeatureSection
{
    /// <summary>Name of a log-mel preset.</summary>
    public required string Preset { get; init; }
}

/// <summary>How CTC frames are read.</summary>
public sealed record DecodingSection
{
    /// <summary>Time from one output frame to the next.</summary>
    public required double FrameSeconds { get; init; }

    /// <summary>Where the blank stands among the symbols: <c>first</c> or <c>last</c>.</summary>
    public string Blank { get; init; } = "last";

    /// <summary>Output role of the phone head.</summary>
    public string HeadPhones { get; init; } = "phones";

    /// <summary>Output role of the character head.</summary>
    public string HeadCharacters { get; init; } = "characters";
}

/// <summary>Streaming by recomputation: each chunk is run again with what surrounds it.</summary>
public sealed record StreamingSection
{
    /// <summary>Audio from one run to the next.</summary>
    public required double ChunkSeconds { get; init; }

    /// <summary>Earlier audio given with a chunk; at least what the model looks back at.</summary>
    public required double LeftSeconds { get; init; }

    /// <summary>Later audio given with a chunk: the look-ahead.</summary>
    public required double RightSeconds { get; init; }
}

/// <summary>When a segment of speech ends. Rules outside the model, on trailing frames in which blank is most probable.</summary>
public sealed record EndpointingSection
{
    /// <summary>Silence that ends a segment in which words were recognized.</summary>
    public double SilenceSeconds { get; init; } = 1.2;

    /// <summary>Silence after which a segment without any word starts anew.</summary>
    public double SilenceWithoutSpeechSeconds { get; init; } = 2.4;

    /// <summary>Longest segment; it ends at the next short pause, or 5 s later at the latest.</summary>
    public double MaxSeconds { get; init; } = 20;
}

/// <summary>From text to what a synthesizer's graph takes.</summary>
public sealed record TextSection
{
    /// <summary><c>lexicon+g2p</c>.</summary>
    public required string Frontend { get; init; }

    /// <summary>Silence between sentences.</summary>
    public double PauseSeconds { get; init; } = 0.25;
}

/// <summary>Next-token prediction over codec tokens.</summary>
public sealed record SamplingSection
{
    /// <summary>Codebooks predicted in each frame.</summary>
    public required int Codebooks { get; init; }

    /// <summary>Entries of each codebook.</summary>
    public required int CodebookSize { get; init; }

    /// <summary>Index that means "start" to the step and "no codebook" to the decoder; by default the codebook size.</summary>
    public int? EmptyCode { get; init; }

    /// <summary>Codebooks that the decoder takes.</summary>
    public int DecoderCodebooks { get; init; } = 8;

    /// <summary>Sampling temperature unless settings or a request say otherwise; 0 takes the most probable token.</summary>
    public double Temperature { get; init; } = 0.7;
}

/// <summary>A residual-vector-quantization codec.</summary>
public sealed record CodecSection
{
    /// <summary>Samples of one token frame.</summary>
    public required int FrameSamples { get; init; }

    public required int Codebooks { get; init; }

    public required int CodebookSize { get; init; }

    /// <summary>Index that means "no codebook" to the decoder; by default the codebook size.</summary>
    public int? EmptyCode { get; init; }

    /// <summary>The encoder takes multiples of so many samples; by default one frame.</summary>
    public int? PadMultiple { get; init; }

    /// <summary>Frames of context on both sides of a block when long audio is cut into blocks; at least what encoder and decoder look at.</summary>
    public int ContextFrames { get; init; } = 50;
}

/// <summary>How clips become vectors.</summary>
public sealed record EmbeddingSection
{
    /// <summary><c>speaker</c> (who speaks) or <c>sound</c> (what is heard).</summary>
    public required string Kind { get; init; }

    /// <summary>Length of a window that becomes a vector; null for the whole clip.</summary>
    public double? WindowSeconds { get; init; }

    /// <summary>From window to window; by default the window's length.</summary>
    public double? HopSeconds { get; init; }

    /// <summary>Shorter clips are refused.</summary>
    public double ShortestSeconds { get; init; } = 0.5;

    /// <summary>Where the graph takes features: whether each band's mean over the window is taken off.</summary>
    public bool MeanNormalise { get; init; }

    /// <summary>Where the graph takes features: <c>frames-first</c> [1, frames, bands] or <c>bands-first</c> [1, bands, frames].</summary>
    public string Layout { get; init; } = "frames-first";
}

/// <summary>A local program that does the work.</summary>
public sealed record CommandSection
{
    /// <summary>Name on the search path; never a path.</summary>
    public required string Program { get; init; }

    /// <summary>Arguments, one each, never seen by a shell; <c>{name}</c> is replaced.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary><c>text</c> (synthesizers) or <c>wav</c> (recognizers).</summary>
    public required string Input { get; init; }

    /// <summary><c>wav-file</c>, <c>wav-stdout</c>, <c>text-stdout</c> or <c>pocketsphinx-stdout</c> (text with word times).</summary>
    public required string Output { get; init; }

    /// <summary>Time after which the program and its children are ended.</summary>
    public double TimeoutSeconds { get; init; } = 30;

    /// <summary>Recognizers: added to the limit for each second of audio.</summary>
    public double TimeoutPerAudioSecond { get; init; } = 5;

    /// <summary>Most bytes that the program may give back.</summary>
    public long MaxOutputBytes { get; init; } = 256L << 20;

    /// <summary>Which characters a text may have: <c>all</c>, or <c>latin</c> for programs that know English letters only (accents are taken off, other scripts refused).</summary>
    public string Characters { get; init; } = "all";

    /// <summary>How to get the program, as shown where it is missing.</summary>
    public string? Install { get; init; }

    /// <summary>Files that the program needs, such as a voice's data; where one is missing the pack is unavailable.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];
}

/// <summary>How the runtime is set up.</summary>
public sealed record RuntimeSection
{
    /// <summary>Threads inside one run.</summary>
    public int IntraThreads { get; init; } = 1;
}

/// <summary>What is tried when the pack is loaded, and what has to come out.</summary>
public sealed record SelfTestSection
{
    /// <summary>System that is tried; by default the first.</summary>
    public string? System { get; init; }

    /// <summary>Path of a WAV file inside the pack (recognizers, tokenizers).</summary>
    public string? Audio { get; init; }

    /// <summary>Recognizers: the transcript of the audio. Synthesizers: the text to speak.</summary>
    public string? Text { get; init; }

    /// <summary>Recognizers: highest word error rate that passes, as a fraction.</summary>
    public double? MaxWordErrorRate { get; init; }

    /// <summary>Tokenizers: codebooks used; by default all.</summary>
    public int? Codebooks { get; init; }

    /// <summary>Synthesizers: shortest speech that passes.</summary>
    public double? MinSeconds { get; init; }

    /// <summary>Synthesizers: longest speech that passes.</summary>
    public double? MaxSeconds { get; init; }

    /// <summary>Tokenizers: largest mean distance of the log-mel spectra (natural logarithm) that passes.</summary>
    public double? MaxLogMelDistance { get; init; }
}
