using System.CommandLine;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.TestSounds;

namespace SpeechScoop.Web.Commands;

/// <summary><c>sounds make --out DIR [--seed N] [--rate R] [--count N] [--json]</c></summary>
internal static class SoundsCommand
{
    /// <summary>A sound in <c>sounds make --json</c>.</summary>
    internal sealed record Line(string File, string Key, string Domain, string Kind, string Title, int SampleRate, double Seconds);

    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--out", "-o") { Description = "The folder to write; it is made where it is missing.", Required = true };
        var seed = new Option<long>("--seed") { Description = "Chooses the sounds.", DefaultValueFactory = _ => TestSoundSet.UsualSeed };
        var rate = new Option<int>("--rate") { Description = "Samples a second, 8000 to 192000.", DefaultValueFactory = _ => TestSoundSet.UsualSampleRate };
        var count = new Option<int>("--count") { Description = "Sounds of each kind, 1 to 100.", DefaultValueFactory = _ => 3 };
        var json = CommandOutput.JsonOption();
        var make = new Command("make", "Write sounds other than speech as WAV files, with a manifest.csv that tells their domains.") { folder, seed, rate, count, json };
        make.SetAction(async (parsed, cancellation) =>
        {
            if (!TestSoundSet.Make(parsed.GetValue(rate), parsed.GetValue(seed), parsed.GetValue(count)).TryGet(out var sounds, out var error)
                || !(await WriteAsync(sounds, parsed.GetValue(folder)!, cancellation)).TryGet(out var lines, out error)) return CommandOutput.Fail(error);
            if (parsed.GetValue(json)) CommandOutput.WriteDocument(lines);
            else foreach (var line in lines) Console.Out.WriteLine($"{line.File,-26} {line.Domain,-12} {line.Title}");
            return 0;
        });
        return new Command("sounds", "Test sounds made by code from a seed: chirps, whistles, clicks, tones, noise, knocks, chords, sung vowels.") { make };
    }

    private static async Task<Result<IReadOnlyList<Line>>> WriteAsync(IEnumerable<TestSound> sounds, DirectoryInfo folder, CancellationToken cancellation)
    {
        var lines = new List<Line>();
        try
        {
            folder.Create();
            foreach (var sound in sounds)
            {
                var line = new Line($"{sound.Key}.wav", sound.Key, sound.Attributes["domain"], sound.Kind, sound.Title, sound.Clip.SampleRate, sound.Clip.Duration.TotalSeconds);
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, line.File), WavWriter.ToBytes(sound.Clip, WavFormat.Float32), cancellation);
                lines.Add(line);
            }
            await File.WriteAllLinesAsync(Path.Combine(folder.FullName, "manifest.csv"),
                lines.Select(line => $"{line.File},{line.Key},{line.Domain},{line.Kind},{TestSoundSet.Version}").Prepend("file,key,domain,kind,generator"), cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error.Unavailable("file-not-writable", $"{folder} cannot be written: {exception.Message} Choose another --out.");
        }
        return Result<IReadOnlyList<Line>>.Ok(lines);
    }
}
