using System.Diagnostics;
using SpeechScoop.Tests;

namespace SpeechScoop.Browser.Tests;

/// <summary>Speech for the fake microphone and for uploads. Each skips the calling test where its source is absent.</summary>
internal static class Recordings
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("scoop-recordings-").FullName;

    /// <summary>Words that flite speaks, in the voice slt.</summary>
    public const string FliteWords = "the quick brown fox jumps over the lazy dog";

    /// <summary>Words that espeak-ng speaks.</summary>
    public const string EspeakWords = "please call me when the train arrives at the station";

    /// <summary>What is said in <see cref="Sunday"/>.</summary>
    public const string SundayWords = "sunday is the best part of the week";

    /// <summary>A synthetic voice, about 3 s.</summary>
    public static string Flite() => Spoken("flite.wav", SharedMaterial.Program("flite"), path => ["-voice", "slt", "-t", FliteWords, "-o", path]);

    /// <summary>Another synthetic voice, about 3 s.</summary>
    public static string Espeak() => Spoken("espeak.wav", SharedMaterial.Program("espeak-ng"), path => ["-v", "en-us", "-s", "150", "-w", path, EspeakWords]);

    /// <summary>A person's voice, 2.6 s: plainly read, since the default recognizers have heard synthetic voices only.</summary>
    public static string Sunday() => SharedMaterial.PathTo("speech", "spk1_snt5.wav");

    /// <summary>A recording by name, for theories.</summary>
    public static (string Path, string Words) Named(string name) => name switch
    {
        "flite" => (Flite(), FliteWords),
        "espeak-ng" => (Espeak(), EspeakWords),
        "person" => (Sunday(), SundayWords),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such recording"),
    };

    private static string Spoken(string file, string program, Func<string, string[]> arguments)
    {
        var path = Path.Combine(Folder, file);
        if (File.Exists(path)) return path;
        using var process = Process.Start(program, arguments(path));
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(20)), $"{program} did not end");
        Assert.True(File.Exists(path), $"{program} ended with {process.ExitCode} and wrote no file");
        return path;
    }
}
