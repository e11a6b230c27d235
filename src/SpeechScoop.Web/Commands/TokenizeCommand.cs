using System.CommandLine;
using System.Diagnostics;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Tokenization;

namespace SpeechScoop.Web.Commands;

/// <summary><c>tokenize FILE --system S [--codebooks N] -o OUT.wav [--tokens OUT.json]</c></summary>
internal static class TokenizeCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "An audio file of any kind." };
        var system = new Option<string>("--system", "-s") { Description = "The tokenizer.", Required = true };
        var codebooks = new Option<int?>("--codebooks", "-n") { Description = "How many codebooks to decode with. Default: all." };
        var output = new Option<FileInfo>("--output", "-o") { Description = "The WAV file to write.", Required = true };
        var tokens = new Option<FileInfo?>("--tokens") { Description = "Also write the tokens, as JSON." };
        var json = CommandOutput.JsonOption();
        var command = new Command("tokenize", "Encode audio to tokens and decode it again.") { file, system, codebooks, output, tokens, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var local = LocalCatalog.Open();
            var warnings = new List<string>();
            if (!(await local.Catalog.GetTokenizerAsync(parsed.GetValue(system)!, cancellation)).TryGet(out var tokenizer, out var error)
                || !(await AudioDecoder.DecodeAsync(parsed.GetValue(file)!.FullName, DecodeLimits.Default, warnings, cancellation)).TryGet(out var clip, out error))
                return CommandOutput.Fail(error);
            CommandOutput.Warn(warnings);
            var books = parsed.GetValue(codebooks) ?? tokenizer.Codebooks;
            var started = Stopwatch.GetTimestamp();
            if (!(await tokenizer.EncodeAsync(clip, cancellation)).TryGet(out var encoded, out error)
                || !(await tokenizer.DecodeAsync(encoded, books, cancellation)).TryGet(out var decoded, out error))
                return CommandOutput.Fail(error);
            var wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
            if (CommandOutput.WriteFile(parsed.GetValue(output)!, WavWriter.ToBytes(decoded, WavFormat.Pcm16)) is { } failure
                || (parsed.GetValue(tokens) is { } tokenFile && (failure = CommandOutput.WriteFile(tokenFile, TokenFile.ToJson(encoded, books))) is not null))
                return CommandOutput.Fail(failure);
            if (parsed.GetValue(json))
                CommandOutput.WriteLine(new
                {
                    system = tokenizer.SystemId, file = parsed.GetValue(output)!.ToString(), codebooks = books, bitsPerSecond = encoded.BitRate(books),
                    frames = encoded.Codes[0].Length, sampleRate = decoded.SampleRate, audioSeconds = decoded.Duration.TotalSeconds, wallSeconds = wall,
                });
            else
                Console.Out.WriteLine($"{parsed.GetValue(output)}: {books} codebooks, {encoded.BitRate(books) / 1000:0.00} kbit/s, real-time factor {wall / decoded.Duration.TotalSeconds:0.000}");
            return 0;
        });
        return command;
    }
}
