using System.IO.Compression;
using System.Text;
using Microsoft.ML.OnnxRuntime;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>Reads a voice pack's text files and binds its letters-to-phones graph.</summary>
public static class EnglishFrontEndLoader
{
    /// <summary>Loads a front end, or says which file is wrong and how.</summary>
    /// <param name="symbolsPath">One phone symbol a line, index order.</param>
    /// <param name="lexiconPath">Lines <c>word TAB phones</c>; gzip if the name ends in <c>.gz</c>.</param>
    /// <param name="letterModel">Letters-to-phones graph: <c>letters</c> i64[1,L] → <c>phones</c> f32[1,F,classes].</param>
    /// <param name="lettersPath">One letter a line, the edge mark first.</param>
    /// <param name="letterPhonesPath">The graph's phones, one a line, with <c>&lt;blank&gt;</c>.</param>
    public static Result<EnglishFrontEnd> Load(string symbolsPath, string lexiconPath, RoleBoundModel letterModel, string lettersPath, string letterPhonesPath)
    {
        if (!ReadLines(symbolsPath).Then(PhoneInventory.Parse).TryGet(out var inventory, out var error)) return In(symbolsPath, error);
        if (!ReadLexicon(lexiconPath).TryGet(out var lexicon, out error)) return In(lexiconPath, error);
        if (lexicon.FindUnknownPhone(inventory) is { } unknown)
            return new Error.Invalid("voice-lexicon", $"{lexiconPath} uses {unknown}, which {symbolsPath} does not list.");
        if (!ReadLines(lettersPath).TryGet(out var letters, out error)) return In(lettersPath, error);
        if (!ReadLines(letterPhonesPath).TryGet(out var phones, out error)) return In(letterPhonesPath, error);
        if (!LettersToPhones.Create(letters, phones, Score(letterModel)).TryGet(out var network, out error)) return In(lettersPath, error);
        if (network.Phones.FirstOrDefault(phone => phone != LettersToPhones.Blank && !inventory.Contains(phone)) is { } stranger)
            return new Error.Invalid("voice-g2p-phones", $"{letterPhonesPath} lists \"{stranger}\", which {symbolsPath} does not.");
        return new EnglishFrontEnd(inventory, lexicon, network);
    }

    /// <summary>A scorer that runs the graph.</summary>
    /// <exception cref="InvalidOperationException">The graph failed on a valid input: the pack was not checked when it was loaded.</exception>
    public static LetterScorer Score(RoleBoundModel model) => letters =>
    {
        using var input = OrtValue.CreateTensorValueFromMemory(letters, [1, letters.Length]);
        if (!model.Run([("letters", input)], "phones").TryGet(out var outputs, out var error))
            throw new InvalidOperationException(error.Message);
        using (outputs)
        {
            var shape = outputs.Shape(0);
            return new LetterScores(outputs.Floats(0).ToArray(), (int)shape[^2], (int)shape[^1]);
        }
    };

    private static Result<IReadOnlyList<string>> ReadLines(string path)
    {
        try
        {
            return Result<IReadOnlyList<string>>.Ok(File.ReadAllLines(path, Encoding.UTF8));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error.Unavailable("voice-file", exception.Message);
        }
    }

    private static Result<PronunciationLexicon> ReadLexicon(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return PronunciationLexicon.Read(reader);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new Error.Unavailable("voice-file", exception.Message);
        }
    }

    private static Error In(string path, Error error) => error with { Message = $"{path}: {error.Message}" };
}
