using Microsoft.ML.OnnxRuntime;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Tokenization;

/// <summary>
/// A codec with residual vector quantization. Audio of any length goes through in blocks that are run with context on both
/// sides, so that memory is bounded and no seam is heard.
/// </summary>
internal sealed class RvqTokenizer : ITokenizer
{
    private const double BlockSeconds = 20;

    private readonly RoleBoundModel encoder, decoder;
    private readonly CodecSection codec;
    private readonly IComputeGate gate;
    private readonly int emptyCode, padFrames, blockFrames;

    public RvqTokenizer(string systemId, RoleBoundModel encoder, RoleBoundModel decoder, int sampleRate, CodecSection codec, int codebooks, IComputeGate gate)
    {
        (SystemId, this.encoder, this.decoder, SampleRate, this.codec, Codebooks, this.gate) = (systemId, encoder, decoder, sampleRate, codec, codebooks, gate);
        emptyCode = codec.EmptyCode ?? codec.CodebookSize;
        padFrames = (codec.PadMultiple ?? codec.FrameSamples) / codec.FrameSamples;
        blockFrames = RoundUp((int)(BlockSeconds * FrameRate), padFrames);
    }

    public string SystemId { get; }

    public int SampleRate { get; }

    public double FrameRate => (double)SampleRate / codec.FrameSamples;

    public int Codebooks { get; }

    public int CodebookSize => codec.CodebookSize;

    public async Task<Result<AudioTokens>> EncodeAsync(AudioClip clip, CancellationToken cancellation = default)
    {
        if (clip.Length == 0) return new Error.Invalid("audio-empty", "The audio has no samples: there is nothing to tokenize.");
        var mono = await gate.RunAsync(() => Resample.ToMono(clip, SampleRate), cancellation).ConfigureAwait(false);
        var frames = (mono.Length + codec.FrameSamples - 1) / codec.FrameSamples;
        var codes = Enumerable.Range(0, Codebooks).Select(_ => new int[frames]).ToArray();
        for (var start = 0; start < frames; start += blockFrames)
        {
            var block = CodecBlock.At(start, Math.Min(blockFrames, frames - start), codec.ContextFrames, frames, padFrames);
            var failed = await gate.RunAsync(() => Encode(mono, block, codes), cancellation).ConfigureAwait(false);
            if (failed is not null) return failed;
        }
        return new AudioTokens(SystemId, CodebookSize, FrameRate, mono.Length, codes);
    }

    public async Task<Result<AudioClip>> DecodeAsync(AudioTokens tokens, int codebooks, CancellationToken cancellation = default)
    {
        if (Check(tokens, codebooks) is { } refused) return refused;
        var frames = tokens.Codes[0].Length;
        var samples = new float[tokens.SampleCount];
        for (var start = 0; start < frames; start += blockFrames)
        {
            var block = CodecBlock.At(start, Math.Min(blockFrames, frames - start), codec.ContextFrames, frames, padFrames: 1);
            var failed = await gate.RunAsync(() => Decode(tokens, codebooks, block, samples), cancellation).ConfigureAwait(false);
            if (failed is not null) return failed;
        }
        return new AudioClip(SampleRate, samples);
    }

    private Error? Encode(AudioClip mono, CodecBlock block, int[][] codes)
    {
        // Beyond the end of the audio comes silence, up to whole frames.
        var wave = new float[block.RunFrames * codec.FrameSamples];
        var from = block.RunStart * codec.FrameSamples;
        mono.Channel(0).Slice(from, Math.Min(wave.Length, mono.Length - from)).CopyTo(wave);
        using var input = OrtValue.CreateTensorValueFromMemory(wave, [1, 1, wave.Length]);
        var run = encoder.Run([("wave", input)], "codes");
        if (run.Error is { } failed) return failed;
        using var outputs = run.Value;
        if (outputs.Shape(0) is not [1, var books, var frames] || books < Codebooks || frames != block.RunFrames)
            return new Error.Unavailable("model-failed", $"The encoder of '{SystemId}' gives codes of shape [{string.Join(',', outputs.Shape(0))}] for {block.RunFrames} frames; expected are [1,{codec.Codebooks},{block.RunFrames}].");
        var found = outputs.Longs(0);
        for (var book = 0; book < Codebooks; book++)
            for (var frame = 0; frame < block.Frames; frame++)
                codes[book][block.Start + frame] = (int)found[(book * block.RunFrames) + block.Skip + frame];
        return null;
    }

    private Error? Decode(AudioTokens tokens, int codebooks, CodecBlock block, float[] samples)
    {
        var codes = new long[codec.Codebooks * block.RunFrames];
        for (var book = 0; book < codec.Codebooks; book++)
            for (var frame = 0; frame < block.RunFrames; frame++)
                codes[(book * block.RunFrames) + frame] = book < codebooks ? tokens.Codes[book][block.RunStart + frame] : emptyCode;
        using var input = OrtValue.CreateTensorValueFromMemory(codes, [1, codec.Codebooks, block.RunFrames]);
        var run = decoder.Run([("codes", input)], "wave");
        if (run.Error is { } failed) return failed;
        using var outputs = run.Value;
        var wave = outputs.Floats(0);
        var (skip, target) = (block.Skip * codec.FrameSamples, block.Start * codec.FrameSamples);
        // The graph may give a little less than whole frames at the very end: silence stands there.
        var count = Math.Min(Math.Min(block.Frames * codec.FrameSamples, samples.Length - target), wave.Length - skip);
        if (count > 0) wave.Slice(skip, count).CopyTo(samples.AsSpan(target));
        return null;
    }

    private Error.Invalid? Check(AudioTokens tokens, int codebooks)
    {
        if (codebooks < 1 || codebooks > Codebooks)
            return new Error.Invalid("codebooks-out-of-range", $"'{SystemId}' has 1 to {Codebooks} codebooks, not {codebooks}.");
        if (tokens.Codes.Count < codebooks)
            return new Error.Invalid("tokens-too-few", $"The tokens have {tokens.Codes.Count} codebooks; {codebooks} were asked for.");
        if (tokens.CodebookSize != CodebookSize || Math.Abs(tokens.FrameRate - FrameRate) > 1e-6)
            return new Error.Invalid("tokens-of-another-system", FormattableString.Invariant(
                $"The tokens are of '{tokens.SystemId}' (codebooks of {tokens.CodebookSize}, {tokens.FrameRate} frames/s); '{SystemId}' has codebooks of {CodebookSize} and {FrameRate} frames/s."));
        var frames = tokens.Codes[0].Length;
        if (tokens.Codes.Any(book => book.Length != frames) || tokens.SampleCount < 1 || (tokens.SampleCount + codec.FrameSamples - 1) / codec.FrameSamples != frames)
            return new Error.Invalid("tokens-damaged", $"The tokens have {string.Join(", ", tokens.Codes.Select(book => book.Length).Distinct())} frames a codebook for {tokens.SampleCount} samples: they do not fit together.");
        foreach (var book in tokens.Codes.Take(codebooks))
        {
            var outside = Array.FindIndex(book, code => code < 0 || code >= CodebookSize);
            if (outside >= 0) return new Error.Invalid("tokens-damaged", $"The token {book[outside]} in frame {outside} is outside 0..{CodebookSize - 1}.");
        }
        return null;
    }

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;
}
