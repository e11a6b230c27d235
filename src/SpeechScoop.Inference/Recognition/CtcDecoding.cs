using SpeechScoop.Inference.Recognition.Decoding;

namespace SpeechScoop.Inference.Recognition;

/// <summary>How a system turns scores into words: checks a stream's word lists and opens its decoders.</summary>
internal abstract class CtcDecoding
{
    /// <summary>What opens a decoder for each segment of a stream with these options.</summary>
    public abstract Result<Func<ICtcDecoder>> Prepare(RecognitionOptions? options);
}

/// <summary>Most probable characters; no word lists.</summary>
internal sealed class CharacterDecoding(string systemId, SymbolTable table) : CtcDecoding
{
    public override Result<Func<ICtcDecoder>> Prepare(RecognitionOptions? options) => options is { Words: not null } or { HotWords: not null }
        ? new Error.Invalid("word-lists-unsupported", $"'{systemId}' spells without a lexicon and takes no word lists; choose a system that does, or leave them out.")
        : (Func<ICtcDecoder>)(() => new CharacterDecoder(table));
}

/// <summary>Words of a lexicon, or of a closed list.</summary>
/// <param name="open">All words of the lexicon.</param>
/// <param name="own">The words of this system: all, or its closed list.</param>
/// <param name="settings">Beam and weights.</param>
internal sealed class WordDecoding(WordSearchGraph open, WordSearchGraph own, WordSearchSettings settings) : CtcDecoding
{
    public override Result<Func<ICtcDecoder>> Prepare(RecognitionOptions? options)
    {
        var chosen = settings;
        if (options?.HotWords is { Count: > 0 } hot) chosen = settings with { HotWords = hot };
        var graph = options?.Words is { } words ? open.Restrict(words) : own;
        if (!graph.TryGet(out var search, out var error)) return error;
        // Made once here so that a word the lexicon lacks is told now, not when the second segment begins.
        if (!WordSearchDecoder.Create(search, chosen).TryGet(out var first, out error)) return error;
        var unused = first;
        return (Func<ICtcDecoder>)(() => Interlocked.Exchange(ref unused, null!) ?? WordSearchDecoder.Create(search, chosen).Value);
    }
}
