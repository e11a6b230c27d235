using System.Globalization;

namespace SpeechScoop.Benchmarks.Load;

/// <summary>What to load a server with.</summary>
internal sealed record LoadOptions
{
    /// <summary>How to call the command.</summary>
    public const string Usage = """
        load --key KEY [--url http://localhost:5080] [--streams 12,24,48] [--systems a,b] [--seconds 30] [--audio FILE.wav,...] [--frame-ms 40] [--goal-ms 500]
          --streams  simultaneous microphones; several counts are tried one after the other
          --systems  recognizers that hear each microphone
          --audio    speech to send, over and over; each microphone starts elsewhere in it
        """;

    /// <summary>Address of the server.</summary>
    public Uri Url { get; init; } = new("http://localhost:5080");

    /// <summary>The owner key.</summary>
    public string Key { get; init; } = "";

    /// <summary>Counts of simultaneous microphones.</summary>
    public IReadOnlyList<int> Streams { get; init; } = [48];

    /// <summary>Recognizers of each microphone.</summary>
    public IReadOnlyList<string> Systems { get; init; } = ["scoop-recognizer/lexicon", "scoop-recognizer/characters"];

    /// <summary>How long each microphone speaks.</summary>
    public double Seconds { get; init; } = 30;

    /// <summary>WAV files to speak.</summary>
    public IReadOnlyList<string> Audio { get; init; } = [];

    /// <summary>Length of a frame in milliseconds.</summary>
    public int FrameMilliseconds { get; init; } = 40;

    /// <summary>Largest 95th percentile of the delay beyond the look-ahead, in milliseconds.</summary>
    public double GoalMilliseconds { get; init; } = 500;

    /// <summary>Reads the command line.</summary>
    public static Result<LoadOptions> Parse(IReadOnlyList<string> args)
    {
        var options = new LoadOptions { Key = Environment.GetEnvironmentVariable("SPEECHSCOOP_KEY") ?? "" };
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count) return Wrong($"{args[i]} needs a value.");
            var value = args[i + 1];
            var next = args[i] switch
            {
                "--url" when Uri.TryCreate(value, UriKind.Absolute, out var url) => options with { Url = url },
                "--key" => options with { Key = value },
                "--streams" when Counts(value) is { } counts => options with { Streams = counts },
                "--systems" => options with { Systems = value.Split(',') },
                "--audio" => options with { Audio = value.Split(',') },
                "--seconds" when Number(value) is { } seconds => options with { Seconds = seconds },
                "--frame-ms" when Number(value) is { } frame => options with { FrameMilliseconds = (int)frame },
                "--goal-ms" when Number(value) is { } goal => options with { GoalMilliseconds = goal },
                _ => null,
            };
            if (next is null) return Wrong($"'{args[i]} {value}' is not understood.");
            options = next;
        }
        if (options.Key.Length == 0) return Wrong("The owner key is missing: give --key or set SPEECHSCOOP_KEY.");
        if (options.Audio.Count == 0) return Wrong("There is nothing to say: give --audio.");
        return options;
    }

    private static Error.Invalid Wrong(string what) => new("load-options", $"{what}\n{Usage}");

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static int[]? Counts(string text)
    {
        var numbers = text.Split(',').Select(Number).ToArray();
        return numbers.All(number => number is >= 1) ? [.. numbers.Select(number => (int)number!.Value)] : null;
    }
}
