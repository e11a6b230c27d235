using Microsoft.ML.OnnxRuntime.Tensors;
using SpeechScoop.Inference.Packs.Graphs;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Packs;

/// <summary>Which family's graph a header looks like, and how its tensors would be bound.</summary>
internal sealed record GraphGuess(
    string Family, string FileRole, IReadOnlyDictionary<string, string> Inputs, IReadOnlyDictionary<string, string> Outputs, string Advice,
    int Bands = 0, int Codebooks = 0)
{
    private const TensorElementType F32 = TensorElementType.Float, I64 = TensorElementType.Int64;

    public static GraphGuess? Of(GraphHeader header)
    {
        var (ins, outs) = (header.Inputs, header.Outputs);
        return Silero(ins, outs) ?? Dnsmos(ins, outs) ?? Embedder(ins, outs) ?? Step(ins, outs) ?? Phones(ins, outs) ?? Codec(ins, outs) ?? Letters(ins, outs) ?? Ctc(ins, outs);
    }

    private static GraphGuess? Silero(IReadOnlyList<TensorPort> ins, IReadOnlyList<TensorPort> outs)
    {
        var state = ins.FirstOrDefault(port => port is { ElementType: F32, Rank: 3 } && port.Dimensions[0] == 2 && port.Dimensions[2] == 128);
        var wave = ins.FirstOrDefault(port => port is { ElementType: F32, Rank: 2 });
        if (state is null || wave is null || outs.Count != 2) return null;
        var rate = ins.FirstOrDefault(port => port is { ElementType: I64, Rank: 0 });
        var inputs = new Dictionary<string, string> { ["input"] = wave.Name, ["state"] = state.Name };
        if (rate is not null) inputs["sr"] = rate.Name;
        return new("silero-vad", "model", inputs, Map("output", outs[0], "stateOut", outs[1]), "Looks like Silero voice activity detection, version 5 or 6.");
    }

    private static GraphGuess? Dnsmos(IReadOnlyList<TensorPort> ins, IReadOnlyList<TensorPort> outs) => (ins, outs) switch
    {
        ([{ ElementType: F32, Rank: 2 } wave], [{ Rank: 2 } scores]) when wave.Dimensions[1] == 144_160 && scores.Dimensions[1] == 3
            => new("dnsmos-p835", "model", Map("wave", wave), Map("scores", scores), "Looks like DNSMOS P.835."),
        ([{ ElementType: F32, Rank: 3 } features], [{ Rank: 2 } score]) when features.Dimensions[1] == 900 && features.Dimensions[2] == 120
            => new("dnsmos-p808", "model", Map("features", features), Map("score", score), "Looks like DNSMOS P.808."),
        _ => null,
    };

    private static GraphGuess? Embedder(IReadOnlyList<TensorPort> ins, IReadOnlyList<TensorPort> outs)
    {
        // One vector for one clip: a network that gives frames has three dimensions.
        if (ins is not [{ ElementType: F32, Rank: 2 or 3 } heard] || outs is not [{ ElementType: F32, Rank: 2 } vector] || vector.Dimensions[1] is > 0 and < 16) return null;
        return new("embedder", "model", Map(heard.Rank == 2 ? "wave" : "features", heard), Map("embedding", vector),
            "Looks like an embedder; check 'embedding.kind', 'audio.sampleRate' and, where it takes features, the preset and 'embedding.meanNormalise'.", Bands: heard.Rank == 3 ? Math.Max(heard.Dimensions[1], heard.Dimensions[2]) : 0);
    }

    private static GraphGuess? Step(IReadOnlyList<TensorPort> ins, IReadOnlyList<TensorPort> outs)
    {
        var previous = ins.FirstOrDefault(port => port is { ElementType: I64, Rank: 2 });
        var noise = ins.FirstOrDefault(port => port is { ElementType: F32, Rank: 2 });
        var condition = ins.FirstOrDefault(port => port is { ElementType: F32, Rank: 3 } && port.Dimensions[2] == 1);
        var cache = ins.FirstOrDefault(port => port is { ElementType: F32, Rank: 3 } && port != condition);
        if (previous is null || noise is null || condition is null || cache is null || outs.Count != 2) return null;
        var codes = outs.FirstOrDefault(port => port.ElementType == I64);
        return codes is null ? null : new("next-token-tts", "step",
            new Dictionary<string, string> { ["condition"] = condition.Name, ["previous"] = previous.Name, ["cache"] = cache.Name, ["noise"] = noise.Name },
            Map("codes", codes, "cacheOut", outs.First(port => port != codes)),
            "Looks like the step of a next-token synthesizer; the pack also needs 'condition', 'decoder', 'g2p' and the text files.");
    }

    private static GraphGuess? Phones(IReadOnlyList<TensorPort> ins, IReadOnlyList<TensorPort> outs)
    {
        if (ins.Count is not (2 or 3) || ins.Count(port => port is { ElementType: I64, Rank: 2 }) != 2 || outs is not [{ ElementType: F32, Rank: 3 } given]) return null;
        var pair = ins.Where(port => port.ElementType == I64).ToList();
        var inputs = new Dictionary<string, string> { ["phones"] = pair[0].Name, ["positions"] = pair[1].Name };
        if (ins.FirstOrDefault(port => port is { ElementType: F32, Rank: 1 }) is { } rate) inputs["rate"] = rate.Name;
        return given.Dimensions[1] == 1
            ? new("duration-tts", "model", inputs, Map("wave", given), "Looks like a synthesizer from phones to a waveform; the pack also needs 'g2p' and the text files.")
            : new("next-token-tts", "condition", inputs, Map("condition", given), "Looks like the condition of a next-token synthesizer; the pack also needs 'step', 'decoder', 'g2p' and the text files.");
    }

    private static GraphGuess? Codec(IReadOnlyList<TensorPort> ins, IReadOnlyList<TensorPort> outs) => (ins, outs) switch
    {
        ([{ ElementType: F32, Rank: 3 } wave], [{ ElementType: I64, Rank: 3 } codes]) => new(
            "rvq-codec", "encoder", Map("wave", wave), Map("codes", codes), "Looks like the encoder of a codec; the pack also needs 'decoder'. Check 'codec': frame length, codebooks and their size.", Codebooks: codes.Dimensions[1]),
        ([{ ElementType: I64, Rank: 3 } codes], [{ ElementType: F32, Rank: 3 } wave]) => new(
            "rvq-codec", "decoder", Map("codes", codes), Map("wave", wave), "Looks like the decoder of a codec; the pack also needs 'encoder'. Check 'codec': frame length, codebooks and their size.", Codebooks: codes.Dimensions[1]),
        _ => null,
    };

    private static GraphGuess? Letters(IReadOnlyList<TensorPort> ins, IReadOnlyList<TensorPort> outs)
        => (ins, outs) is ([{ ElementType: I64, Rank: 2 } letters], [{ ElementType: F32, Rank: 3 } phones])
            ? new("duration-tts", "g2p", Map("letters", letters), Map("phones", phones), "Looks like letters to phones, a part of a synthesizer; the pack also needs 'model' and the text files.") : null;

    private static GraphGuess? Ctc(IReadOnlyList<TensorPort> ins, IReadOnlyList<TensorPort> outs)
    {
        if (ins is not [{ ElementType: F32, Rank: 3 } features] || outs.Count is not (1 or 2) || outs.Any(port => port is not { ElementType: F32, Rank: 3 })) return null;
        var bands = features.Dimensions[1];
        var outputs = outs.Count == 2
            ? Map("phones", outs[0], "characters", outs[1])
            : Map(outs[0].Dimensions[2] is >= 35 and < 100 ? "phones" : "characters", outs[0]);
        return new("ctc", "model", Map("features", features), outputs,
            "Looks like a CTC recognizer; check the feature preset, 'decoding.frameSeconds' and 'streaming', and add the symbol files.", Bands: bands);
    }

    private static Dictionary<string, string> Map(string role, TensorPort port) => new() { [role] = port.Name };

    private static Dictionary<string, string> Map(string role, TensorPort port, string other, TensorPort otherPort) => new() { [role] = port.Name, [other] = otherPort.Name };
}
